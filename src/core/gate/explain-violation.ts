import { AppError, invalid } from '../../kernel/app-error.ts';
import { violationOf } from '../../platform/postgres/index.ts';

/** What the constraints of a table mean to a caller, by the constraint's name. */
export interface WriteRules {
  /** Unique constraint → the field that is taken. */
  readonly unique?: Readonly<Record<string, string>>;
  /** Foreign key → the field that names a row which is not there, or another tenant's: the two are not told apart. */
  readonly references?: Readonly<Record<string, string>>;
}

/** The fault of a field that names no row of this tenant. */
export const unknownReference = (field: string) => ({
  field,
  rule: 'unknown_reference',
  message: 'There is no such record here. Check the id.',
});

/** Runs a write; a broken rule of the schema becomes a refusal that names the field. */
export async function explainWrite<T>(rules: WriteRules, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const violation = violationOf(error);
    const taken = violation?.kind === 'unique' ? rules.unique?.[violation.name] : undefined;
    if (taken !== undefined) throw duplicate(taken, error);
    const missing = violation?.kind === 'foreign_key' ? rules.references?.[violation.name] : undefined;
    if (missing !== undefined) throw invalid([unknownReference(missing)]);
    throw error;
  }
}

/** A 409 for a value that must be unique. */
export function duplicate(field: string, cause?: unknown): AppError {
  const message = 'Another record has this already. Choose another.';
  return new AppError('DUPLICATE', `${field}: ${message}`, { faults: [{ field, rule: 'taken', message }], cause });
}

/** Runs a deletion; rows that still point at the record refuse it with the given sentence. */
export async function explainRemoval<T>(inUse: string, remove: () => Promise<T>): Promise<T> {
  try {
    return await remove();
  } catch (error) {
    if (violationOf(error)?.kind === 'foreign_key') throw new AppError('CONFLICT', inUse, { cause: error });
    throw error;
  }
}
