import type { Static } from 'typebox';
import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { BuyerRow, RoutableContract } from '../contracts/index.ts';
import { countedBy } from '../intake/index.ts';
import type { CampaignRow } from '../sources/index.ts';
import { capUsage, openCounts } from './cap-store.ts';
import { capUse, type CapUse, type UsedAt } from './domain/cap-use.ts';
import { type Caps, usedOf } from './domain/caps.ts';
import { capsAt, dayOf } from './domain/measure-caps.ts';
import { timetableOf } from './domain/timetable.ts';
import { packsLeft } from './pack-store.ts';
import type { capUseItem, creditItem, packUseItem } from './usage-wire.ts';

type Shown = Static<typeof capUseItem>;

/** What a contract has used of its caps, as they hold now by its hours, pacing and ramp. */
export async function showContractUse(tx: TenantReader, contract: RoutableContract, now: Date): Promise<Shown> {
  const { contractId, terms } = contract;
  const { timeZone } = await tenantState(tx);
  const timetables = new Map([[contractId, timetableOf(terms.schedule, timeZone)]]);
  const counted = countedBy(contract, { timetables, timeZone });
  if (!counted) throw new Error('a contract without a timetable');
  const days = dayOf(now);
  const day = days(counted.timeZone, counted.arrivalOf(now));
  const caps = capsAt(now, days)(counted);
  const open = (await openCounts(tx, [contract])).get(contractId) ?? 0;
  const at = { day, timeZone: counted.timeZone, priceCents: terms.priceCents, open };
  return show(await useOf(tx, contractId, caps, at));
}

/** What a buyer has used of its caps over all its contracts. */
export async function showBuyerUse(tx: TenantReader, { id, caps }: BuyerRow, now: Date): Promise<Shown> {
  const open = (await openCounts(tx, [{ buyerId: id }])).get(id) ?? 0;
  return showOwnerUse(tx, { ownerId: id, caps, open }, now);
}

/** How many leads a campaign has had of its caps. */
export const showCampaignUse = (tx: TenantReader, { id, caps }: CampaignRow, now: Date): Promise<Shown> =>
  showOwnerUse(tx, { ownerId: id, caps: { leads: caps }, open: 0 }, now);

interface Owner {
  readonly ownerId: string;
  readonly caps: Caps;
  readonly open: number;
}

/** Buyers and campaigns count days by the tenant's zone. */
async function showOwnerUse(tx: TenantReader, { ownerId, caps, open }: Owner, now: Date): Promise<Shown> {
  const { timeZone } = await tenantState(tx);
  const at = { day: dayOf(now)(timeZone), timeZone, priceCents: LEAST_PRICE_CENTS, open };
  return show(await useOf(tx, ownerId, caps, at));
}

/** Whose leads have no one price has reached a cap on money when it is used up. */
const LEAST_PRICE_CENTS = 1;

/** What a buyer owes and what is reserved for it, of its limit; null where it has none. */
export const showCredit = (buyer: Pick<BuyerRow, 'committedCents' | 'creditLimitCents'>): Static<typeof creditItem> =>
  buyer.creditLimitCents === null
    ? null
    : { used: formatCents(buyer.committedCents), limit: formatCents(buyer.creditLimitCents) };

/** What is left of the packs that a contract takes leads of; null where it has none, or bids for its leads. */
export async function showPacks(
  tx: TenantReader,
  { packs, terms }: Pick<RoutableContract, 'packs' | 'terms'>,
): Promise<Static<typeof packUseItem> | null> {
  if (packs.length === 0 || terms.bidding) return null;
  const { left } = await packsLeft(
    tx,
    packs.map(({ packId }) => packId),
  );
  const leftOf = (packId: string): number => left.get(packId) ?? 0;
  return {
    whenPackEmpty: terms.whenPackEmpty ?? 'refuse',
    left: packs.reduce((sum, { packId }) => sum + leftOf(packId), 0),
    packs: packs.map(({ packId, contractId, leads, priceCents }) => ({
      packId,
      ofBuyer: contractId === null,
      leads,
      left: leftOf(packId),
      pricePerLead: formatCents(priceCents),
    })),
  };
}

async function useOf(tx: TenantReader, ownerId: string, caps: Caps, at: UsedAt): Promise<CapUse> {
  const { used } = await capUsage(tx, [{ ownerId, day: at.day }]);
  return capUse(caps, usedOf(used, ownerId), at);
}

function show({ periods, pace, paceCents, isObserved, ...use }: CapUse): Shown {
  return {
    ...use,
    capMode: isObserved ? 'observe' : 'enforce',
    paceLeads: pace,
    paceSpend: paceCents === null ? null : formatCents(paceCents),
    periods: periods.map(({ period, since, resetsAt, leads, spendCents }) => ({
      period,
      since,
      resetsAt: resetsAt.toISOString(),
      leads,
      spend: {
        used: formatCents(spendCents.used),
        cap: spendCents.cap === null ? null : formatCents(spendCents.cap),
      },
    })),
  };
}
