import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import {
  capCount,
  type CapOwner,
  capUsage,
  creditCommitted,
  openCounts,
  ownerKey,
  reservingLock,
  turnsOf,
  turnsTake,
} from './cap-store.ts';
import { beginBook, type Book, type BookContract, type CapCount, type InPlay } from './domain/book.ts';
import { type Caps, isEnforced, isOpenBounded } from './domain/caps.ts';
import { dayOf } from './domain/measure-caps.ts';
import { packOwners } from './domain/packs.ts';
import { packCount, packsLeft } from './pack-store.ts';

const bookKeys = (inPlay: InPlay): bigint[] => [
  ...cappedOwners(inPlay).map(({ ownerId }) => ownerKey(ownerId)),
  ...limitedBuyers(inPlay).map(ownerKey),
  ...inPlay.contracts.flatMap((contract) => packOwners(contract).map(ownerKey)),
  ...inPlay.offers.flatMap(({ offerId, inTurn }) => (inTurn ? [ownerKey(offerId)] : [])),
];

interface Owner {
  readonly ownerId: string;
  readonly caps: Caps;
  readonly timeZone: string;
  /** Where that is not now. */
  readonly arrivalOf?: BookContract['arrivalOf'];
}

function cappedOwners({ contracts, campaigns, timeZone }: InPlay): Owner[] {
  const owners = [
    ...contracts.flatMap(({ contractId, caps, timeZone: own, arrivalOf, buyerId, buyerCaps }): Owner[] => [
      { ownerId: contractId, caps, timeZone: own, arrivalOf },
      { ownerId: buyerId, caps: buyerCaps, timeZone },
    ]),
    ...campaigns.map(({ campaignId, caps }): Owner => ({ ownerId: campaignId, caps, timeZone })),
  ].filter(({ caps }) => isEnforced(caps));
  return [...new Map(owners.map((owner) => [owner.ownerId, owner])).values()];
}

const limitedBuyers = ({ contracts }: InPlay): string[] => [
  ...new Set(contracts.flatMap(({ buyerId, creditLimitCents }) => (creditLimitCents === null ? [] : [buyerId]))),
];

/** Takes the locks under which the book of what is in play may be opened, and others with them, all in one order. */
export const lockBook = (tx: TenantWriter, inPlay: InPlay, others: readonly bigint[] = []): Promise<void> =>
  reservingLock(tx, [...others, ...bookKeys(inPlay)]);

/** Opens the book under the locks of `lockBook`. Asks nothing where nothing is capped and nothing prepaid. */
export const openBook = async (tx: TenantReader, inPlay: InPlay, now: Date): Promise<Book> =>
  (await readBook(tx, inPlay, now))();

/** Reads what a book begins with; each call begins one that counts on by itself. */
export async function readBook(tx: TenantReader, inPlay: InPlay, now: Date): Promise<() => Book> {
  const owners = cappedOwners(inPlay);
  const days = dayOf(now);
  const places = owners.map(({ ownerId, timeZone, arrivalOf }): CapOwner => ({
    ownerId,
    day: days(timeZone, arrivalOf?.(now)),
  }));
  const usage = places.length === 0 ? undefined : await capUsage(tx, places);
  const owed = await creditCommitted(tx, limitedBuyers(inPlay));
  const open = await openCounts(tx, inPlay.contracts.filter(isOpenBounded));
  const turns = await turnsOf(
    tx,
    inPlay.offers.map(({ offerId }) => offerId),
  );
  const packIds = inPlay.contracts.flatMap(({ packs }) => packs.map(({ packId }) => packId));
  const prepaid = packIds.length === 0 ? undefined : await packsLeft(tx, packIds);
  const begun = () => ({
    used: new Map(usage?.used),
    owed: new Map(owed),
    open: new Map(open),
    left: new Map(prepaid?.left),
    turns: new Map([...turns].map(([offerId, taken]) => [offerId, new Map(taken)])),
  });
  return () => beginBook({ inPlay, now, days, ...begun() }, prepaid?.stamp ?? usage?.stamp);
}

/** Writes what a book has counted; once, in its transaction. */
export async function closeBook(tx: TenantWriter, book: Book): Promise<void> {
  const { counts, credit, packs, turns } = book.entries();
  await capCount(tx, counts, credit);
  await packCount(tx, packs);
  await turnsTake(tx, turns);
}

/**
 * Counts that a sale earns so much more, or less, than it was counted for: on the days on which contract and buyer
 * counted it, and against the credit. Under the locks of `lockBook`. Gives what the buyer owes now, reservations and
 * all.
 */
export async function recountSale(
  tx: TenantWriter,
  { contractId, buyerId, countedOn, buyerCountedOn }: RecountedSale,
  moreCents: number,
): Promise<number> {
  const on = (ownerId: string, day: string | null): CapCount[] =>
    day === null ? [] : [{ ownerId, day, buyerId, leads: 0, spendCents: moreCents }];
  const counts = [...on(contractId, countedOn), ...on(buyerId, buyerCountedOn)];
  await capCount(tx, counts, new Map([[buyerId, moreCents]]));
  return (await creditCommitted(tx, [buyerId])).get(buyerId) ?? 0;
}

interface RecountedSale {
  readonly contractId: string;
  readonly buyerId: string;
  readonly countedOn: string | null;
  readonly buyerCountedOn: string | null;
}

/** Counts what a buyer owes beside its sales against its credit; below zero where it has paid ahead. */
export const countCredit = (tx: TenantWriter, buyerId: string, cents: number): Promise<void> =>
  capCount(tx, [], new Map([[buyerId, cents]]));
