import assert from 'node:assert/strict';
import { addDays, weekStart } from '../../src/kernel/time.ts';
import { closedAt } from '../../src/leads/intake/load-snapshot.ts';
import { CLEAR_STANDING, decide, type Decision } from '../../src/leads/routing/domain/decide.ts';
import type { RefusalCode } from '../../src/leads/routing/domain/reasons.ts';
import { placeOfZip } from '../../src/leads/routing/index.ts';
import type { Buyers } from './buyers.ts';
import type { SaleRow } from './rows.ts';
import { addUsage, isOpen, type Store, type StoredLead } from './store.ts';

/** What must hold whatever goes wrong. Counted anew from the sales themselves, never by the book that is judged. */
export interface Promises {
  /** Sales were reserved for a lead: caps and credit that held at that moment are kept. */
  reserved(lead: StoredLead, sales: readonly SaleRow[]): void;
  /** A sale is nobody's any more; its pack, if any, may be closed by now. */
  released(sale: SaleRow, isPackClosed: boolean): void;
  /** A campaign's lead is reserved for somebody, or for nobody any more. */
  campaignCounted(campaignId: string, day: string, by: 1 | -1): void;
  /** All else, once nothing is under way. */
  settled(buyers: Buyers, accepted: ReadonlySet<string>): void;
}

type Totals = Map<string, Map<string, { leads: number; spendCents: number }>>;

export function createPromises(store: Store): Promises {
  const totals: Totals = new Map();
  const owed = new Map<string, number>();
  const prepaid = new Map<string, number>();
  const count = (sale: SaleRow, by: 1 | -1, isPackClosed = false): void => {
    const amounts = { leads: by, spendCents: by * sale.priceCents };
    addUsage(totals, { ownerId: sale.contractId, day: sale.countedOn ?? '', ...amounts });
    addUsage(totals, { ownerId: sale.buyerId, day: sale.buyerCountedOn ?? '', ...amounts });
    const { packId, buyerId } = sale;
    if (packId !== null && !isPackClosed) prepaid.set(packId, (prepaid.get(packId) ?? 0) + by);
    else owed.set(buyerId, (owed.get(buyerId) ?? 0) + by * sale.priceCents);
  };
  return {
    reserved(lead, sales) {
      for (const sale of sales) count(sale, 1);
      for (const sale of sales) keepsCaps(store, totals, sale);
      for (const sale of sales)
        if (sale.packId === null) keepsCredit(store, owed, sale.buyerId);
        else keepsPack(store, prepaid, sale);
      keepsPlan(lead);
    },
    released: (sale, isPackClosed) => count(sale, -1, isPackClosed),
    campaignCounted(campaignId, day, by) {
      addUsage(totals, { ownerId: campaignId, day, leads: by, spendCents: 0 });
      const limits = store.snapshot.campaigns.get(campaignId)?.caps;
      if (by === 1) keepsLimits(totals, { ownerId: campaignId, day }, limits ? { leads: limits } : {});
    },
    settled(buyers, accepted) {
      for (const key of accepted) assert.ok(store.claims.has(key), 'a lead that was accepted is lost');
      assert.deepEqual(byOwner(store.usage), byOwner(totals), 'caps count what is reserved');
      assert.deepEqual(positive(store.credit), positive(owed), 'credit counts what is reserved');
      assert.deepEqual(positive(store.packs), positive(prepaid), 'packs count what is reserved');
      keepsLedger(store);
      for (const lead of store.leads.values()) endsWell(lead, buyers);
    },
  };
}

interface Limits {
  readonly leads?: Readonly<Partial<Record<'day' | 'week' | 'month', number>>>;
  readonly spendCents?: Readonly<Partial<Record<'day' | 'week' | 'month', number>>>;
  readonly concurrent?: number;
  readonly observe?: boolean;
}

function keepsCaps(store: Store, totals: Totals, sale: SaleRow): void {
  const contract = store.snapshot.contracts.get(sale.contractId);
  assert.ok(contract, 'a sale is of a contract that there is');
  keepsLimits(totals, { ownerId: sale.contractId, day: sale.countedOn ?? '' }, contract.terms.caps);
  keepsLimits(totals, { ownerId: sale.buyerId, day: sale.buyerCountedOn ?? '' }, contract.buyerCaps);
  keepsOpen(store, sale.contractId, contract.terms.caps);
  keepsOpen(store, sale.buyerId, contract.buyerCaps);
}

/** Of those that are under way, counted one by one. */
function keepsOpen({ open }: Store, ownerId: string, { concurrent, observe }: Limits): void {
  if (observe || concurrent === undefined) return;
  const own = [...open].filter((sale) => isOpen(sale) && [sale.row.contractId, sale.row.buyerId].includes(ownerId));
  assert.ok(own.length <= concurrent, `${ownerId} has more leads at once than it takes`);
}

function keepsLimits(totals: Totals, { ownerId, day }: { ownerId: string; day: string }, caps: Limits): void {
  if (caps.observe) return;
  const days = totals.get(ownerId);
  const spans = {
    day: [day, day],
    week: [weekStart(day), addDays(weekStart(day), 6)],
    month: [`${day.slice(0, 8)}01`, `${day.slice(0, 8)}31`],
  } as const;
  for (const period of ['day', 'week', 'month'] as const) {
    const [from, to] = spans[period];
    const within = [...(days ?? [])].filter(([at]) => at >= from && at <= to).map(([, used]) => used);
    const leads = within.reduce((sum, used) => sum + used.leads, 0);
    const spend = within.reduce((sum, used) => sum + used.spendCents, 0);
    assert.ok(leads <= (caps.leads?.[period] ?? Infinity), `the ${period} cap on leads of ${ownerId} is exceeded`);
    assert.ok(spend <= (caps.spendCents?.[period] ?? Infinity), `the ${period} cap on money of ${ownerId} is exceeded`);
  }
}

function keepsCredit(store: Store, owed: ReadonlyMap<string, number>, buyerId: string): void {
  const [contract] = [...store.snapshot.contracts.values()].filter((one) => one.buyerId === buyerId);
  const limit = contract?.creditLimitCents ?? Infinity;
  assert.ok((owed.get(buyerId) ?? 0) <= limit, `${buyerId} owes more than its credit`);
}

/** A pack gives no lead more than it has, and each at its price. */
function keepsPack(store: Store, prepaid: ReadonlyMap<string, number>, { contractId, packId, priceCents }: SaleRow) {
  const pack = store.snapshot.contracts.get(contractId)?.packs.find((one) => one.packId === packId);
  assert.ok(pack, "a sale takes a lead of a pack that is not its contract's");
  assert.equal(priceCents, pack.priceCents, 'a lead of a pack costs another price');
  assert.ok((prepaid.get(pack.packId) ?? 0) <= pack.leads, `${pack.packId} gave more leads than it has`);
}

/** Nobody has a lead twice, an exclusive one has one taker, and no pool more than the plan says. */
function keepsPlan({ sales, decision }: StoredLead): void {
  const had = sales.map(({ row }) => row).filter(({ status }) => status !== 'released');
  assert.equal(new Set(had.map(({ buyerId }) => buyerId)).size, had.length, 'a buyer has one lead twice');
  if (had.some(({ exclusive }) => exclusive)) assert.equal(had.length, 1, 'an exclusive lead is reserved twice');
  const most = decision.plan.maxSales ?? Infinity;
  if (had[0]?.pool === 'primary') assert.ok(had.length <= most, 'a lead is sold more often than its offer says');
}

interface Told {
  readonly verdicts: readonly (Pick<Decision['verdicts'][number], 'contractId' | 'version' | 'outcome'> & {
    readonly reason?: RefusalCode;
  })[];
}

const told = ({ verdicts }: Told): unknown =>
  verdicts
    .map(({ contractId, version, outcome, reason }) => ({ contractId, version, outcome, reason }))
    .toSorted((one, other) => (one.contractId < other.contractId ? -1 : 1));

const byOwner = (totals: Totals): unknown =>
  [...totals]
    .flatMap(([owner, days]) => [...days].map(([day, used]) => [`${owner} ${day}`, used] as const))
    .filter(([, { leads, spendCents }]) => leads !== 0 || spendCents !== 0)
    .toSorted(byName);

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : Number(one > other);

const positive = (cents: ReadonlyMap<string, number>): unknown =>
  [...cents].filter(([, amount]) => amount !== 0).toSorted(byName);

/**
 * Every transaction sums to zero; what is booked of a settled sale is its price and its payout, and of one that was
 * taken back it is nothing.
 */
function keepsLedger(store: Store): void {
  const earned = new Map<string, { revenue: number; payable: number }>();
  for (const { saleId, lines } of store.ledger) {
    const sums = earned.get(saleId) ?? { revenue: 0, payable: 0 };
    for (const { account, amountCents } of lines)
      if (account === 'tenant_revenue') sums.revenue -= amountCents;
      else if (account === 'partner_payable') sums.payable -= amountCents;
    earned.set(saleId, sums);
    assert.equal(
      lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
      0,
      'the ledger sums to zero',
    );
    const isOwed = lines.some(({ account, amountCents }) => account === 'buyer_receivable' && amountCents > 0);
    assert.ok(!isOwed || store.sales.get(saleId)?.row.packId === null, 'what was paid in advance is owed again');
  }
  for (const { row } of store.sales.values()) {
    const isSold = row.status === 'settled';
    const due = { revenue: isSold ? row.priceCents : 0, payable: isSold ? row.payoutCents : 0 };
    assert.deepEqual(earned.get(row.saleId) ?? { revenue: 0, payable: 0 }, due, 'the ledger says what a sale is');
  }
}

function endsWell(lead: StoredLead, buyers: Buyers): void {
  const rows = lead.sales.map(({ row }) => row);
  const ends = rows.filter(({ status }) => status === 'delivering' || status === 'uncertain');
  assert.deepEqual(ends, [], 'a sale has no end though nothing is under way');
  const settled = rows.filter(({ status }) => status === 'settled');
  const isReturned = rows.some(({ status }) => status === 'returned');
  const stands = settled.length > 0 ? 'sold' : isReturned ? 'returned' : 'unsold';
  assert.equal(lead.state.status, stands, 'a lead stands where its sales leave it');
  const fixed = settled.filter(({ payoutPerSale, payoutCents }) => !payoutPerSale && payoutCents > 0);
  assert.ok(fixed.length <= 1, 'a fixed payout is paid twice');
  // Of what its exclusive buyers refused, a fallback pool that sells to all may have several takers.
  if (settled.some(({ exclusive }) => exclusive) || rows.every(({ exclusive }) => exclusive))
    assert.ok(buyers.holders(lead.lead.leadId).size <= 1, 'an exclusive lead is in two hands');
  if (lead.lead.number % 10 === 0) isReproducible(lead);
}

/** The decision follows from its record: the settings of its stamp, its moment, and what it says stood against whom. */
function isReproducible({ lead, prepared, decision, snapshot, decidedAt }: StoredLead): void {
  const rules = snapshot.offers.get(lead.offerId ?? '');
  if (!rules || decision.verdicts.length === 0) return;
  const refused = decision.verdicts.filter((verdict) => verdict.outcome === 'refused');
  const ids = (reason: RefusalCode): string[] =>
    refused.filter((verdict) => verdict.reason === reason).map(({ contractId }) => contractId);
  // Which cap it was is sealed beside the record; any will do to refuse again.
  const capped = (reason: RefusalCode) =>
    new Map(ids(reason).map((contractId) => [contractId, 'daily leads' as const]));
  const again = decide({
    lead: { verticalId: lead.verticalId, fields: prepared.fields, acceptedBuyerIds: prepared.acceptedBuyerIds },
    offer: rules.offer,
    contracts: rules.contracts,
    standing: {
      ...CLEAR_STANDING,
      packEmpty: new Set(ids('pack_empty')),
      overCredit: new Set(ids('over_credit')),
      capReached: capped('cap_reached'),
      buyerCapReached: capped('buyer_cap_reached'),
      closed: closedAt(snapshot, rules.bounded, decidedAt),
    },
    now: decidedAt,
    timeZone: snapshot.timeZone,
    placeOf: placeOfZip,
    turns: new Map(),
    seed: decision.seed,
  });
  assert.deepEqual(told(again), told(decision), 'a decision does not follow from its record');
  if (rules.turns === 'none') assert.deepEqual(again.ranking, decision.ranking, 'a ranking does not follow');
}
