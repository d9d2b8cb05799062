import type { Fault } from '../../../kernel/app-error.ts';
import { canonicalJson } from './canonical-payload.ts';
import { CONTROL_KEYS } from './control-keys.ts';
import { isBlank } from './read-field.ts';
import { unsafeText } from './reading.ts';

const MAX_FIELDS = 500;
const MAX_DEPTH = 16;
const TELLING_NAME = /^[A-Za-z_][\w.-]{0,63}$/;

/** The raw value of one field and where it stood: `age` or `custom.age`. */
export interface RawField {
  readonly path: string;
  readonly raw: unknown;
}

/** Brings fields together that came flat, under `custom`, or both; control keys stay out. A difference is a fault. */
export function gatherInput(body: Readonly<Record<string, unknown>>): {
  readonly values: ReadonlyMap<string, RawField>;
  readonly faults: Fault[];
} {
  const faults: Fault[] = [];
  const values = new Map<string, RawField>();
  for (const [name, raw] of Object.entries(body)) {
    if (!CONTROL_KEYS.has(name)) values.set(name, { path: name, raw });
  }
  for (const [name, raw] of customEntries(body, faults)) {
    const flat = values.get(name);
    if (flat === undefined || isBlank(flat.raw)) values.set(name, { path: `custom.${name}`, raw });
    else if (!isBlank(raw) && !equal(flat.raw, raw)) {
      const message = 'Came twice, flat and under custom, with different values. Send it once.';
      faults.push({ field: nameForReader(name), rule: 'conflict', message });
    }
  }
  if (values.size <= MAX_FIELDS) return { values, faults };
  return {
    values: new Map(),
    faults: [{ field: 'body', rule: 'too_many_fields', message: `Send at most ${MAX_FIELDS} fields.` }],
  };
}

function customEntries(body: Readonly<Record<string, unknown>>, faults: Fault[]): [string, unknown][] {
  const custom = Object.hasOwn(body, 'custom') ? body['custom'] : undefined;
  if (isBlank(custom)) return [];
  if (typeof custom === 'object' && custom !== null && !Array.isArray(custom)) return Object.entries(custom);
  faults.push({ field: 'custom', rule: 'wrong_type', message: 'Send an object of fields by name.' });
  return [];
}

function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  const [one, two] = [canonicalJson(left), canonicalJson(right)];
  return one.ok && two.ok && one.value === two.value;
}

/** A name as it may stand in an answer or a log: one that is not shaped like a name could itself be personal data. */
export const nameForReader = (path: string): string => (TELLING_NAME.test(path) ? path : '(unreadable name)');

/** Why an undefined field cannot be kept, or null: NUL, broken Unicode, or nesting beyond 16 levels. */
export function unkeepable(value: unknown, depth = 0): 'nul' | 'lone_surrogate' | 'too_deep' | null {
  if (typeof value === 'string') return unsafeText(value);
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return 'too_deep';
  for (const [key, item] of Object.entries(value)) {
    const unsafe = unsafeText(key) ?? unkeepable(item, depth + 1);
    if (unsafe !== null) return unsafe;
  }
  return null;
}
