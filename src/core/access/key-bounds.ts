import { AppError, type Fault } from '../../kernel/app-error.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Caller } from './caller.ts';
import { KEY_REQUESTS_PER_MINUTE, MAX_REQUESTS_PER_MINUTE } from './key-limits.ts';
import type { KeyKind } from './policy.ts';
import { allWithin } from './read-networks.ts';
import type { Scope } from './scopes.ts';
import { apiKeyFind, type ApiKeyListed } from './store.ts';

/** What a caller cannot pass on to a key of some kind, as it has no more itself. */
export interface KeyBounds {
  /** Networks that its keys may come from; none: all. */
  readonly networks: readonly string[];
  readonly until: Date | undefined;
  readonly requestsPerMinute: number;
}

/** A key bounds others of its kind by what bounds itself; a party its keys by the limit that keys of its kind have. */
export async function boundsOf(tx: TenantReader, caller: Caller, kind: KeyKind): Promise<KeyBounds> {
  const isKin = caller.role === kind;
  const own = isKin && caller.session === undefined ? await apiKeyFind(tx, caller.actorId) : undefined;
  const isParty = caller.role === 'buyer' || caller.role === 'partner';
  const usual = own || isParty ? KEY_REQUESTS_PER_MINUTE[kind] : MAX_REQUESTS_PER_MINUTE;
  return {
    networks: own?.allowedCidrs ?? [],
    until: own?.expiresAt ?? undefined,
    requestsPerMinute: own?.rateLimitPerMinute ?? usual,
  };
}

/** Whether a key may do what its bounds do not allow. */
export function outgrows(
  key: Pick<ApiKeyListed, 'kind' | 'allowedCidrs' | 'rateLimitPerMinute'>,
  bounds: KeyBounds,
): boolean {
  const perMinute = key.rateLimitPerMinute ?? KEY_REQUESTS_PER_MINUTE[key.kind];
  return !allWithin(key.allowedCidrs, bounds.networks) || perMinute > bounds.requestsPerMinute;
}

/** Throws FORBIDDEN for a caller that lacks itself what a key gives: personal data, or one of its scopes. */
export function requireOwn(caller: Caller, key: { readonly piiAccess: boolean; readonly scopes: readonly Scope[] }) {
  if (key.piiAccess && !caller.piiAccess) {
    const message = 'piiAccess: you have no access to personal data and cannot grant it.';
    throw new AppError('FORBIDDEN', message);
  }
  if (caller.narrowedTo)
    throw new AppError('FORBIDDEN', 'Your role is narrowed, and a key would not be. Ask somebody whose role is whole.');
  const lacking = key.scopes.filter((scope) => caller.scopes && !caller.scopes.has(scope));
  if (lacking.length > 0) throw lacks(lacking);
}

export const lacks = (scopes: readonly Scope[]): AppError =>
  new AppError('FORBIDDEN', `scopes: this key lacks ${scopes.join(', ')} and cannot grant it.`);

/** Notes a fault for networks beyond the bounds. */
export function boundNetworks(asked: readonly string[], bounds: KeyBounds, faults: Fault[]): void {
  if (allWithin(asked, bounds.networks)) return;
  const message = 'This key is bound to networks and passes on those only. Leave allowedCidrs out, or send fewer.';
  faults.push({ field: 'allowedCidrs', rule: 'not_allowed', message });
}

/** Notes a fault for a limit beyond the bounds. */
export function boundRate(asked: number, { requestsPerMinute }: KeyBounds, faults: Fault[]): void {
  if (asked <= requestsPerMinute) return;
  const message = `You may set at most ${requestsPerMinute}. Ask an admin for more.`;
  faults.push({ field: 'rateLimitPerMinute', rule: 'not_allowed', message });
}
