import type { Static } from 'typebox';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { DayWindow } from './domain/day-window.ts';
import { byDay, latencyOf, perHour, sumOf, topOf } from './domain/fold-cells.ts';
import { type LeadCell, leadCells, namesOf, type PostCell, postCells } from './store.ts';
import type { partnerDayAnswer } from './wire.ts';

type PartnerDay = Static<typeof partnerDayAnswer>['data'];

/** What became of leads; those of tests count nowhere else. */
export function leadTotals(cells: readonly LeadCell[]) {
  const real = cells.filter(({ isTest }) => !isTest);
  return {
    leads: sumOf(real, ({ leads }) => leads),
    sold: sumOf(real, ({ sold }) => sold),
    unsold: sumOf(real, ({ unsold }) => unsold),
    pending: sumOf(real, ({ pending }) => pending),
    testLeads: sumOf(
      cells.filter(({ isTest }) => isTest),
      ({ leads }) => leads,
    ),
  };
}

/** A day of a partner: what it sent, and what it earns. Of buyers and their prices nothing. */
export async function showPartnerDay(
  tx: TenantReader,
  window: DayWindow,
  party: { readonly partnerId: string },
): Promise<PartnerDay> {
  const leads = byDay(await leadCells(tx, window, party));
  const posts = byDay(await postCells(tx, window, party));
  const totalsOf = (day: 'today' | 'before'): PartnerDay['totals'] => ({
    ...leadTotals(leads[day]),
    payout: payoutOf(leads[day]),
    rejectedPosts: sumOf(refusedOf(posts[day]), ({ count }) => count),
    ...latencyOf(posts[day]),
  });
  return {
    zone: window.zone,
    day: window.day,
    asOf: window.span.until.toISOString(),
    totals: totalsOf('today'),
    before: totalsOf('before'),
    hours: perHour(window.hours, (own) => ({
      ...cameAndEarned(leads.today.filter(own)),
      ...latencyOf(posts.today.filter(own)),
    })),
    rejectedPosts: [...Map.groupBy(refusedOf(posts.today), ({ code }) => code ?? 'other')]
      .map(([code, own]) => ({ code, posts: sumOf(own, ({ count }) => count) }))
      .toSorted((a, b) => b.posts - a.posts || (a.code < b.code ? -1 : 1)),
    byCampaign: await campaignsOf(tx, leads.today),
  };
}

const refusedOf = (cells: readonly PostCell[]): PostCell[] => cells.filter(({ isRefused }) => isRefused);

const payoutOf = (cells: readonly LeadCell[]): string => formatCents(sumOf(cells, ({ payoutCents }) => payoutCents));

function cameAndEarned(cells: readonly LeadCell[]) {
  const { leads, sold } = leadTotals(cells);
  return { leads, sold, payout: payoutOf(cells) };
}

async function campaignsOf(tx: TenantReader, cells: readonly LeadCell[]): Promise<PartnerDay['byCampaign']> {
  const top = topOf(
    cells.filter(({ isTest }) => !isTest),
    ({ campaignId }) => campaignId,
    (own) => sumOf(own, ({ leads }) => leads),
  );
  const ids = top.map(({ id }) => id);
  const names = await namesOf(tx, 'campaigns', ids);
  return top.map(({ id, cells: own }) => ({ id, name: names.get(id) ?? '', ...cameAndEarned(own) }));
}
