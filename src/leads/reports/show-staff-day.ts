import type { Static } from 'typebox';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { DayWindow } from './domain/day-window.ts';
import { byDay, latencyOf, perHour, shareOf, sumOf, topOf } from './domain/fold-cells.ts';
import type { Counted } from './keep-answers.ts';
import { leadTotals } from './show-partner-day.ts';
import {
  type LeadCell,
  leadCells,
  namesOf,
  postCells,
  type PostCell,
  type ReservedCell,
  reservedCells,
  type SettledCell,
  settledCells,
} from './store.ts';
import type { staffDayAnswer } from './wire.ts';

export type StaffDay = Static<typeof staffDayAnswer>['data'];

/** A day of the whole tenant, for its staff. */
export async function showStaffDay(tx: TenantReader, window: DayWindow): Promise<Counted<StaffDay>> {
  const leads = await leadCells(tx, window, {});
  const settled = await settledCells(tx, window, {});
  const reserved = await reservedCells(tx, window, {});
  const posts = await postCells(tx, window, {});
  const of = (day: 'today' | 'before') => ({
    leads: byDay(leads)[day],
    settled: byDay(settled)[day],
    reserved: byDay(reserved)[day],
    posts: byDay(posts)[day],
  });
  const [today, before] = [of('today'), of('before')];
  const answer: StaffDay = {
    zone: window.zone,
    day: window.day,
    asOf: window.span.until.toISOString(),
    totals: totalsOf(today),
    before: totalsOf(before),
    hours: perHour(window.hours, (own) => {
      const { leads: came, sold } = leadTotals(today.leads.filter(own));
      const [revenue, acceptRate] = [revenueOf(today.settled.filter(own)), acceptRateOf(today.reserved.filter(own))];
      return { leads: came, sold, revenue, acceptRate, ...latencyOf(today.posts.filter(own)) };
    }),
    ...(await topsOf(tx, today)),
  };
  return { answer, rows: rowsOf(today) + rowsOf(before) };
}

interface Cells {
  readonly leads: readonly LeadCell[];
  readonly settled: readonly SettledCell[];
  readonly reserved: readonly ReservedCell[];
  readonly posts: readonly PostCell[];
}

/** How many rows were read, but for those of sales that are still under way. */
const rowsOf = ({ leads, settled, reserved, posts }: Cells): number =>
  sumOf(leads, (cell) => cell.leads) +
  sumOf(settled, ({ sales }) => sales) +
  sumOf(reserved, (cell) => cell.settled + cell.released + cell.uncertain) +
  countOf(posts);

function totalsOf({ leads, settled, reserved, posts }: Cells): StaffDay['totals'] {
  const refused = posts.filter(({ isRefused }) => isRefused);
  const duplicates = refused.filter(({ code }) => code === 'duplicate');
  return {
    ...leadTotals(leads),
    duplicates: countOf(duplicates),
    refused: countOf(refused) - countOf(duplicates),
    uncertain: sumOf(reserved, (cell) => cell.uncertain),
    revenue: revenueOf(settled),
    payout: formatCents(sumOf(settled, ({ payoutCents }) => payoutCents)),
    acceptRate: acceptRateOf(reserved),
    ...latencyOf(posts),
  };
}

const countOf = (cells: readonly PostCell[]): number => sumOf(cells, ({ count }) => count);

const revenueOf = (cells: readonly { readonly priceCents: number }[]): string =>
  formatCents(sumOf(cells, ({ priceCents }) => priceCents));

const acceptRateOf = (cells: readonly ReservedCell[]): number | null =>
  shareOf(
    sumOf(cells, ({ settled }) => settled),
    sumOf(cells, ({ released }) => released),
  );

async function topsOf(tx: TenantReader, { leads, settled }: Cells): Promise<Pick<StaffDay, 'byCampaign' | 'byBuyer'>> {
  const real = leads.filter(({ isTest }) => !isTest);
  const campaigns = topOf(
    real,
    ({ campaignId }) => campaignId,
    (cells) => sumOf(cells, (cell) => cell.leads),
  );
  const buyers = topOf(
    settled,
    ({ buyerId }) => buyerId,
    (cells) => sumOf(cells, ({ priceCents }) => priceCents),
  );
  const campaignNames = await namesOf(tx, 'campaigns', idsOf(campaigns));
  const buyerNames = await namesOf(tx, 'buyers', idsOf(buyers));
  return {
    byCampaign: campaigns.map(({ id, cells }) => {
      const { leads: came, sold } = leadTotals(cells);
      return { id, name: campaignNames.get(id) ?? '', leads: came, sold, revenue: revenueOf(cells) };
    }),
    byBuyer: buyers.map(({ id, cells }) => ({
      id,
      name: buyerNames.get(id) ?? '',
      sold: sumOf(cells, ({ sales }) => sales),
      revenue: revenueOf(cells),
    })),
  };
}

const idsOf = (tops: readonly { readonly id: string }[]): string[] => tops.map(({ id }) => id);
