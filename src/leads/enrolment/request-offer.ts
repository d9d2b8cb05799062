import { tenantState, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { type AskRefusal, askRefusal, MOST_ASKED } from './domain/request-rules.ts';
import { refuseAsking } from './explain-refusal.ts';
import { enrolledIn, listingFind, type ListingRow } from './listing-store.ts';
import { type LatestRequest, requestEnd, requestInsert, requestsOf } from './request-store.ts';

/** Who asks: somebody of a partner, or its key. */
export interface Asker {
  readonly partnerId: string;
  readonly actorId: string;
}

/** Why a partner may not ask for a listed offer now; undefined where it may. */
export async function findRefusal(
  tx: TenantReader,
  partnerId: string,
  { id: offerId, status }: Pick<ListingRow, 'id' | 'status'>,
  now: Date,
): Promise<AskRefusal | undefined> {
  // The newest tell all: of one offer one request waits at a time. They are read first: what is approved meanwhile is
  // either seen to wait, or seen as a campaign.
  const earlier = await requestsOf(tx, { partnerId, offerId }, MOST_ASKED);
  const enrolled = await enrolledIn(tx, partnerId, [offerId]);
  const asking = {
    status,
    isEnrolled: enrolled.has(offerId),
    earlier: earlier.map(({ createdAt, ...rest }) => ({ ...rest, askedAt: createdAt })),
  };
  return askRefusal(asking, now);
}

/**
 * A partner asks for an offer. Throws NOT_FOUND for one that partners do not see, DUPLICATE where it is enrolled or has
 * asked, also at the same moment, and CONFLICT where the offer is paused or it asks too soon.
 */
export async function requestOffer(
  tx: TenantWriter,
  { partnerId, actorId }: Asker,
  offerId: string,
  now: Date,
): Promise<LatestRequest> {
  const listing = await listingFind(tx, offerId);
  if (!listing) throw notFound();
  const refusal = await findRefusal(tx, partnerId, listing, now);
  const request = refusal ? undefined : await requestInsert(tx, now, { partnerId, offerId, askedBy: actorId });
  if (request) return request;
  const { timeZone } = await tenantState(tx);
  throw refuseAsking(refusal ?? { kind: 'waiting' }, timeZone);
}

/** A partner takes back what waits; the offer may be listed no more. Throws NOT_FOUND where nothing waits. */
export async function withdrawRequest(
  tx: TenantWriter,
  { partnerId, actorId }: Asker,
  offerId: string,
  now: Date,
): Promise<LatestRequest> {
  const waiting = (await requestsOf(tx, { partnerId, offerId }, 1)).find(({ status }) => status === 'pending');
  const ended = waiting && (await requestEnd(tx, now, waiting.id, { status: 'withdrawn', decidedBy: actorId }));
  if (!ended) throw notFound();
  return ended;
}
