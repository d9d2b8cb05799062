import { isDeepStrictEqual } from 'node:util';
import { type TOptional, type TUnknown, Type } from 'typebox';

/** Whether a value asks for nothing: null, false, zero, an empty text or list, or an object of nothing else. */
export function isNeutral(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (typeof value === 'number' || typeof value === 'string') return Number(value) === 0;
  return typeof value === 'object' && Object.values(value).every(isNeutral);
}

/**
 * Fields of the wire contract whose work is not done yet, each with the values that change nothing. Clients that send
 * them all, at their defaults, are served; anything else is refused by name, as accepting it would be a false promise.
 */
export function notYet<const K extends string>(
  table: Readonly<Record<K, readonly unknown[]>>,
): { [P in K]: TOptional<TUnknown> } {
  const fields = Object.entries<readonly unknown[]>(table).map(([name, defaults]) => {
    const accepts = (value: unknown): boolean =>
      isNeutral(value) || defaults.some((one) => isDeepStrictEqual(one, value));
    const others = defaults.map((one) => ` or send ${JSON.stringify(one)}`).join('');
    const schema: TUnknown = Type.Refine(Type.Unknown({ description: 'Not available in this version.' }), accepts,
      () => `Is not available in this version. Leave it out${others}.`);
    return [name, Type.Optional(schema)] as const;
  });
  return Object.fromEntries(fields) as { [P in K]: TOptional<TUnknown> };
}

/** A value of the wire contract of which some are not available yet: those are refused in a sentence of their own. */
export function partlyAvailable<const A extends string>(available: readonly A[], later: readonly string[]) {
  const all = Type.Enum([...available, ...later]);
  return Type.Refine(Type.Unsafe<A>(all), (value) => !later.includes(value),
    () => `Is not available in this version. Send ${available.join(' or ')}.`);
}
