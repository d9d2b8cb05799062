import { leadImportTexts as t } from '../texts/lead-imports.ts';
import type { ImportColumns } from './import-types.ts';

/** What is wrong with the fields that columns are, by the places of a form; `''` is a column that is left out. */
export function checkFields(
  mapped: readonly string[],
  known: ImportColumns['fields'],
): Readonly<Record<string, string>> {
  const twice = mapped.flatMap((name, index) =>
    name !== '' && mapped.indexOf(name) !== index ? [[`fields.${index}`, t.twice] as const] : [],
  );
  const missing = known.filter(({ name, required }) => required && !mapped.includes(name));
  const words = missing.length === 0 ? [] : [['missing', t.missing(missing.map(({ label }) => label).join(', '))]];
  return Object.fromEntries([...twice, ...words]);
}
