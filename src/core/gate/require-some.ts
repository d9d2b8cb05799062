import { type Fault, invalid } from '../../kernel/app-error.ts';

/** Throws VALIDATION_ERROR, naming every field that would do, for a change that carries none of them. */
export function requireSome(body: object, fields: readonly string[]): void {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  if (given.some(([name]) => fields.includes(name))) return;
  const message = fields.length > 1 ? `Send at least one of ${fields.join(', ')}.` : 'This field is required.';
  throw invalid(fields.map((field): Fault => ({ field, rule: 'required', message })));
}
