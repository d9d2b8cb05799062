import type { KeyKind } from './policy.ts';

/** Requests a minute that a key may make unless it has a limit of its own. */
export const KEY_REQUESTS_PER_MINUTE: Readonly<Record<KeyKind, number>> = {
  posting: 6000,
  buyer: 600,
  partner: 600,
  admin: 300,
};

export const MAX_REQUESTS_PER_MINUTE = 1_000_000;

/** How many keys of a buyer, a partner or a campaign may open something at the same time. */
export const MAX_OPEN_KEYS = 50;
