import type { TProperties } from 'typebox';
import { formatCents } from '../../kernel/money.ts';
import type { Caller } from '../access/index.ts';
import { centsOf } from './plain-fields.ts';

/** Descriptive fields of a record, kept together as JSON: nothing is decided by them. */
export interface ProfileShape {
  readonly fields: TProperties;
  /** Those that are amounts: kept as decimal text. */
  readonly money: readonly string[];
  /** Those that only staff reads. */
  readonly internal: readonly string[];
}

export type Profile = Readonly<Record<string, unknown>>;

/** The profile after a request: given fields replace old ones, null clears them. */
export function mergeProfile(shape: ProfileShape, old: Profile, body: object): Profile {
  const given = Object.entries(body)
    .filter(([name, value]) => name in shape.fields && value !== undefined)
    .map(([name, value]) => [name, shape.money.includes(name) ? moneyText(value) : value] as const);
  return Object.fromEntries(
    Object.entries({ ...old, ...Object.fromEntries(given) }).filter(([, value]) => value !== null),
  );
}

const moneyText = (value: unknown): string | null =>
  typeof value === 'number' || typeof value === 'string' ? formatCents(centsOf(value)) : null;

/** Every field of the profile as the caller may read it; what is not set is null. */
export function showProfile(shape: ProfileShape, profile: Profile, caller: Caller): Record<string, unknown> {
  const isGuest = caller.buyerId !== undefined || caller.partnerId !== undefined;
  const hidden = (name: string): boolean => isGuest && shape.internal.includes(name);
  return Object.fromEntries(
    Object.keys(shape.fields).map((name) => [name, hidden(name) ? null : (profile[name] ?? null)]),
  );
}
