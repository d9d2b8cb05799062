import { bringFields } from './bring-fields.ts';
import { bringRecord, type Piece } from './bring-record.ts';
import { VERTICAL } from './kinds.ts';
import type { SourceData } from './read-source.ts';

type ForeignVertical = SourceData['verticals'][number];

/**
 * Brings a vertical with its fields. What tells duplicates may name them, so that it is said once they are there.
 */
export async function bringVertical(piece: Piece, { id, row, fields }: ForeignVertical): Promise<void> {
  const { dedupFields, ...first } = row;
  const { recordId, isNew } = await bringRecord(piece, VERTICAL, { id, row: first });
  await bringFields(piece, { tier: 'vertical', foreignId: id, recordId }, fields);
  if (!Array.isArray(dedupFields) || dedupFields.length === 0) return;
  const lines = isNew ? { ...piece.lines, did: () => {} } : saysChange(piece.lines);
  await bringRecord({ ...piece, lines }, VERTICAL, { id, row: { name: row['name'], dedupFields } });
}

/** What stayed the same was said before. */
const saysChange = (lines: Piece['lines']): Piece['lines'] => ({
  ...lines,
  did: (deed, kind, name) => (deed === 'same' ? undefined : lines.did(deed, kind, `${name}, what tells duplicates`)),
});
