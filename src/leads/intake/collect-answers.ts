import { checkRefusal, type MadeCheck } from '../checks/index.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';
import { type Auctioned, auctionFor, NO_AUCTION } from './collect-bids.ts';
import { type CheckDeps, collectChecks } from './collect-checks.ts';
import type { AuctionDeps } from './hold-auction.ts';
import type { PreparedLead } from './prepare-lead.ts';
import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';

/** What others said of a lead before it was decided upon. */
export interface Answers {
  readonly checks: readonly MadeCheck[];
  readonly auctioned: Auctioned;
}

interface Posted {
  readonly prepared: PreparedLead;
  readonly snapshot: RoutingSnapshot;
  readonly startedAt: Date;
  /** What they said before the settings changed. */
  readonly held: Answers | undefined;
}

/**
 * Asks those who are outside, in no transaction: first the services that may keep a lead out, and then, of one that
 * they let in, the buyers that bid. Once for a lead: who was asked before settings changed is not asked again.
 */
export async function collectAnswers(
  deps: CheckDeps & AuctionDeps,
  request: { readonly caller: Caller; readonly origin: Origin },
  posted: Posted,
): Promise<Answers> {
  const { tenantId } = request.caller;
  const { prepared, snapshot, startedAt, held } = posted;
  const earlier = held?.checks ?? [];
  const asking = { tenantId, snapshot, prepared: [prepared], now: startedAt, earlier };
  return askBuyers(deps, request, posted, (await collectChecks(deps, asking))(prepared));
}

/** What services said, with what buyers bid then, who are not asked about a lead that the services keep out. */
export async function askBuyers(
  deps: AuctionDeps,
  request: { readonly caller: Caller; readonly origin: Origin },
  { prepared, snapshot, startedAt, held }: Posted,
  checks: readonly MadeCheck[],
): Promise<Answers> {
  // A quote is looked up all the same: whether there is one comes before what stands against the lead.
  if (checkRefusal(checks) && prepared.pingId === undefined) return { checks, auctioned: NO_AUCTION };
  const before = held?.auctioned.auction && held.auctioned;
  return { checks, auctioned: before ?? (await auctionFor(deps, request, { prepared, snapshot, startedAt })) };
}
