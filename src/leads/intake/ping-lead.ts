import { createHash } from 'node:crypto';
import { actorOf, type Caller, callerEnded, validCallers } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import { neededConsent, readPhone } from '../../core/consent/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { lengthPrefixed } from '../../core/vault/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { calendarDay } from '../../kernel/time.ts';
import { type NewPing, type PingBid, pingBids, pingInsert, pingOfClaim, type PingRow } from '../bidding/index.ts';
import { campaignBlocks } from '../sources/index.ts';
import { earningOf } from './decide-lead.ts';
import { canonicalPayload } from './domain/canonical-payload.ts';
import { type ReadPing, readPing } from './domain/read-ping.ts';
import { campaignOf, createRecentSnapshots, type SnapshotDeps } from './find-campaign.ts';
import { type AuctionDeps, holdAuction } from './hold-auction.ts';
import type { CampaignRules, RoutingSnapshot } from './load-snapshot.ts';
import { createOpenBooks, type Opened } from './open-books.ts';
import { postingInsert } from './posting-log-store.ts';
import { quoteOf } from './quote-ping.ts';
import { createTenantGroups } from './submit-in-group.ts';

export interface PingRequest {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | undefined;
}

/** A ping that was answered, with what it may be shown by. */
export interface PingAnswer {
  readonly ping: Pick<PingRow, 'pingId' | 'expiresAt' | 'payoutCents' | 'matches'>;
  /** In the order of the matches. */
  readonly bids: readonly PingBid[];
  readonly snapshot: RoutingSnapshot;
  /** Whether the law wants the consent to name the buyer. */
  readonly isNamed: boolean;
}

export type PingLead = (request: PingRequest) => Promise<PingAnswer>;
export type PingDeps = AuctionDeps & SnapshotDeps;

const STALE_TRIES = 3;

interface Pinged {
  readonly request: PingRequest;
  readonly ping: NewPing;
}

/**
 * Answers what a lead would bring: decides on what the ping tells of it, asks those who bid, and keeps the quote before
 * it is given. It binds until it expires; a quote is for one lead. Only an idempotency key makes two pings one, for two
 * people may look alike in a ping.
 */
export function createPingLead(deps: PingDeps): PingLead {
  const recent = createRecentSnapshots(deps);
  const openBook = createOpenBooks(deps);
  const write = createTenantGroups((tenantId, pinged: readonly Pinged[]) => writePings(deps, tenantId, pinged));
  return async (request) => {
    const { tenantId } = request.caller;
    const startedAt = deps.clock.now();
    let asked = await prepare(deps, request, { snapshot: await recent(request.caller, 'recent'), startedAt });
    const earlier = await answeredBefore(deps, asked);
    if (earlier) return earlier;
    let opened = await openBook(tenantId, asked);
    for (let again = 0; opened === 'stale' && again < STALE_TRIES; again += 1) {
      asked = await prepare(deps, request, { snapshot: await recent(request.caller, 'fresh'), startedAt });
      opened = await openBook(tenantId, asked);
    }
    if (opened === 'stale') throw changing();
    const ping = await quote(deps, asked, opened);
    const written = await write(tenantId, { request, ping });
    if (written === 'caller_ended') throw callerEnded(request.caller);
    const first = written === 'not_first' ? await answeredBefore(deps, asked) : undefined;
    return first ?? answerOf(asked, ping, ping.bids);
  };
}

interface Prepared {
  readonly request: PingRequest;
  readonly snapshot: RoutingSnapshot;
  readonly startedAt: Date;
  readonly campaign: CampaignRules;
  readonly read: ReadPing;
  readonly claim: Buffer | null;
  readonly payloadHash: Buffer | null;
}

async function prepare(
  deps: PingDeps,
  request: PingRequest,
  { snapshot, startedAt }: Pick<Prepared, 'snapshot' | 'startedAt'>,
): Promise<Prepared> {
  const { body, idempotencyKey, caller } = request;
  const campaign = campaignOf({ caller, endpoint: 'ping', body }, snapshot);
  const read = readPing(body, campaign, { readPhone, today: calendarDay(startedAt, snapshot.timeZone) });
  const otherVertical = isOther(body['verticalId'], campaign.verticalId);
  if (!read.ok || otherVertical) throw invalid([...(read.ok ? [] : read.error), ...(otherVertical ? [OTHER] : [])]);
  const known = { request, snapshot, startedAt, campaign, read: read.value };
  if (idempotencyKey === undefined) return { ...known, claim: null, payloadHash: null };
  const payload = canonicalPayload(campaign.campaignId, body);
  if (!payload.ok)
    throw invalid([{ field: 'body', rule: payload.error, message: 'Is nested too deeply. Flatten it.' }]);
  const token = await deps.vault.tokens(caller.tenantId);
  const key = lengthPrefixed([campaign.campaignId, idempotencyKey]).toString('hex');
  return {
    ...known,
    claim: token('ping-idempotency', key),
    payloadHash: token('ping-payload', createHash('sha256').update(payload.value).digest('hex')),
  };
}

const isOther = (given: unknown, verticalId: string | null): boolean =>
  given !== undefined && given !== null && given !== '' && given !== verticalId;
const OTHER = {
  field: 'verticalId',
  rule: 'other_vertical',
  message: 'Is not the vertical of this campaign. Leave it out, or send the right one.',
};

/** The first answer to a request with this idempotency key. Throws CONFLICT where its body was another one. */
async function answeredBefore(deps: PingDeps, asked: Prepared): Promise<PingAnswer | undefined> {
  const { claim, campaign, request, payloadHash } = asked;
  if (claim === null) return undefined;
  const found = await deps.tenancy.readTenant(systemContext(request.caller.tenantId), async (tx) => {
    const ping = await pingOfClaim(tx, campaign.campaignId, claim);
    return ping && { ping, said: await pingBids(tx, ping.pingId) };
  });
  if (!found) return undefined;
  if (payloadHash === null || found.ping.payloadHash?.equals(payloadHash) !== true) {
    const message = 'It was used with another body. Send a new key with a new ping.';
    const faults = [{ field: 'Idempotency-Key', rule: 'reused', message }];
    throw new AppError('CONFLICT', `Idempotency-Key: ${message}`, { faults });
  }
  return answerOf(asked, found.ping, found.said?.bids ?? []);
}

function answerOf(asked: Prepared, ping: PingAnswer['ping'], bids: readonly PingBid[]): PingAnswer {
  const isNamed = consentOf(asked) === 'named';
  const matched = bids
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return { ping, bids: matched, snapshot: asked.snapshot, isNamed };
}

const consentOf = ({ campaign, read, startedAt, snapshot }: Prepared): ReturnType<typeof neededConsent> =>
  neededConsent({ regime: campaign.regime, state: stateOf(read), day: calendarDay(startedAt, snapshot.timeZone) });

const stateOf = ({ fields }: ReadPing): string | null => (typeof fields['state'] === 'string' ? fields['state'] : null);

const changing = (): AppError =>
  new AppError('UNAVAILABLE', 'The settings of this campaign are changing just now. Send the ping again.', {
    retryAfterSeconds: 1,
  });

/** Asks who might buy, and reckons what the partner would earn. */
async function quote(deps: PingDeps, asked: Prepared, { rules, book }: Opened): Promise<NewPing> {
  const { request, snapshot, startedAt, campaign, read, claim, payloadHash } = asked;
  const { tenantId } = request.caller;
  const pingId = newId(startedAt.getTime());
  const offerId = rules?.offer.offerId ?? null;
  const isOpen = snapshot.tenantStatus === 'active' && campaignBlocks(campaign).length === 0;
  const isTest = read.isTest || campaign.status === 'testing';
  // Consent is what the answer is to be asked for: until then, each buyer counts as one that may be named.
  const acceptedBuyerIds = rules?.contracts.map(({ buyerId }) => buyerId) ?? [];
  // A draw by weight needs a number that rises; lots are drawn anew when the lead comes.
  const lead = { campaign, fields: read.fields, state: stateOf(read), acceptedBuyerIds, seed: startedAt.getTime() };
  const lot = { tenantId, pingId, snapshot, lead, isTest, now: startedAt };
  const held = rules && book && isOpen ? await holdAuction(deps, { ...lot, rules, book }) : undefined;
  const earning = earningOf(campaign, rules, undefined);
  const quoted = quoteOf(held, { rules, snapshot, earning, campaignId: campaign.campaignId, isTest });
  const at = deps.clock.now();
  return {
    pingId,
    kind: 'ping',
    campaignId: campaign.campaignId,
    partnerId: campaign.partnerId,
    offerId,
    isTest,
    outcome: quoted.matches.length > 0 ? 'quoted' : 'no_match',
    fields: read.sent,
    ...quoted,
    asked: held?.asked.length ?? 0,
    claim,
    payloadHash,
    durationMs: at.getTime() - startedAt.getTime(),
    requestId: request.origin.requestId ?? '',
    at,
    expiresAt: new Date(at.getTime() + read.expiryMinutes * 60_000),
    leadId: null,
    terms: earning,
  };
}

/** Keeps pings before they are answered, with their audit events and postings, all of a group in one transaction. */
async function writePings(
  deps: PingDeps,
  tenantId: string,
  pinged: readonly Pinged[],
): Promise<('written' | 'not_first' | 'caller_ended')[]> {
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const now = deps.clock.now();
    const callers = pinged.map(({ request }) => request.caller);
    const isValid = await validCallers(tx, callers, now);
    const valid = pinged.filter(({ request }) => isValid(request.caller));
    const written = await pingInsert(
      tx,
      valid.map(({ ping }) => ping),
    );
    const kept = valid.filter(({ ping }) => written.has(ping.pingId));
    await recordAudit(tx, now, kept.map(auditOf));
    await postingInsert(tx, now, kept.map(postingOf));
    return pinged.map(({ request, ping }) =>
      written.has(ping.pingId) ? 'written' : isValid(request.caller) ? 'not_first' : 'caller_ended',
    );
  });
}

/** What buyers were told stands in the trail: names of fields, never a value. */
const auditOf = ({ request: { caller, origin }, ping }: Pinged) => ({
  event: {
    action: 'lead.ping',
    entity: 'ping',
    entityIds: [ping.pingId],
    outcome: 'done' as const,
    detail: {
      result: ping.outcome,
      campaignId: ping.campaignId,
      fields: [...ping.fields],
      askedBuyerIds: ping.bids.filter(({ durationMs }) => durationMs !== null).map(({ buyerId }) => buyerId),
    },
  },
  origin,
  onBehalfOf: {
    kind: caller.role === 'posting' ? ('posting' as const) : actorOf(caller).kind,
    id: caller.actorId,
    ...(caller.partnerId === undefined ? {} : { partnerId: caller.partnerId }),
  },
});

const postingOf = ({ ping }: Pinged) => ({
  endpoint: 'ping',
  campaignId: ping.campaignId,
  partnerId: ping.partnerId,
  leadId: null,
  outcome: ping.outcome === 'quoted' ? ('success' as const) : ('rejected' as const),
  httpStatus: 200,
  code: ping.outcome === 'quoted' ? null : 'no_match',
  faults: [],
  durationMs: ping.durationMs,
  requestId: ping.requestId,
});
