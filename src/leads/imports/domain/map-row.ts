/** A row as a post has it, or why it is none. */
export type MappedRow =
  | { readonly kind: 'row'; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: 'unreadable'; readonly code: 'column_count' };

/**
 * The cells of a row under the fields that their columns are. An empty cell is no field, nor is a column that is left
 * out; every other cell is the text that it is. A row of fewer or more cells has slipped, and nobody can say where.
 */
export function mapRow(cells: readonly string[], fields: readonly (string | null)[]): MappedRow {
  if (cells.length !== fields.length) return { kind: 'unreadable', code: 'column_count' };
  const entries = fields.flatMap((field, index): [string, string][] => {
    const cell = cells[index] ?? '';
    return field === null || cell === '' ? [] : [[field, cell]];
  });
  return { kind: 'row', body: Object.fromEntries(entries) };
}
