import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { once } from '../../kernel/once.ts';
import { isTextBody } from './text-bodies.ts';
import { textReader } from './text-values.ts';
import { type RequestPart, validationFaults } from './validation-faults.ts';

/** TypeBox stops at 8 faults of its own accord; an answer should name all that a person may want to mend. */
Settings.Set({ maxErrors: 200 });

/**
 * Compiles a TypeBox schema to Fastify's validator, when it is first needed. Nothing is dropped or changed: an unknown
 * field is refused by name where the schema says `additionalProperties: false`, and only texts of query, path, headers
 * and forms are read as numbers and booleans. Fails with a VALIDATION_ERROR that names every fault of the part.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = once(() => ({ validator: Compile(schema), read: textReader(schema) }));
  const part = (httpPart ?? 'body') as RequestPart;
  return (input: unknown) => {
    const nul = part === 'body' ? [] : nulFaults(input);
    if (nul.length > 0) return { error: invalid(nul) };
    const { validator, read } = compiled();
    const value = part === 'body' && !isTextBody(input) ? input : read(input);
    return validator.Check(value) ? { value } : { error: invalid(validationFaults(validator.Errors(value), part)) };
  };
};

/** Every fault of a body that came by no request; none where it fits. */
export function bodyFaults(schema: TSchema): (body: unknown) => Fault[] {
  const validator = Compile(schema);
  return (body) => (validator.Check(body) ? [] : validationFaults(validator.Errors(body), 'body'));
}

/** Texts of a query, a path or a header with NUL: no database keeps it. Bodies are looked at while they are read. */
function nulFaults(input: unknown): Fault[] {
  return Object.entries(input ?? {})
    .filter(([, value]) => typeof value === 'string' && value.includes('\0'))
    .map(([field]) => ({ field, rule: 'nul', message: 'Has a NUL character. Take it out.' }));
}
