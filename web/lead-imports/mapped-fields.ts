import { leadImportTexts as t } from '../texts/lead-imports.ts';
import type { ImportColumns } from './import-types.ts';

/** What is wrong with the fields that columns are, by the places of a form; `''` is a column that is left out. */
export function checkFields(
  mapped: readonly string[],
  known: ImportColumns['fields'],
): Readonly<Record<string, string>> {
  const twice = mapped.flatMap((name, index): [string, string][] =>
    name !== '' && mapped.indexOf(name) !== index ? [[`fields.${index}`, t.twice]] : [],
  );
  const missing = known.filter(({ name, required }) => required && !mapped.includes(name));
  const faults = Object.fromEntries(twice);
  if (missing.length === 0) return faults;
  return { ...faults, missing: t.missing(missing.map(({ label }) => label).join(', ')) };
}
