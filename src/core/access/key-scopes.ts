import type { KeyKind } from './policy.ts';
import { type Scope, SCOPES } from './scopes.ts';

const OF_PARTIES = ['routing', 'messaging', 'calls', 'call_data_write'] as const;

/** Every scope that a key of the kind may have. `messaging` and those after it open nothing yet. */
export const ALLOWED_SCOPES: Readonly<Record<KeyKind, readonly Scope[]>> = {
  admin: SCOPES,
  buyer: OF_PARTIES,
  partner: OF_PARTIES,
  posting: ['posting'],
};

/** The scopes that rule a tenant: only a key that they were asked for by name has them. */
const BY_NAME_ONLY: ReadonlySet<Scope> = new Set(['admin', 'admin_billing']);

/** What a key of the kind has unless something else is asked for. */
export const defaultScopes = (kind: KeyKind): readonly Scope[] =>
  ALLOWED_SCOPES[kind].filter((scope) => !BY_NAME_ONLY.has(scope));
