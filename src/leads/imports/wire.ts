import { type Static, Type } from 'typebox';
import { idSchema, list, nullable, one, oneOf, pageQuery } from '../../core/gate/index.ts';
import { ROW_OUTCOMES, type ReportedRow } from './row-store.ts';
import { IMPORT_REASONS, IMPORT_STATES, type ImportRow } from './store.ts';

const text = Type.String();
const timestamp = Type.String({ description: 'ISO 8601.' });
const field = nullable(Type.String({ maxLength: 128 }));

/** A piece of a file before it is written as base64. */
export const LARGEST_PIECE_BYTES = 512 * 1024;
const LARGEST_TEXT = Math.ceil(LARGEST_PIECE_BYTES / 3) * 4;
const MOST_PIECES = 200;
export const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;

export const params = Type.Object({ importId: idSchema });
export const pieceParams = Type.Object({
  importId: idSchema,
  number: Type.Integer({ minimum: 0, maximum: MOST_PIECES - 1, description: 'From 0.' }),
});

export const createBody = Type.Object(
  { campaignId: Type.String({ maxLength: 64, description: 'The id of the campaign, or its number.' }) },
  { additionalProperties: false },
);
export const pieceBody = Type.Object(
  {
    content: Type.String({
      minLength: 4,
      maxLength: LARGEST_TEXT,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'At most 512 KiB of the file, as base64.',
    }),
  },
  { additionalProperties: false },
);
export const receivedBody = Type.Object(
  { pieces: Type.Integer({ minimum: 1, maximum: MOST_PIECES, description: 'How many pieces the file has.' }) },
  { additionalProperties: false },
);
export const startBody = Type.Object(
  {
    hasHeader: Type.Boolean({ description: 'Whether the first line holds names, and no lead.' }),
    fields: Type.Array(field, {
      minItems: 1,
      maxItems: MOST_COLUMNS,
      description: 'The field that each column is, in their order; null for one that is left out.',
    }),
    isTest: Type.Optional(Type.Boolean({ description: 'Makes test leads: decided, and never delivered.' })),
  },
  { additionalProperties: false },
);

export const importItem = Type.Object({
  id: text,
  campaignId: text,
  madeBy: text,
  status: oneOf(IMPORT_STATES),
  reason: nullable(oneOf(IMPORT_REASONS)),
  isTest: Type.Boolean(),
  hasHeader: Type.Boolean(),
  fields: nullable(Type.Array(nullable(text))),
  records: nullable(Type.Integer({ description: 'Lines of the file, its header included.' })),
  rowsTotal: nullable(Type.Integer()),
  rowsDone: Type.Integer(),
  rowsAccepted: Type.Integer(),
  rowsRejected: Type.Integer(),
  rowsInvalid: Type.Integer(),
  createdAt: timestamp,
  finishedAt: nullable(timestamp),
  expiresAt: Type.String({ description: 'ISO 8601. When the file goes, whatever was read of it.' }),
});
export const importAnswer = one(importItem);
export const importsAnswer = list(importItem);

export function showImport(row: ImportRow): Static<typeof importItem> {
  const { runBy: _runBy, tries: _tries, fields, createdAt, finishedAt, expiresAt, ...plain } = row;
  return {
    ...plain,
    fields: fields && [...fields],
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}

export const columnsAnswer = one(
  Type.Object({
    columns: Type.Array(
      Type.Object({
        name: Type.Union([text, Type.Null()], {
          description: 'As the first line has it; null for all where that line does not look like names.',
        }),
        field: Type.Union([text, Type.Null()], { description: 'The field that the column seems to be.' }),
      }),
    ),
    fields: Type.Array(Type.Object({ name: text, label: text, required: Type.Boolean() }), {
      description: 'The fields of the campaign.',
    }),
  }),
);
export const previewAnswer = one(Type.Object({ rows: Type.Array(Type.Array(text)) }));

const rowItem = Type.Object({
  number: Type.Integer({ description: 'From 1; a header does not count.' }),
  outcome: oneOf(ROW_OUTCOMES),
  code: nullable(text),
  faults: Type.Array(Type.Object({ field: text, rule: text }), { description: 'What is wrong; never a value.' }),
  leadId: nullable(text),
  leadNumber: nullable(Type.Integer()),
  leadStatus: nullable(text),
});
export const rowsQuery = Type.Object(
  { ...pageQuery, outcome: Type.Optional(oneOf(ROW_OUTCOMES)) },
  { additionalProperties: false },
);
export const rowsAnswer = list(rowItem);
export const showRow = (row: ReportedRow): Static<typeof rowItem> => ({ ...row, faults: [...row.faults] });

export const reportAnswer = one(Type.Object({ format: Type.Literal('csv'), rows: Type.Integer(), content: text }));

export const PATH = '/api/v1/lead-imports';
export const OF_ONE = `${PATH}/:importId`;
/** What all routes of imports have in common: they are for people, who may bring leads in. */
export const OWN = { tag: 'lead-imports', permission: 'leads:import', peopleOnly: true } as const;
