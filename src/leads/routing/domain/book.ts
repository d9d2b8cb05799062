import { type Caps, isWithinCredit, plusOne, reachedCap, type Used, type UsedBy, usedOf } from './caps.ts';
import { capsAt, type DayOf, type PacedContract } from './measure-caps.ts';
import { isPackEmpty, type Pack, packFor, type Prepaid } from './packs.ts';
import { type Candidate, pickNext, type Plan, type Tried } from './pick-next.ts';
import type { CapName } from './reasons.ts';

/** What reserving for a contract counts against. */
export interface BookContract extends PacedContract, Prepaid {
  readonly buyerId: string;
  readonly buyerCaps: Caps;
  /** Null is no limit. */
  readonly creditLimitCents: number | null;
}

export interface BookCampaign {
  readonly campaignId: string;
  readonly partnerId: string;
  readonly caps: Caps;
}

/** All that may be counted in one transaction. `timeZone` is the tenant's, by which buyers and campaigns count. */
export interface InPlay {
  readonly contracts: readonly BookContract[];
  readonly campaigns: readonly BookCampaign[];
  /** Offers whose contracts take turns; of those `inTurn`, exactly. */
  readonly offers: readonly { readonly offerId: string; readonly inTurn: boolean }[];
  readonly timeZone: string;
}

/** What stands against contracts, each by its id, by what was reserved so far. */
export interface BookStanding {
  readonly capReached: ReadonlyMap<string, CapName>;
  readonly buyerCapReached: ReadonlyMap<string, CapName>;
  readonly packEmpty: ReadonlySet<string>;
  readonly overCredit: ReadonlySet<string>;
}

/** The days on which a sale is counted. */
export interface CountedOn {
  readonly countedOn: string;
  readonly buyerCountedOn: string;
}

/** A sale as it was counted: what it earns, and the pack that it takes a lead of; null where it is owed. */
export interface CountedSale extends CountedOn {
  readonly priceCents: number;
  readonly packId: string | null;
}

/** A sale that was counted and is none any more. */
export interface Uncounted extends Partial<CountedOn> {
  readonly contractId: string;
  readonly buyerId: string;
  readonly priceCents: number;
  /** The pack that gets its lead back; null where what was owed is owed no more. */
  readonly packId: string | null;
}

/**
 * Caps, credit and turns of one transaction, as they stand with all that it has reserved itself.
 */
export interface Book {
  /** Of the settings that hold now; undefined where nothing is capped and nobody asked. */
  readonly stamp: number | undefined;
  /** What stands against these contracts, each at its price. */
  standing(contracts: readonly { readonly contractId: string; readonly priceCents: number }[]): BookStanding;
  /** What a sale to a contract of this price would earn now: where a pack gives the lead, the pack's price. */
  earns(contractId: string, priceCents: number): number;
  /** Counts a sale; undefined, and nothing is counted, where a cap, a pack or the credit is in the way. */
  take(offerId: string | null, contractId: string, priceCents: number): CountedSale | undefined;
  /** Counts a lead of a campaign and gives the day; undefined where its cap is reached. */
  takeCampaign(campaignId: string): string | undefined;
  /** The cap of a campaign that one more lead would break. */
  campaignCap(campaignId: string): CapName | null;
  turns(offerId: string): ReadonlyMap<string, number>;
  uncount(sale: Uncounted): void;
  uncountCampaign(campaign: { readonly campaignId: string; readonly partnerId: string; readonly day: string }): void;
  /** All that was counted so far. */
  entries(): BookEntries;
}

/** A change of what is reserved: one lead more, or one less. */
export interface CapCount {
  readonly ownerId: string;
  /** Of the owner, by its own zone. */
  readonly day: string;
  readonly buyerId?: string;
  readonly partnerId?: string;
  readonly leads: number;
  readonly spendCents: number;
}

/** A contract's turn of an offer was taken. */
export interface TakenTurn {
  readonly offerId: string;
  readonly contractId: string;
  readonly turn: number;
}

/**
 * What a book has counted, to be written with what it counted for. `credit` is in cents, by buyer; `packs` are the
 * leads that were taken of each, below zero given back.
 */
export interface BookEntries {
  readonly counts: readonly CapCount[];
  readonly credit: ReadonlyMap<string, number>;
  readonly packs: ReadonlyMap<string, number>;
  readonly turns: readonly TakenTurn[];
}

/** Whom the lead is to be reserved for, and how it was counted. */
export interface Taken<T> {
  readonly candidate: T;
  readonly sale: CountedSale;
}

/** Picks by `pickNext` whom the lead goes to now, each counted in the book. */
export function takeNext<T extends Candidate & { readonly priceCents: number }>(
  book: Book,
  offerId: string | null,
  of: { readonly plan: Plan; readonly ranking: readonly T[]; readonly tried: readonly Tried[] },
): Taken<T>[] {
  const counted = new Map<string, CountedSale>();
  const picked = pickNext(of.plan, of.ranking, of.tried, ({ contractId, priceCents }) => {
    const sale = book.take(offerId, contractId, priceCents);
    if (sale) counted.set(contractId, sale);
    return sale !== undefined;
  });
  return picked.flatMap((candidate) => {
    const sale = counted.get(candidate.contractId);
    return sale ? [{ candidate, sale }] : [];
  });
}

/** What was counted before, and the moment. The maps are the book's own: it counts on in them. */
export interface Pages {
  readonly inPlay: InPlay;
  readonly now: Date;
  readonly days: DayOf;
  readonly used: Map<string, UsedBy>;
  readonly owed: Map<string, number>;
  /** Leads that are reserved and have no end yet, by contract and by buyer. */
  readonly open: Map<string, number>;
  /** How many leads are left of each pack. */
  readonly left: Map<string, number>;
  readonly turns: Map<string, Map<string, number>>;
}

interface Counted extends Pages {
  /** The caps of a contract as they are at this moment. */
  readonly capsOf: (contract: BookContract) => Caps;
}

/** Begins to count where `before` stands; `stamp` is that of the settings that hold. */
export function beginBook(before: Pages, stamp: number | undefined): Book {
  const pages = { ...before, capsOf: capsAt(before.now, before.days) };
  const counting = startCounting(pages);
  const turning = takeTurns(pages);
  return {
    stamp,
    standing: (asked) => standingOf(asked, counting.contracts, pages),
    earns: (contractId, priceCents) => packOf(counting.contracts.get(contractId), pages)?.priceCents ?? priceCents,
    take(offerId, contractId, priceCents) {
      const contract = counting.contracts.get(contractId);
      if (!contract || refuses(contract, priceCents, pages) !== null) return undefined;
      if (offerId !== null) turning.take(offerId, contractId);
      return counting.sale(contract, priceCents);
    },
    ...campaignPages(pages, counting),
    turns: (offerId) => pages.turns.get(offerId) ?? new Map<string, number>(),
    uncount: counting.uncount,
    entries: () => ({ ...counting.written, turns: turning.taken }),
  };
}

interface Counting extends Pick<Book, 'uncount'> {
  readonly contracts: ReadonlyMap<string, BookContract>;
  readonly written: Omit<BookEntries, 'turns'> & { readonly counts: CapCount[] };
  sale(contract: BookContract, fullCents: number): CountedSale;
}

const add = (sums: Map<string, number>, id: string, amount: number): unknown =>
  sums.set(id, (sums.get(id) ?? 0) + amount);

function startCounting(pages: Pages): Counting {
  const { inPlay, now, used, owed, open, left, days } = pages;
  const counts: CapCount[] = [];
  const credit = new Map<string, number>();
  const packs = new Map<string, number>();
  const charge = (buyerId: string, packId: string | null, { leads, spendCents }: Used): void => {
    if (packId === null) for (const sums of [credit, owed]) add(sums, buyerId, spendCents);
    else {
      add(packs, packId, leads);
      add(left, packId, -leads);
    }
  };
  return {
    contracts: new Map(inPlay.contracts.map((contract) => [contract.contractId, contract])),
    written: { counts, credit, packs },
    sale(contract, fullCents) {
      const { contractId, buyerId, timeZone, arrivalOf } = contract;
      const { packId, priceCents } = packOf(contract, pages) ?? { packId: null, priceCents: fullCents };
      const [countedOn, buyerCountedOn] = [days(timeZone, arrivalOf(now)), days(inPlay.timeZone)];
      for (const owner of [
        { ownerId: contractId, day: countedOn },
        { ownerId: buyerId, day: buyerCountedOn },
      ]) {
        used.set(owner.ownerId, plusOne(usedOf(used, owner.ownerId), priceCents));
        counts.push({ ...owner, buyerId, leads: 1, spendCents: priceCents });
        add(open, owner.ownerId, 1);
      }
      charge(buyerId, packId, { leads: 1, spendCents: priceCents });
      return { countedOn, buyerCountedOn, packId, priceCents };
    },
    // The sale had its end before the book was opened: it is not among the open ones.
    uncount({ contractId, buyerId, priceCents, packId, countedOn, buyerCountedOn }) {
      const less = { buyerId, leads: -1, spendCents: -priceCents };
      if (countedOn !== undefined) counts.push({ ownerId: contractId, day: countedOn, ...less });
      if (buyerCountedOn !== undefined) counts.push({ ownerId: buyerId, day: buyerCountedOn, ...less });
      charge(buyerId, packId, less);
    },
  };
}

type CampaignPages = Pick<Book, 'campaignCap' | 'takeCampaign' | 'uncountCampaign'>;

function campaignPages({ inPlay, used, days }: Pages, { written: { counts } }: Counting): CampaignPages {
  const campaigns = new Map(inPlay.campaigns.map((campaign) => [campaign.campaignId, campaign]));
  const campaignCap = (campaignId: string): CapName | null => {
    const campaign = campaigns.get(campaignId);
    return campaign ? reachedCap(campaign.caps, usedOf(used, campaignId), 0) : null;
  };
  return {
    campaignCap,
    takeCampaign(campaignId) {
      const campaign = campaigns.get(campaignId);
      const day = days(inPlay.timeZone);
      if (!campaign || campaignCap(campaignId) !== null) return undefined;
      used.set(campaignId, plusOne(usedOf(used, campaignId), 0));
      counts.push({ ownerId: campaignId, day, partnerId: campaign.partnerId, leads: 1, spendCents: 0 });
      return day;
    },
    uncountCampaign({ campaignId, partnerId, day }) {
      counts.push({ ownerId: campaignId, day, partnerId, leads: -1, spendCents: 0 });
    },
  };
}

/** Each turn comes after all before it, of this transaction and of those that it knows of. */
function takeTurns({ turns, now }: Pages): { take(offerId: string, contractId: string): void; taken: TakenTurn[] } {
  const taken: TakenTurn[] = [];
  return {
    taken,
    take(offerId, contractId) {
      const known = turns.get(offerId);
      if (!known) return;
      const turn = Math.max(now.getTime() * 1000, ...known.values()) + 1;
      known.set(contractId, turn);
      taken.push({ offerId, contractId, turn });
    },
  };
}

const packOf = (contract: BookContract | undefined, { left }: Pages): Pack | undefined =>
  contract && packFor(contract, left);

type Refused = { readonly of: 'contract' | 'buyer'; readonly cap: CapName } | { readonly of: 'pack' | 'credit' };

function refuses(contract: BookContract, fullCents: number, pages: Counted): Refused | null {
  const { contractId, buyerId, buyerCaps, creditLimitCents } = contract;
  const { used, owed, open, left, capsOf } = pages;
  const pack = packOf(contract, pages);
  if (isPackEmpty(contract, left)) return { of: 'pack' };
  if (!pack && !isWithinCredit(creditLimitCents, owed.get(buyerId) ?? 0, fullCents)) return { of: 'credit' };
  const priceCents = pack?.priceCents ?? fullCents;
  const cap = reachedCap(capsOf(contract), usedOf(used, contractId), priceCents, open.get(contractId));
  if (cap !== null) return { of: 'contract', cap };
  const buyerCap = reachedCap(buyerCaps, usedOf(used, buyerId), priceCents, open.get(buyerId));
  return buyerCap === null ? null : { of: 'buyer', cap: buyerCap };
}

function standingOf(
  asked: readonly { readonly contractId: string; readonly priceCents: number }[],
  contracts: ReadonlyMap<string, BookContract>,
  pages: Counted,
): BookStanding {
  const capReached = new Map<string, CapName>();
  const buyerCapReached = new Map<string, CapName>();
  const packEmpty = new Set<string>();
  const overCredit = new Set<string>();
  for (const { contractId, priceCents } of asked) {
    const contract = contracts.get(contractId);
    const refused = contract ? refuses(contract, priceCents, pages) : null;
    if (refused === null) continue;
    if (refused.of === 'contract') capReached.set(contractId, refused.cap);
    else if (refused.of === 'buyer') buyerCapReached.set(contractId, refused.cap);
    else (refused.of === 'pack' ? packEmpty : overCredit).add(contractId);
  }
  return { capReached, buyerCapReached, packEmpty, overCredit };
}
