import { defineRoute, type Route } from '../../core/gate/index.ts';
import { tenantState, type TenantReader } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { calendarDay } from '../../kernel/time.ts';
import { dayFault, DAYS_BACK, type DayWindow, dayWindow } from './domain/day-window.ts';
import { createKeptAnswers } from './keep-answers.ts';
import { showBuyerDay } from './show-buyer-day.ts';
import { showPartnerDay } from './show-partner-day.ts';
import { showStaffDay, type StaffDay } from './show-staff-day.ts';
import { buyerDayAnswer, dayQuery, partnerDayAnswer, staffDayAnswer } from './wire.ts';

/** Routes of reports: what a day brought, to the tenant, to a buyer, to a partner. None shows personal data. */
export const reportRoutes = (): Route[] => [staffRoute(), buyerRoute(), partnerRoute()];

const audit = { action: 'report.day', entity: 'tenant' } as const;

/**
 * Every open page of staff asks again each minute, and at 100,000 leads a day an answer takes half a second: all staff
 * of a tenant share one while it is fresh. `asOf` says of when it is.
 */
function staffRoute(): Route {
  const kept = createKeptAnswers<StaffDay>();
  return defineRoute({
    id: 'get_day',
    method: 'GET',
    path: '/api/v1/today',
    tag: 'reports',
    summary:
      'What today, or another day, brought: leads, sales, money and latencies, hour by hour. In a tenant of many ' +
      'leads an answer is given again for up to 30 seconds; `asOf` says of when it is.',
    permission: 'reports:read',
    audit,
    query: dayQuery,
    response: staffDayAnswer,
    async handle({ tx, query, now, caller }) {
      const window = await windowOf(tx, query, now);
      // All that the answer depends on: the rows are those that this kind of actor sees, whoever it is.
      const { tenantId, actor } = tx.context;
      if (actor.kind !== 'staff') throw new TypeError('a day of the whole tenant is for its staff');
      const data = await kept.of([tenantId, window.zone, window.day], () => showStaffDay(tx, window));
      return { answer: { data }, touched: [caller.tenantId] };
    },
  });
}

const buyerRoute = (): Route =>
  defineRoute({
    id: 'get_buyer_day',
    method: 'GET',
    path: '/api/buyer/today',
    tag: 'reports',
    summary: 'What today, or another day, brought to the buyer who asks.',
    permission: 'reports:own-buyer',
    audit,
    query: dayQuery,
    response: buyerDayAnswer,
    async handle({ tx, query, now, caller: { tenantId, buyerId } }) {
      if (buyerId === undefined) throw new TypeError('a buyer is bound to nobody');
      const data = await showBuyerDay(tx, await windowOf(tx, query, now), { buyerId });
      return { answer: { data }, touched: [tenantId] };
    },
  });

const partnerRoute = (): Route =>
  defineRoute({
    id: 'get_partner_day',
    method: 'GET',
    path: '/api/partner/today',
    tag: 'reports',
    summary: 'What today, or another day, brought to the partner who asks.',
    permission: 'reports:own-partner',
    audit,
    query: dayQuery,
    response: partnerDayAnswer,
    async handle({ tx, query, now, caller: { tenantId, partnerId } }) {
      if (partnerId === undefined) throw new TypeError('a partner is bound to nobody');
      const data = await showPartnerDay(tx, await windowOf(tx, query, now), { partnerId });
      return { answer: { data }, touched: [tenantId] };
    },
  });

const MESSAGES = {
  format: 'Send a day such as 2026-01-31.',
  in_future: 'Send today, or a day before it.',
  too_old: `Send a day of the last ${DAYS_BACK}.`,
} as const;

/** The day that a query names, on the tenant's calendar. Throws VALIDATION_ERROR. */
async function windowOf(tx: TenantReader, query: { readonly day?: string }, now: Date): Promise<DayWindow> {
  const { timeZone } = await tenantState(tx);
  const day = query.day ?? calendarDay(now, timeZone);
  const rule = dayFault(day, timeZone, now);
  if (rule) throw invalid([{ field: 'day', rule, message: MESSAGES[rule] }]);
  return dayWindow(day, timeZone, now);
}
