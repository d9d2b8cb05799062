import { GLOBAL_FIELDS } from '../../../leads/intake/index.ts';
import { type Kind, type Piece, bringRecord, NotBrought } from './bring-record.ts';
import { type ForeignRow, idOf, textIn } from './envelope.ts';
import { AppError } from '../../../kernel/app-error.ts';

const GLOBAL_NAMES: ReadonlySet<string> = new Set(GLOBAL_FIELDS.map(({ name }) => name));

/** Whose fields they are: the record there, and the one here. */
export interface FieldsOwner {
  readonly tier: 'vertical' | 'campaign';
  readonly foreignId: string;
  readonly recordId: string;
}

/** Brings the fields that a vertical or a campaign adds. One that cannot be brought is told; the others are. */
export async function bringFields(piece: Piece, owner: FieldsOwner, fields: readonly ForeignRow[]): Promise<void> {
  for (const row of fields) {
    const name = textIn(row, 'name');
    if (name === undefined || GLOBAL_NAMES.has(name)) continue;
    const id = `${owner.foreignId}/${idOf(row) ?? name}`;
    try {
      await bringRecord(fieldPiece(piece, owner), kindOf(owner), { id, row });
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof NotBrought)) throw error;
      const remedy = `Make the field by hand on the ${owner.tier}'s page.`;
      piece.lines.leave({ kind: `${owner.tier} field`, name, why: error.message, remedy });
    }
  }
}

const kindOf = ({ tier }: FieldsOwner): Kind => ({
  kind: `${tier}_field`,
  param: 'fieldId',
  routes: {
    get: tier === 'vertical' ? 'list_vertical_custom_fields' : 'list_campaign_fields',
    create: `create_${tier}_custom_field`,
    update: `update_${tier}_custom_field`,
  },
  refs: {},
  essential: ['name', 'type', 'fieldType', 'required', 'options'],
  waitsIfCut: false,
});

/** The routes of a field stand below its owner's path; one field is looked up in the list of all. */
function fieldPiece(piece: Piece, { tier, recordId }: FieldsOwner): Piece {
  const owner = { [`${tier}Id`]: recordId };
  const at = <R extends { readonly params?: Readonly<Record<string, string>> }>(request: R): R => ({
    ...request,
    params: { ...request.params, ...owner },
  });
  const { bench } = piece;
  return {
    ...piece,
    bench: {
      ...bench,
      call: (id, request) => bench.call(id, at(request)),
      change: (id, request, before) => bench.change(id, at(request), before),
      async look(id, request) {
        const fields = (await bench.look(id, at(request))) as readonly ForeignRow[] | undefined;
        return fields?.find((field) => field['id'] === request.params?.['fieldId']);
      },
    },
  };
}
