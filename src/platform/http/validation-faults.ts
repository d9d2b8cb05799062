import type { TLocalizedValidationError as SchemaError } from 'typebox/error';
import type { Fault } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import { fieldPath } from './field-path.ts';

/** The part of a request that a schema describes, as Fastify names it. */
export type RequestPart = 'body' | 'querystring' | 'params' | 'headers';

const ROOTS: Readonly<Record<RequestPart, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
};

/**
 * Every fault of one part of a request, each with its field, a stable rule and a remedy.
 * Texts come from the schema alone; values never appear.
 */
export function validationFaults(errors: readonly SchemaError[], part: RequestPart): Fault[] {
  const seen = new Set<string>();
  return collapseUnions(errors)
    .flatMap((error) => describe(error, ROOTS[part]))
    .filter((fault) => {
      const key = `${fault.rule} ${fault.field}`;
      return !seen.has(key) && seen.add(key);
    });
}

const isUnion = (error: SchemaError): boolean => error.keyword === 'anyOf' || error.keyword === 'oneOf';

function isInside(error: SchemaError, union: SchemaError): boolean {
  const below = error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);
  return below && error.schemaPath.startsWith(`${union.schemaPath}/${union.keyword}/`);
}

/**
 * A union that fails reports every branch. Where the value has the shape of one branch (`null` or an object, say),
 * only that branch's faults help; where it fits none, only the union itself does.
 */
function collapseUnions(errors: readonly SchemaError[]): SchemaError[] {
  const unions = errors.filter(isUnion);
  const outermost = unions.filter((union) => !unions.some((other) => other !== union && isInside(union, other)));
  const loose = errors.filter((error) => !isUnion(error) && !outermost.some((union) => isInside(error, union)));
  return [...loose, ...outermost.flatMap((union) => collapseUnion(union, errors))];
}

function collapseUnion(union: SchemaError, errors: readonly SchemaError[]): SchemaError[] {
  const branches = new Map<string, SchemaError[]>();
  const prefix = `${union.schemaPath}/${union.keyword}/`;
  for (const error of errors) {
    if (error === union || !isInside(error, union)) continue;
    const index = error.schemaPath.slice(prefix.length).split('/', 1).join();
    branches.set(index, [...(branches.get(index) ?? []), error]);
  }
  const all = [...branches.values()];
  const misfit = (error: SchemaError): boolean =>
    error.instancePath === union.instancePath && ['type', 'const', 'enum'].includes(error.keyword);
  const fitting = all.find((branch) => !branch.some(misfit));
  if (fitting) return collapseUnions(fitting);
  const constants = all.flat().flatMap((error) => (error.keyword === 'const' ? [error.params.allowedValue] : []));
  if (constants.length > 0 && constants.length === all.flat().length) {
    return [{ ...union, keyword: 'enum', params: { allowedValues: constants } }];
  }
  const types = all.flat().flatMap((error) => (error.keyword === 'type' ? [error.params.type].flat() : []));
  return [types.length > 0 ? { ...union, keyword: 'type', params: { type: [...new Set(types)] } } : union];
}

/** RFC 6901. */
const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function describe(error: SchemaError, root: string): Fault[] {
  const segments = error.instancePath.split('/').slice(1).map(unescapePointer);
  const at = (rule: string, message: string, ...more: string[]): Fault => ({
    field: fieldPath([...segments, ...more], root),
    rule,
    message,
  });
  const unknown = (...names: string[]): Fault =>
    at('unknown_field', 'This field is not known here. Remove it or check its spelling.', ...names);
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => at('required', 'This field is required.', name));
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => unknown(name));
    case 'unevaluatedProperties':
      return error.params.unevaluatedProperties.map((name) => unknown(String(name)));
    case 'boolean':
      return [unknown()];
    case 'dependencies':
    case 'dependentRequired':
      return error.params.dependencies.map((name) =>
        at('required', `This field is required together with ${error.params.property}.`, name),
      );
    default:
      return [at(...ruleOf(error))];
  }
}

type ValueError = Exclude<
  SchemaError,
  {
    keyword:
      'required' | 'additionalProperties' | 'unevaluatedProperties' | 'boolean' | 'dependencies' | 'dependentRequired';
  }
>;

/** Rule and remedy of a fault in one value. */
function ruleOf(error: ValueError): [rule: string, message: string] {
  switch (error.keyword) {
    case 'type':
      return ['wrong_type', `Has the wrong type. Send a value of type ${[error.params.type].flat().join(' or ')}.`];
    case 'enum':
      return ['not_allowed', `Is not among the values allowed: ${error.params.allowedValues.map(String).join(', ')}.`];
    case 'const':
      return ['not_allowed', `Must be ${String(error.params.allowedValue)}.`];
    case 'format':
      return ['wrong_format', `Does not have the form of ${error.params.format}.`];
    case 'pattern':
      return ['wrong_format', `Does not match the pattern ${String(error.params.pattern)}.`];
    case 'minLength':
      return ['too_short', `Must have at least ${error.params.limit} characters.`];
    case 'maxLength':
      return ['too_long', `Must have at most ${error.params.limit} characters.`];
    case 'minItems':
      return ['too_few', `Must have at least ${error.params.limit} items.`];
    case 'maxItems':
      return ['too_many', `Must have at most ${error.params.limit} items.`];
    case 'minProperties':
      return ['too_few', `Must have at least ${error.params.limit} fields.`];
    case 'maxProperties':
      return ['too_many', `Must have at most ${error.params.limit} fields.`];
    case 'minimum':
    case 'exclusiveMinimum':
      return ['too_small', `Must be ${error.params.comparison} ${error.params.limit}.`];
    case 'maximum':
    case 'exclusiveMaximum':
      return ['too_large', `Must be ${error.params.comparison} ${error.params.limit}.`];
    case 'multipleOf':
      return ['wrong_step', `Must be a multiple of ${error.params.multipleOf}.`];
    case 'uniqueItems':
      return ['duplicate_item', 'Must not hold the same item twice.'];
    case '~refine':
      return ['not_allowed', error.params.message];
    case 'anyOf':
    case 'oneOf':
    case 'not':
    case 'if':
    case 'contains':
    case 'propertyNames':
    case 'unevaluatedItems':
      return ['no_match', 'Does not have one of the forms described for this field.'];
    default:
      return unreachable(error);
  }
}
