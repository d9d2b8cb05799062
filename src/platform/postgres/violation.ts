/** A rule of the schema that a statement broke. */
export interface Violation {
  readonly kind: 'foreign_key' | 'unique' | 'check' | 'not_null';
  /** Name of the constraint, or of the column for `not_null`. */
  readonly name: string;
}

const KINDS: Readonly<Record<string, Violation['kind']>> = {
  '23503': 'foreign_key',
  '23505': 'unique',
  '23514': 'check',
  '23502': 'not_null',
};

/**
 * What rule an error of the database speaks of; undefined for every other error. Its text may quote data: never pass it
 * on.
 */
export function violationOf(error: unknown): Violation | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const kind = KINDS[String(error.code)];
  if (!kind) return undefined;
  const name = kind === 'not_null' ? 'column' : 'constraint';
  return { kind, name: String(Reflect.get(error, name) ?? '') };
}
