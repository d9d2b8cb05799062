import { isDeepStrictEqual } from 'node:util';
import { type TUnknown, Type } from 'typebox';

/** Whether a value asks for nothing: null, false, zero, an empty text or list, or an object of nothing else. */
export function isNeutral(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (typeof value === 'number' || typeof value === 'string') return Number(value) === 0;
  return typeof value === 'object' && Object.values(value).every(isNeutral);
}

/**
 * Fields of the wire contract whose work is not done yet: those of `names`, parted by white space, and those of
 * `defaults` with the values that change nothing. Clients that send them all, at their defaults, are served; anything
 * else is refused by name, as accepting it would be a false promise. The type is empty: nobody reads these fields.
 */
export function notYet(names: string, defaults: Readonly<Record<string, readonly unknown[]>> = {}): object {
  const plain = names.split(/\s+/).filter((name) => name !== '');
  const table = [...plain.map((name) => [name, []] as const), ...Object.entries(defaults)];
  return Object.fromEntries(table.map(([name, values]) => [name, Type.Optional(neutralOnly(name, values))]));
}

/** A cap of zero asks for something: no lead at all. */
const isCap = (name: string): boolean => /caps?$/i.test(name);

function holdsZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsZero);
  return value === 0 || (typeof value === 'string' && value !== '' && Number(value) === 0);
}

function neutralOnly(name: string, defaults: readonly unknown[]): TUnknown {
  const asksNothing = (value: unknown): boolean => isNeutral(value) && !(isCap(name) && holdsZero(value));
  const accepts = (value: unknown): boolean =>
    asksNothing(value) || defaults.some((one) => isDeepStrictEqual(one, value));
  const others = defaults.map((one) => ` or send ${JSON.stringify(one)}`).join('');
  const message = `Is not available in this version. Leave it out${others}.`;
  return Type.Refine(Type.Unknown({ description: 'Not available in this version.' }), accepts, () => message);
}

/** A value of the wire contract of which some are not available yet: those are refused in a sentence of their own. */
export function partlyAvailable<const A extends string>(available: readonly A[], later: readonly string[]) {
  const all = Type.Enum([...available, ...later]);
  return Type.Refine(
    Type.Unsafe<A>(all),
    (value) => !later.includes(value),
    () => `Is not available in this version. Send ${available.join(' or ')}.`,
  );
}
