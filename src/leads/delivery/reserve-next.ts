import { suppressionMatches } from '../../core/consent/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { SealingKey } from '../../core/vault/index.ts';
import { contractVersionFind, type RoutableContract } from '../contracts/index.ts';
import {
  closedAt,
  countedBy,
  decisionFind,
  type DecisionRecord,
  leadFind,
  type LeadRow,
  openLead,
  type ReservedSale,
  type RoutingSnapshot,
  tokensOfLead,
} from '../intake/index.ts';
import {
  type Book,
  bookKeys,
  closeBook,
  type CountedOn,
  type InPlay,
  openBook,
  reservingLock,
  takeNext,
  wantedSales,
} from '../routing/index.ts';
import {
  attemptFor,
  type AttemptOutcome,
  attemptInsert,
  enqueueHeld,
  type NewSale,
  payoutOf,
  reserveFor,
  saleFind,
  saleInsert,
  type SaleRow,
} from '../sales/index.ts';
import type { DeliveryDeps } from './prepare-sale.ts';

/** What a released lead needs to go to the next contract, opened before the transaction begins. */
export interface Opened {
  readonly uncertainPolicy: 'resend' | 'hold';
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly key: SealingKey | undefined;
}

/** Reads the policy of the sale's contract and, where the next one may get the lead, opens it. */
export async function openForNext(
  deps: DeliveryDeps,
  tenantId: string,
  saleId: string,
  outcome: AttemptOutcome,
): Promise<Opened> {
  const { sale, lead, contract } = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const found = await saleFind(tx, saleId);
    if (!found) throw new Error('the sale of an attempt does not exist');
    return {
      sale: found,
      lead: await leadFind(tx, { leadId: found.leadId }),
      contract: await contractVersionFind(tx, found.contractId, found.contractVersion),
    };
  });
  const uncertainPolicy = contract?.terms.uncertainPolicy ?? 'hold';
  if (outcome === 'accepted' || outcome === 'uncertain' || !lead || lead.status === 'erased')
    return { uncertainPolicy, fields: {}, key: undefined };
  return {
    uncertainPolicy,
    fields: await openLead(deps.vault, tenantId, lead),
    key: await deps.vault.subjectKey(tenantId, sale.leadId),
  };
}

/** A sale that was just released, and its lead. */
export interface Released {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly fields: Opened['fields'];
  readonly key: SealingKey | undefined;
  readonly released: SaleRow;
  /** All sales of the lead so far. */
  readonly sales: readonly SaleRow[];
}

/** What the lead was reserved for next, and the attempts to be made now. */
export interface Next {
  readonly sales: readonly NewSale[];
  readonly attempts: readonly ReservedSale[];
}

/**
 * Gives back what the released sale counted, and reserves for the next contracts of the decision's ranking that are
 * still open for business and within their caps. A contract that was changed
 * since is passed over: nobody has asked whether the lead fits its new terms.
 */
export async function reserveNext(deps: DeliveryDeps, released: Released): Promise<Next> {
  const { tx, now, lead, key } = released;
  const decision = key && lead.status !== 'erased' ? await decisionFind(tx, lead.leadId) : undefined;
  const { snapshot, book } = await lockedBook(deps, released, decision);
  book.uncount(uncountedOf(released.released));
  const chosen = decision ? await choose(released, { decision, snapshot, book }) : [];
  const sales = chosen.flatMap((choice) => (key ? [reserve(deps, released, key, choice)] : []));
  const reserved = sales.map(({ sale }) => sale);
  await saleInsert(tx, now, reserved);
  const attempts = sales.flatMap(({ sale, contract }) =>
    sale.resumeAt ? [] : [attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now)],
  );
  await attemptInsert(tx, now, attempts);
  await enqueueHeld(tx, reserved, now);
  giveBackCampaign(released, reserved, book);
  await closeBook(tx, book);
  const { tenantId } = tx.context;
  return {
    sales: reserved,
    attempts: attempts.map(({ saleId, attemptId }) => ({ tenantId, saleId, attemptId })),
  };
}

const uncountedOf = ({ contractId, buyerId, priceCents, countedOn, buyerCountedOn }: SaleRow) => ({
  contractId,
  buyerId,
  priceCents,
  ...(countedOn === null ? {} : { countedOn }),
  ...(buyerCountedOn === null ? {} : { buyerCountedOn }),
});

/** A campaign's cap counts a lead only while somebody has it, or may get it. */
function giveBackCampaign({ lead, sales }: Released, next: readonly NewSale[], book: Book): void {
  if (lead.countedOn === null || next.length > 0 || sales.some((sale) => sale.status !== 'released')) return;
  book.uncountCampaign({ campaignId: lead.campaignId, partnerId: lead.partnerId, day: lead.countedOn });
}

interface Locked {
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
}

/** The settings and the counts under the locks of all who may get the lead now. */
async function lockedBook(
  deps: DeliveryDeps,
  { tx, now, lead }: Released,
  decision: DecisionRecord | undefined,
): Promise<Locked> {
  for (let known: number | undefined; ;) {
    const snapshot = await deps.snapshots.current(tx);
    const inPlay = inPlayOf(snapshot, lead, decision);
    if (known === snapshot.stamp) return { snapshot, book: await openBook(tx, inPlay, now) };
    await reservingLock(tx, bookKeys(inPlay));
    known = snapshot.stamp;
  }
}

function inPlayOf(snapshot: RoutingSnapshot, lead: LeadRow, decision: DecisionRecord | undefined): InPlay {
  const offer = snapshot.offers.get(lead.offerId ?? '');
  const contracts = (decision?.ranking ?? []).flatMap((id) => snapshot.contracts.get(id) ?? []);
  return {
    contracts: contracts.flatMap((contract) => countedBy(contract, snapshot) ?? []),
    campaigns: [],
    offers: offer && offer.turns !== 'none' ? [{ offerId: offer.offer.offerId, inTurn: offer.turns === 'exact' }] : [],
    timeZone: snapshot.timeZone,
  };
}

type Eligible = Extract<DecisionRecord['verdicts'][number], { outcome: 'eligible' }>;

interface Choice {
  readonly verdict: Eligible;
  readonly contract: RoutableContract;
  readonly days: CountedOn;
  readonly rank: number;
  readonly plan: DecisionRecord['plan'];
  /** Epoch milliseconds; undefined while it is open. */
  readonly holdUntil: number | undefined;
}

/** Whoever asked meanwhile not to be contacted goes to nobody further, as far as lists name people in clear. */
export async function suppressedFor({
  tx,
  now,
  lead,
}: Pick<Released, 'tx' | 'now' | 'lead'>): Promise<(buyerId: string) => boolean> {
  const found = await suppressionMatches(tx, await tokensOfLead(tx, lead.leadId), now);
  return (buyerId) =>
    found.some(
      ({ scope, scopeId }) =>
        scope === 'global' || scopeId === buyerId || (scope === 'vertical' && scopeId === lead.verticalId),
    );
}

async function choose(
  { tx, now, lead, sales }: Released,
  { decision, snapshot, book }: Locked & { readonly decision: DecisionRecord },
): Promise<Choice[]> {
  const linked = new Set(snapshot.offers.get(lead.offerId ?? '')?.contracts.map((contract) => contract.contractId));
  const closed = closedAt(snapshot, decision.ranking, now);
  const isListed = await suppressedFor({ tx, now, lead });
  const isOpen = ({ contractId, version, buyerId }: Eligible): boolean => {
    const contract = snapshot.contracts.get(contractId);
    if (!contract || !linked.has(contractId) || contract.version !== version) return false;
    if (closed.get(contractId)?.holdUntil === null || isListed(buyerId)) return false;
    return contract.status === 'active' && contract.buyerStatus === 'active';
  };
  const eligible = decision.verdicts.filter((verdict) => verdict.outcome === 'eligible').filter(isOpen);
  const waits = ({ contractId }: Eligible): number => Number(closed.has(contractId));
  const ranking = eligible.toSorted((one, other) => waits(one) - waits(other));
  const tried = sales.map(({ contractId, buyerId, pool, status }) => ({
    contractId,
    buyerId,
    pool,
    isLive: status !== 'released',
  }));
  const { plan } = decision;
  return takeNext(book, lead.offerId, { plan, ranking, tried }).flatMap(({ candidate: verdict, days }, index) => {
    const contract = snapshot.contracts.get(verdict.contractId);
    const rank = sales.length + index + 1;
    const holdUntil = closed.get(verdict.contractId)?.holdUntil ?? undefined;
    return contract ? [{ verdict, contract, days, rank, plan, holdUntil }] : [];
  });
}

function reserve(
  deps: DeliveryDeps,
  { tx, lead, fields, released }: Released,
  key: SealingKey,
  { verdict, contract, days, rank, plan, holdUntil }: Choice,
): { readonly sale: NewSale; readonly contract: RoutableContract } {
  const { pool, priceCents } = verdict;
  const { payoutCents, payoutPerSale } = released;
  const sale = reserveFor(deps.vault, {
    tenantId: tx.context.tenantId,
    leadId: lead.leadId,
    offerId: lead.offerId,
    key,
    fields,
    contract,
    rank,
    pool,
    priceCents,
    exclusive: wantedSales(pool, plan) === 1,
    ...(plan.payout ? payoutOf(plan.payout, priceCents) : { payoutCents, payoutPerSale }),
    ...days,
    resumeAt: holdUntil === undefined ? undefined : new Date(holdUntil),
  });
  return { sale, contract };
}
