import type { Static } from 'typebox';
import type { Caller } from '../../core/access/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { insertCampaign } from '../sources/index.ts';
import { approveRefusal } from './domain/request-rules.ts';
import { refuseDeciding } from './explain-refusal.ts';
import { enrolledIn, listingHold } from './listing-store.ts';
import { type Decision, requestEnd, requestRecords, type RequestRow } from './request-store.ts';
import type { approveBody } from './wire.ts';

/** Who of the staff decides, and when. */
export interface DecidingBy {
  readonly caller: Caller;
  readonly now: Date;
}

async function lockRequest(tx: TenantWriter, requestId: string): Promise<RequestRow> {
  const request = await requestRecords.lock(tx, requestId);
  if (!request) throw notFound();
  return request;
}

async function endRequest(tx: TenantWriter, now: Date, requestId: string, decision: Decision): Promise<RequestRow> {
  const ended = await requestEnd(tx, now, requestId, decision);
  if (!ended) throw refuseDeciding('decided');
  return ended;
}

/**
 * Approves what a partner asks for: in one transaction it gets a campaign in testing on the offer, with a posting key.
 * Throws CONFLICT where the request waits no more, or what it asks for is not there any more.
 */
export async function approveRequest(
  tx: TenantWriter,
  pepper: Buffer,
  { caller, now }: DecidingBy,
  { requestId, note, name, ...terms }: Static<typeof approveBody> & { readonly requestId: string },
): Promise<{ readonly row: RequestRow; readonly postingKey: string; readonly touched: readonly string[] }> {
  const { offerId } = (await requestRecords.find(tx, requestId)) ?? {};
  // Held before anything is read that hangs on it: nobody makes the offer private between here and the campaign.
  const listed = offerId === undefined ? null : await listingHold(tx, offerId);
  const request = await lockRequest(tx, requestId);
  const { partnerId, partnerName, offerName } = request;
  const refusal = approveRefusal({
    status: request.status,
    listed,
    visibility: request.visibility ?? 'private',
    isEnrolled: (await enrolledIn(tx, partnerId, [request.offerId])).has(request.offerId),
    partnerStatus: request.partnerStatus,
  });
  if (refusal) throw refuseDeciding(refusal);
  const campaign = await insertCampaign(pepper, {
    tx,
    caller,
    now,
    body: {
      ...terms,
      name: name ?? `${partnerName}: ${offerName ?? ''}`.slice(0, 255),
      partnerId,
      offerId: request.offerId,
      status: 'testing',
    },
  });
  const decision = { status: 'approved', decidedBy: caller.actorId, campaignId: campaign.row.id } as const;
  const row = await endRequest(tx, now, requestId, { ...decision, note: note ?? null });
  return {
    row,
    postingKey: String(campaign.once['postingKey']),
    touched: [requestId, request.offerId, partnerId, campaign.row.id, ...campaign.touched],
  };
}

/** Declines what a partner asks for, and tells it why. Throws CONFLICT where the request waits no more. */
export async function declineRequest(
  tx: TenantWriter,
  { caller, now }: DecidingBy,
  { requestId, note }: { readonly requestId: string; readonly note: string },
): Promise<RequestRow> {
  const { id } = await lockRequest(tx, requestId);
  return endRequest(tx, now, id, { status: 'declined', decidedBy: caller.actorId, note });
}
