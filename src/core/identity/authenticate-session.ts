import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { type Caller, isInNetworks, SHUT_OUT } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { CLOCKS_DIFFER_MS } from './domain/clock-skew.ts';
import { seesPersonalData } from './domain/role-limits.ts';
import { hashToken } from './secret-token.ts';
import { type SessionFound, sessionFind, sessionsEnd, sessionTouch } from './session-store.ts';

export interface SessionAuthenticator {
  /** The person behind a session's token. Throws UNAUTHORIZED with one text for all that is wrong with it. */
  authenticate(token: string, address: string): Promise<Caller>;
  /** The person behind a session that holds; looking keeps it no longer alive. Undefined otherwise. */
  look(token: string, address: string): Promise<Caller | undefined>;
  /** The person whatever the state of the session, for the trail; undefined for a token that nobody has. */
  identify(token: string): Promise<Caller | undefined>;
  /** Drops what is cached, so that the end of a session counts at once in this process. */
  forget(): void;
}

export interface SessionAuthenticatorDeps {
  readonly identity: Database;
  readonly identityTenancy: Tenancy;
  readonly clock: Clock;
}

const ENDED = 'This session has ended or is not known. Sign in again.';
/** Other processes may have ended a session meanwhile; writes check again in their own transaction. */
const CACHE_MS = 1000;
const CACHE_ENTRIES = 20_000;
/** How far the time of the last request may lag behind. */
const TOUCH_MS = 30_000;

export function createSessionAuthenticator(deps: SessionAuthenticatorDeps): SessionAuthenticator {
  const { identity, identityTenancy, clock } = deps;
  const cache = new Map<string, { readonly at: number; readonly row: Promise<SessionFound | undefined> }>();

  const lookUp = (token: string): Promise<SessionFound | undefined> => {
    const hash = hashToken(token);
    const name = hash.toString('base64');
    const now = clock.now().getTime();
    const found = cache.get(name);
    if (found && Math.abs(now - found.at) < CACHE_MS) return found.row;
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    const row = sessionFind(identity, hash);
    cache.set(name, { at: now, row });
    row.catch(() => cache.delete(name));
    return row;
  };
  return {
    async authenticate(token, address) {
      const row = await lookUp(token);
      const now = clock.now();
      if (row && row.endedAt === null && isAhead(row, now)) {
        await endForGood(identityTenancy, row, now);
        cache.clear();
      }
      if (!row || !holds(row, now) || !isAllowedFrom(row.allowedCidrs, address))
        throw new AppError('UNAUTHORIZED', ENDED);
      if (now.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS)
        await identityTenancy.withTenant(systemContext(row.tenantId), (tx) => sessionTouch(tx, row.sessionId, now));
      return callerOf(row, now);
    },
    async look(token, address) {
      const row = await lookUp(token);
      const now = clock.now();
      return row && holds(row, now) && isAllowedFrom(row.allowedCidrs, address) ? callerOf(row, now) : undefined;
    },
    async identify(token) {
      const row = await lookUp(token);
      return row && callerOf(row, clock.now());
    },
    forget: () => cache.clear(),
  };
}

/** Ends a session that would hold again once its time comes. */
async function endForGood(tenancy: Tenancy, { tenantId, userId, sessionId }: SessionFound, now: Date): Promise<void> {
  const reason = 'clock_set_back';
  await tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const ended = await sessionsEnd(tx, { userId, only: sessionId }, reason, now);
    const event = {
      action: 'session.end',
      entity: 'session',
      entityIds: [...ended, userId],
      outcome: 'done',
    } as const;
    if (ended.length > 0) await recordAudit(tx, now, [{ event: { ...event, detail: { reason } }, origin: {} }]);
  });
}

/** Whether a session was last seen in the future, by a clock that was set back since: its limits say nothing. */
const isAhead = ({ lastSeenAt }: SessionFound, now: Date): boolean =>
  lastSeenAt.getTime() - now.getTime() >= CLOCKS_DIFFER_MS;

/** 45 CFR 164.312(a)(2)(iii): a session that nobody uses ends by itself. */
function holds(row: SessionFound, now: Date): boolean {
  const idleMs = now.getTime() - row.lastSeenAt.getTime();
  return (
    row.endedAt === null &&
    row.expiresAt > now &&
    idleMs < row.idleSeconds * 1000 &&
    !isAhead(row, now) &&
    row.userStatus === 'active' &&
    row.tenantStatus === 'active' &&
    (row.ownerStatus === null || !SHUT_OUT.includes(row.ownerStatus)) &&
    (row.accessUntil === null || row.accessUntil > now)
  );
}

/** Whether an address is in one of the networks; without networks any is. */
export const isAllowedFrom = (cidrs: readonly string[] | null, address: string): boolean =>
  cidrs === null || isInNetworks(address, cidrs);

function callerOf(row: SessionFound, now: Date): Caller {
  const home: Caller = {
    tenantId: row.tenantId,
    actorId: row.userId,
    role: row.role,
    buyerId: row.buyerId ?? undefined,
    partnerId: row.partnerId ?? undefined,
    campaignId: undefined,
    readOnly: row.readOnly,
    piiAccess: row.piiAccess && seesPersonalData(row.role),
    scopes: undefined,
    requestsPerMinute: undefined,
    session: { sessionId: row.sessionId, stage: row.stage, steppedUpAt: row.steppedUpAt ?? undefined },
    guest: undefined,
    narrowedTo: row.permissions === null ? undefined : new Set(row.permissions),
    customRoleId: row.customRoleId ?? undefined,
  };
  const { guestTenantId, guestGrantId, guestUntil } = row;
  const isGuest = guestTenantId !== null && guestGrantId !== null && guestUntil !== null && visits(row, now);
  if (!isGuest) return home;
  const leadId = row.guestLeadId ?? undefined;
  // Personal data of the one lead that the grant names, and of no other: the database shows no other row.
  const piiAccess = leadId !== undefined;
  const guest = { grantId: guestGrantId, until: guestUntil, leadId, home };
  const as = { role: 'guest', readOnly: true, piiAccess, customRoleId: undefined } as const;
  return { ...home, tenantId: guestTenantId, ...as, guest };
}

const visits = (row: SessionFound, now: Date): boolean =>
  row.guestEndedAt === null && row.guestUntil !== null && row.guestUntil > now && row.guestTenantStatus === 'active';
