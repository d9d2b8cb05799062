import { systemContext } from '../../core/gate/index.ts';
import { newId } from '../../kernel/ids.ts';
import { openBook } from '../routing/index.ts';
import { isLive, saleListOfLead } from '../sales/index.ts';
import { type Auctioned, loggedPing, NO_AUCTION } from './collect-bids.ts';
import { type DatedDecision, decisionFind } from './decision-store.ts';
import type { FieldValue } from './domain/fields.ts';
import { type Among, findCandidates, inPlayAgain } from './find-ground.ts';
import { type AuctionDeps, holdAuction, type Lot } from './hold-auction.ts';
import type { Snapshots } from './load-snapshot.ts';
import type { LeadRow } from './store.ts';

/** A lead that was routed before, as it was read. */
export interface ToOffer {
  readonly tenantId: string;
  readonly requestId: string;
  readonly lead: LeadRow;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly among: Extract<Among, { kind: 'offer' }>;
}

/**
 * Asks those who bid on the offer of a lead's campaign for their price, in no transaction, before the lead is decided
 * upon anew. Who has the lead is not asked; an offer without bidders asks nobody anything.
 */
export async function collectBidsAgain(
  deps: AuctionDeps & { readonly snapshots: Snapshots },
  { tenantId, requestId, lead, fields, among }: ToOffer,
): Promise<Auctioned> {
  const now = deps.clock.now();
  const found = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const snapshot = await deps.snapshots.current(tx);
    const sales = await saleListOfLead(tx, lead.leadId);
    const candidates = findCandidates(snapshot, { lead, among, sales });
    const rules = candidates?.rules;
    const having = new Set(sales.filter(isLive).map(({ contractId }) => contractId));
    const contracts = rules?.contracts.filter(({ contractId }) => !having.has(contractId)) ?? [];
    if (!candidates || !rules || !contracts.some(({ contractId }) => rules.bidders.has(contractId))) return undefined;
    const { campaign } = candidates;
    const book = await openBook(tx, inPlayAgain(snapshot, lead, campaign, rules), now);
    const acceptedBuyerIds = consentOf(await decisionFind(tx, lead.leadId));
    const asked = { campaign, fields, acceptedBuyerIds, state: lead.state, seed: lead.number };
    const lot = { tenantId, pingId: newId(now.getTime()), snapshot, isTest: false, book, now, lead: asked };
    return { ...lot, rules: { ...rules, contracts } } satisfies Lot;
  });
  if (!found) return NO_AUCTION;
  const held = await holdAuction(deps, found);
  const ping = loggedPing(held, found, { requestId, at: deps.clock.now() });
  return { auction: held.auction, ping: { ...ping, leadId: lead.leadId } };
}

/** Whom the consent of a lead covers stands with its decision; if it does not, nobody. Undefined: whoever buys. */
export const consentOf = (kept: DatedDecision | undefined): readonly string[] | undefined =>
  kept?.basis ? (kept.basis.acceptedBuyerIds ?? undefined) : [];
