import type { Fault } from '../../../kernel/app-error.ts';

/** A field of the campaign, as far as a mapping needs to know it. */
export interface MappableField {
  readonly name: string;
  readonly required: boolean;
}

/**
 * What is wrong with a mapping: columns beside it, fields that the campaign does not have or that two columns are, and
 * fields that every lead needs and no column is. Returns every fault at once.
 */
export function checkMapping(
  mapped: readonly (string | null)[],
  columns: number,
  known: readonly MappableField[],
): Fault[] {
  if (mapped.length !== columns) {
    const message = `Name a field, or null, for each of the ${columns} columns of the file.`;
    return [{ field: 'fields', rule: 'column_count', message }];
  }
  const names = new Set(known.map(({ name }) => name));
  const faults = mapped.flatMap((name, index): Fault[] => {
    const field = `fields[${index}]`;
    if (name === null) return [];
    if (!names.has(name))
      return [{ field, rule: 'unknown_field', message: 'Is not a field of this campaign. Choose one, or null.' }];
    if (mapped.indexOf(name) === index) return [];
    return [{ field, rule: 'field_twice', message: 'Another column is this field already. Leave one of them out.' }];
  });
  const missing = known.filter(({ name, required }) => required && !mapped.includes(name));
  const message = 'Every lead of this campaign needs it. Say which column it is.';
  return [...faults, ...missing.map(({ name }) => ({ field: name, rule: 'required', message }))];
}
