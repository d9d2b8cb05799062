import type { Body, Ok } from '../frame/ok.ts';

export type ApiKey = Ok<'/api/v1/auth/api-keys', 'get'>['data'][number];
export type NewKey = Body<'/api/v1/auth/api-keys', 'post'>;
export type KeyChange = Body<'/api/v1/auth/api-keys/{keyId}', 'patch'>;
export type KeyKind = ApiKey['kind'];
export type Scope = NonNullable<NewKey['scopes']>[number];

const OF_PARTIES: readonly Scope[] = ['routing', 'messaging', 'calls', 'call_data_write'];

/** The scopes that a key of each kind may have, as the server has them. */
export const ALLOWED_SCOPES: Readonly<Record<KeyKind, readonly Scope[]>> = {
  admin: ['routing', 'admin', 'posting', 'messaging', 'calls', 'call_data_write', 'admin_billing'],
  buyer: OF_PARTIES,
  partner: OF_PARTIES,
  posting: ['posting'],
};

/** The scopes that a form offers first. */
export const usualScopes = (kind: KeyKind): Scope[] => (kind === 'posting' ? ['posting'] : ['routing']);

/** Requests a minute of a key without a limit of its own. */
export const USUAL_LIMITS: Readonly<Record<KeyKind, number>> = { posting: 6000, buyer: 600, partner: 600, admin: 300 };
