import type { Fault } from '../../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { FieldDefinition, FieldValue } from './fields.ts';
import { gatherInput, nameForReader } from './gather-input.ts';
import { isBlank, readField, type ReadPorts } from './read-field.ts';
import { readControl } from './read-control.ts';

/** A ping that passed. Its fields tell nobody who the person is. */
export interface ReadPing {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Names of the fields that were sent. */
  readonly sent: readonly string[];
  readonly isTest: boolean;
  readonly expiryMinutes: number;
}

const DEFAULT_MINUTES = 5;
/** Regimes under which a ping says where a person lives, roughly, and nothing else. */
const STRICT: ReadonlySet<string> = new Set(['hipaa', 'sud_part2']);
const PLACE: ReadonlySet<string> = new Set(['state', 'zipCode']);

/** The fields that a ping of a campaign may carry. */
const pingFields = (definitions: readonly FieldDefinition[], regime: string): FieldDefinition[] =>
  definitions.filter(({ name, pingSafe }) => pingSafe === true && (!STRICT.has(regime) || PLACE.has(name)));

/** Fields of a lead as a ping may tell them; under a strict regime a ZIP code is cut to its first three digits. */
export function tellableFields(
  fields: Readonly<Record<string, FieldValue>>,
  definitions: readonly FieldDefinition[],
  regime: string,
): Readonly<Record<string, FieldValue>> {
  const told = pingFields(definitions, regime).flatMap(({ name }) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) return [];
    return name === 'zipCode' && STRICT.has(regime)
      ? [['zip3', String(value).slice(0, 3)] as const]
      : [[name, value] as const];
  });
  return Object.fromEntries(told);
}

/**
 * Reads the body of a ping by the fields of its campaign that are safe for pings; every other one is refused by name,
 * whoever might read it: it is not needed to say a price.
 */
export function readPing(
  body: Readonly<Record<string, unknown>>,
  rules: { readonly definitions: readonly FieldDefinition[]; readonly regime: string },
  ports: ReadPorts,
): Result<ReadPing, readonly Fault[]> {
  const { values, faults } = gatherInput(body);
  const control = readControl(body, faults);
  const safe = new Map(pingFields(rules.definitions, rules.regime).map((field) => [field.name, field]));
  const fields: Record<string, FieldValue> = {};
  for (const [name, { path, raw }] of values) {
    const definition = safe.get(name);
    if (definition === undefined) {
      if (!isBlank(raw)) faults.push({ field: nameForReader(path), rule: 'not_ping_safe', message: NOT_SAFE });
      continue;
    }
    const reading = readField(definition, raw, ports);
    if (reading.kind === 'fault') faults.push({ field: path, rule: reading.rule, message: reading.message });
    else if (reading.kind === 'value') fields[name] = reading.value;
  }
  const expiryMinutes = readMinutes(body, faults);
  if (faults.length > 0) return fail(faults);
  const { zipCode } = fields;
  if (STRICT.has(rules.regime) && typeof zipCode === 'string') fields['zipCode'] = zipCode.slice(0, 3);
  return ok({ fields, sent: Object.keys(fields), isTest: control.isTest, expiryMinutes });
}

const NOT_SAFE = 'May not be in a ping. Leave it out, and send it with the post.';

function readMinutes(body: Readonly<Record<string, unknown>>, faults: Fault[]): number {
  const raw = Object.hasOwn(body, 'expiryMinutes') ? body['expiryMinutes'] : undefined;
  if (isBlank(raw)) return DEFAULT_MINUTES;
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= 60) return raw;
  faults.push({ field: 'expiryMinutes', rule: 'range', message: 'Send a whole number of minutes from 1 to 60.' });
  return DEFAULT_MINUTES;
}
