import type { Caller } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import type { Snapshots } from '../intake/index.ts';
import { countRecords } from './count-records.ts';
import { describeFields } from './describe-fields.ts';
import { findOddName } from './domain/column-name.ts';
import { suggestFields } from './domain/suggest-field.ts';
import { lockImport, requireImport, requireState } from './find-import.ts';
import { type FileDeps, fileOf, openBeginning, partPlace } from './open-file.ts';
import { partCount, partKeep, partsCut } from './part-store.ts';
import { previewRoute } from './preview-routes.ts';
import { importFind, importReceive } from './store.ts';
import {
  columnsAnswer,
  importAnswer,
  LARGEST_PIECE_BYTES,
  OF_ONE,
  OWN,
  params,
  pieceBody,
  pieceParams,
  receivedBody,
  showImport,
} from './wire.ts';

export interface FileRouteDeps extends FileDeps {
  readonly snapshots: Snapshots;
  /** Whether there is room on disk for what would be kept. */
  readonly hasRoom: () => boolean;
}

/** The file of an import: its pieces, its end, its columns, its first rows. */
export const fileRoutes = (deps: FileRouteDeps): Route[] => [
  pieceRoute(deps),
  receivedRoute(deps),
  columnsRoute(deps),
  previewRoute(deps),
];

const pieceRoute = (deps: FileRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'put_lead_import_piece',
    method: 'PUT',
    path: `${OF_ONE}/pieces/:number`,
    summary: 'Send a piece of the file, cut wherever you like. Under the same number it takes the place of the first.',
    audit: { action: 'lead-import.upload', entity: 'lead-import' },
    params: pieceParams,
    body: pieceBody,
    response: importAnswer,
    prepare: (caller, body, path) => sealPiece(deps, caller, { ...(body as Content), ...(path as PiecePath) }),
    async handle({ tx, prepared, params: { importId, number } }) {
      const row = await lockImport(tx, importId, ['uploading']);
      if (!Buffer.isBuffer(prepared)) throw new AppError('CONFLICT', 'This import has just changed. Send it again.');
      await partKeep(tx, { importId, number, sealed: prepared });
      return { answer: { data: showImport(row) }, touched: [row.id], detail: { number } };
    },
  });

interface Content {
  readonly content: string;
}
interface PiecePath {
  readonly importId: string;
  readonly number: number;
}

/** The piece, sealed; undefined where there is no import that takes one, which the transaction then says. */
async function sealPiece(
  { tenancy, vault, hasRoom }: FileRouteDeps,
  { tenantId, actorId }: Caller,
  { content, importId, number }: Content & PiecePath,
): Promise<Buffer | undefined> {
  if (!hasRoom()) throw new AppError('STORAGE_FULL', 'There is no room to keep the file. Send it again later.');
  const actor = { kind: 'staff', id: actorId } as const;
  const row = await tenancy.readTenant({ tenantId, actor }, (tx) => importFind(tx, importId));
  if (row?.status !== 'uploading') return undefined;
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > LARGEST_PIECE_BYTES) {
    const message = `Send at most ${LARGEST_PIECE_BYTES} bytes in one piece.`;
    throw invalid([{ field: 'content', rule: 'too_long', message }]);
  }
  return vault.seal(await vault.subjectKey(tenantId, importId), partPlace(tenantId, importId, number), bytes);
}

const receivedRoute = (deps: FileRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'finish_lead_import_file',
    method: 'POST',
    path: `${OF_ONE}/received`,
    summary: 'Say that all pieces were sent. The file is read once to its end; one that is no CSV is told so here.',
    audit: { action: 'lead-import.receive', entity: 'lead-import' },
    params,
    body: receivedBody,
    response: importAnswer,
    async prepare({ tenantId, actorId }, body, path) {
      const { importId } = path as { importId: string };
      const { pieces } = body as { pieces: number };
      const actor = { kind: 'staff', id: actorId } as const;
      const isWhole = await deps.tenancy.readTenant({ tenantId, actor }, async (tx) => {
        const row = await importFind(tx, importId);
        return row?.status === 'uploading' && (await partCount(tx, importId, pieces)) === pieces;
      });
      return isWhole ? countRecords(deps, { tenantId, importId, pieces }) : undefined;
    },
    async handle({ tx, prepared, params: { importId }, body: { pieces } }) {
      await lockImport(tx, importId, ['uploading']);
      if (typeof prepared !== 'number' || (await partCount(tx, importId, pieces)) !== pieces) {
        const message = 'Some of them are not here. Send all pieces from 0 on first.';
        throw invalid([{ field: 'pieces', rule: 'missing', message }]);
      }
      await partsCut(tx, importId, pieces);
      await importReceive(tx, importId, prepared);
      const row = await requireImport(tx, importId);
      return { answer: { data: showImport(row) }, touched: [row.id], detail: { records: prepared } };
    },
  });

const columnsRoute = (deps: FileRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'list_lead_import_columns',
    method: 'GET',
    path: `${OF_ONE}/columns`,
    summary: 'The columns of the file by the names in its first line, and the fields that they may be.',
    audit: { action: 'lead-import.columns', entity: 'lead-import' },
    params,
    response: columnsAnswer,
    async handle({ tx, caller, params: { importId } }) {
      const row = await requireImport(tx, importId);
      requireState(row, ['mapping']);
      const fields = await describeFields(tx, deps.snapshots, row.campaignId);
      return {
        touched: [row.id],
        async later() {
          const [first = []] = await openBeginning(deps.vault, fileOf(deps, caller.tenantId, row.id), 1);
          const names = first.map((cell) => cell.trim());
          // A line that is no line of names is a person.
          const isHeader = findOddName(names) === -1;
          const suggested = isHeader ? suggestFields(names, fields) : [];
          const columns = names.map((name, index) => ({
            name: isHeader ? name : null,
            field: suggested[index] ?? null,
          }));
          return { data: { columns, fields } };
        },
      };
    },
  });
