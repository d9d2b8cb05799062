import type { DecisionRecord } from '../../src/leads/intake/decision-store.ts';
import { buildSnapshot, type RoutingSnapshot, type Settings } from '../../src/leads/intake/load-snapshot.ts';
import type { PreparedLead } from '../../src/leads/intake/prepare-lead.ts';
import type { NewLead } from '../../src/leads/intake/store.ts';
import { beginBook, type Book, type CapCount } from '../../src/leads/routing/domain/book.ts';
import { isOpenBounded, type UsedBy } from '../../src/leads/routing/domain/caps.ts';
import { dayOf } from '../../src/leads/routing/domain/measure-caps.ts';
import type { InPlay } from '../../src/leads/routing/index.ts';
import type { LedgerLine } from '../../src/leads/sales/domain/ledger-lines.ts';
import type { AttemptOutcome, LeadState, NewAttempt, NewSale, SaleRow } from './rows.ts';
import { weekStart } from '../../src/kernel/time.ts';

export interface StoredLead {
  readonly lead: NewLead;
  readonly prepared: PreparedLead;
  readonly decision: DecisionRecord;
  readonly decidedAt: Date;
  readonly snapshot: RoutingSnapshot;
  state: LeadState;
  readonly sales: StoredSale[];
}

export interface StoredAttempt extends NewAttempt {
  outcome: AttemptOutcome | null;
  reason: string | null;
}

export interface StoredSale {
  row: SaleRow;
  readonly attempts: StoredAttempt[];
}

type Used = UsedBy['day'];
type Days = Map<string, Used>;

/** What a database would hold of the tenant. Changed only by `apply`, all of a transaction or nothing of it. */
export interface Store {
  snapshot: RoutingSnapshot;
  settings: Settings;
  readonly leads: Map<string, StoredLead>;
  readonly sales: Map<string, StoredSale>;
  /** Those without an end, and some that had one since. */
  readonly open: Set<StoredSale>;
  /** What each request came to, by its idempotency key: a lead's id, or why it was refused. */
  readonly claims: Map<string, { readonly leadId: string | null; readonly refusal: string | null }>;
  readonly usage: Map<string, Days>;
  readonly credit: Map<string, number>;
  /** How many leads were taken of each pack. */
  readonly packs: Map<string, number>;
  readonly turns: Map<string, Map<string, number>>;
  readonly ledger: { readonly saleId: string; readonly lines: readonly LedgerLine[] }[];
}

export const createStore = (settings: Settings): Store => ({
  snapshot: buildSnapshot(settings),
  settings,
  leads: new Map(),
  sales: new Map(),
  open: new Set(),
  claims: new Map(),
  usage: new Map(),
  credit: new Map(),
  packs: new Map(),
  turns: new Map(),
  ledger: [],
});

/** The book of a transaction: of copies, so that one that is not applied leaves nothing. */
export function openSimBook(store: Store, inPlay: InPlay, now: Date): Book {
  const days = dayOf(now);
  const used = new Map<string, UsedBy>();
  const put = (ownerId: string, day: string): void => {
    used.set(ownerId, usedBy(store.usage.get(ownerId), day));
  };
  for (const { contractId, buyerId, timeZone, arrivalOf } of inPlay.contracts) {
    put(contractId, days(timeZone, arrivalOf(now)));
    put(buyerId, days(inPlay.timeZone));
  }
  for (const { campaignId } of inPlay.campaigns) put(campaignId, days(inPlay.timeZone));
  const owed = new Map(inPlay.contracts.map(({ buyerId }) => [buyerId, store.credit.get(buyerId) ?? 0]));
  const turns = new Map(inPlay.offers.map(({ offerId }) => [offerId, new Map(store.turns.get(offerId))]));
  const packs = inPlay.contracts.flatMap((contract) => contract.packs);
  const left = new Map(packs.map(({ packId, leads }) => [packId, leads - (store.packs.get(packId) ?? 0)]));
  return beginBook({ inPlay, now, days, used, owed, open: openOf(store, inPlay), left, turns }, store.snapshot.stamp);
}

export const isActivePack = ({ snapshot }: Store, packId: string): boolean =>
  [...snapshot.contracts.values()].some(({ packs }) => packs.some((pack) => pack.packId === packId));

function openOf(store: Store, { contracts }: InPlay): Map<string, number> {
  const open = new Map<string, number>();
  if (!contracts.some(isOpenBounded)) return open;
  for (const sale of store.open) {
    if (!isOpen(sale)) store.open.delete(sale);
    else for (const id of [sale.row.contractId, sale.row.buyerId]) open.set(id, (open.get(id) ?? 0) + 1);
  }
  return open;
}

export const isOpen = ({ row: { status } }: StoredSale): boolean => status === 'delivering' || status === 'uncertain';

/** What was used on a day, in its week and in its month, as `cap-store` sums it. */
function usedBy(days: Days | undefined, day: string): UsedBy {
  const sum = (from: string, only?: string): Used => {
    const total = { leads: 0, spendCents: 0 };
    for (const [at, used] of days ?? []) {
      if (at < from || (only !== undefined && at !== only)) continue;
      total.leads += used.leads;
      total.spendCents += used.spendCents;
    }
    return total;
  };
  return { day: sum(day, day), week: sum(weekStart(day)), month: sum(`${day.slice(0, 8)}01`) };
}

/** Writes what a book has counted. */
export function applyBook(store: Store, book: Book): void {
  const { counts, credit, packs, turns } = book.entries();
  for (const count of counts) addUsage(store.usage, count);
  for (const [buyerId, cents] of credit) store.credit.set(buyerId, (store.credit.get(buyerId) ?? 0) + cents);
  for (const [packId, leads] of packs) store.packs.set(packId, (store.packs.get(packId) ?? 0) + leads);
  for (const { offerId, contractId, turn } of turns) {
    const known = store.turns.get(offerId) ?? new Map<string, number>();
    known.set(contractId, Math.max(known.get(contractId) ?? 0, turn));
    store.turns.set(offerId, known);
  }
}

export function addUsage(
  usage: Map<string, Days>,
  { ownerId, day, leads, spendCents }: Pick<CapCount, 'ownerId' | 'day' | 'leads' | 'spendCents'>,
): void {
  const days = usage.get(ownerId) ?? new Map<string, Used>();
  const used = days.get(day) ?? { leads: 0, spendCents: 0 };
  days.set(day, { leads: used.leads + leads, spendCents: used.spendCents + spendCents });
  usage.set(ownerId, days);
}

/** The row of a new sale. */
const saleRowOf = (sale: NewSale, now: Date): SaleRow => ({
  ...sale,
  licensedFields: [...sale.licensedFields],
  resumeAt: sale.resumeAt ?? null,
  status: 'delivering',
  currency: 'USD',
  reason: null,
  sealedBuyerLeadId: null,
  reservedAt: now,
  settledAt: null,
});

/** Puts new sales with their attempts in. */
export function insertSales(
  store: Store,
  lead: StoredLead,
  { sales, attempts }: { readonly sales: readonly NewSale[]; readonly attempts: readonly NewAttempt[] },
  now: Date,
): StoredSale[] {
  return sales.map((sale) => {
    const own = attempts.filter(({ saleId }) => saleId === sale.saleId);
    const stored = {
      row: saleRowOf(sale, now),
      attempts: own.map((attempt) => ({ ...attempt, outcome: null, reason: null })),
    };
    lead.sales.push(stored);
    store.sales.set(sale.saleId, stored);
    store.open.add(stored);
    return stored;
  });
}
