import { apiKeysValid, type Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { hashSessionKey, isSessionKey, tenantOfKey } from './generate-session-key.ts';
import { sessionFindByKey, type SessionRow } from './store.ts';

/** Requests a minute of one session: a person fills in a form. */
const REQUESTS_PER_MINUTE = 120;
const MAY: ReadonlySet<string> = new Set(['lead-sessions:use']);

/** Recognises whoever goes on with a session by the session's own key. */
export interface LeadSessionAuthenticator {
  readonly isKey: (key: string) => boolean;
  /** The caller while the session lasts, and the API key that opened it; undefined otherwise. */
  look(key: string): Promise<Caller | undefined>;
}

export function createLeadSessionAuthenticator({
  tenancy,
  clock,
}: {
  readonly tenancy: Tenancy;
  readonly clock: Clock;
}): LeadSessionAuthenticator {
  return {
    isKey: isSessionKey,
    async look(key) {
      const tenantId = tenantOfKey(key);
      const now = clock.now();
      return tenancy.readTenant(systemContext(tenantId), async (tx) => {
        const row = await sessionFindByKey(tx, hashSessionKey(key));
        if (!row || row.expiresAt <= now) return undefined;
        const valid = await apiKeysValid(tx, [row.openedBy], now);
        return valid.has(row.openedBy) ? callerOf(tenantId, row) : undefined;
      });
    },
  };
}

/** The posting key of the campaign, as far as this one session goes. */
const callerOf = (tenantId: string, { sessionId, openedBy, partnerId, campaignId }: SessionRow): Caller => ({
  tenantId,
  actorId: openedBy,
  role: 'posting',
  buyerId: undefined,
  partnerId,
  campaignId,
  readOnly: false,
  piiAccess: true,
  scopes: new Set(['posting']),
  requestsPerMinute: REQUESTS_PER_MINUTE,
  countedAs: sessionId,
  session: undefined,
  guest: undefined,
  narrowedTo: MAY,
  customRoleId: undefined,
});
