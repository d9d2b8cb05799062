import { type TProperties, Type } from 'typebox';
import { nullable, one, timestamp } from '../../core/gate/index.ts';

const count = Type.Integer({ minimum: 0 });
const money = Type.String({ description: 'Decimal text, such as "42.00".' });
const share = nullable(Type.Number({ description: 'From 0 to 1; null where nothing was answered.' }));
const ms = nullable(Type.Integer({ description: 'Milliseconds; null where nothing was measured.' }));
const latency = { latencyP50Ms: ms, latencyP95Ms: ms };
const named = { id: Type.String(), name: Type.String() };

export const dayQuery = Type.Object(
  {
    day: Type.Optional(
      Type.String({ description: 'A day of the tenant’s calendar, such as 2026-01-31; today unless given.' }),
    ),
  },
  { additionalProperties: false },
);

interface DayShape<T extends TProperties, H extends TProperties, L extends TProperties> {
  readonly totals: T;
  readonly hour: H;
  readonly lists: L;
}

const dayAnswer = <T extends TProperties, H extends TProperties, L extends TProperties>(shape: DayShape<T, H, L>) =>
  one(
    Type.Object({
      zone: Type.String({ description: 'The time zone of the tenant, whose calendar counts.' }),
      day: Type.String(),
      asOf: timestamp,
      totals: Type.Object(shape.totals),
      before: Type.Object(shape.totals, {
        description: 'Of the day before, up to the same time by the clock.',
      }),
      hours: Type.Array(Type.Object({ startsAt: timestamp, ...shape.hour }), {
        description: '24 of them; 23 or 25 where clocks change.',
      }),
      ...shape.lists,
    }),
  );

/** Leads that came that day, with what has become of them until now. Leads of tests are told apart. */
const leads = { leads: count, sold: count };

/** Revenue and payout are of the sales settled that day; of campaigns, of the leads that came that day. */
export const staffDayAnswer = dayAnswer({
  totals: {
    ...leads,
    unsold: count,
    pending: count,
    testLeads: count,
    duplicates: count,
    refused: count,
    uncertain: count,
    revenue: money,
    payout: money,
    acceptRate: share,
    ...latency,
  },
  hour: { ...leads, revenue: money, acceptRate: share, ...latency },
  lists: {
    byCampaign: Type.Array(Type.Object({ ...named, ...leads, revenue: money })),
    byBuyer: Type.Array(Type.Object({ ...named, sold: count, revenue: money })),
  },
});

/** Bought: sales settled that day. Deliveries, and what is uncertain: of the sales that were reserved that day. */
export const buyerDayAnswer = dayAnswer({
  totals: {
    bought: count,
    spend: money,
    refused: count,
    failed: count,
    uncertain: count,
    acceptRate: share,
    ...latency,
  },
  hour: { bought: count, spend: money, refused: count, uncertain: count, ...latency },
  lists: { byContract: Type.Array(Type.Object({ ...named, bought: count, spend: money })) },
});

/** Payout is of the leads that came that day. */
export const partnerDayAnswer = dayAnswer({
  totals: {
    ...leads,
    unsold: count,
    pending: count,
    testLeads: count,
    payout: money,
    rejectedPosts: count,
    ...latency,
  },
  hour: { ...leads, payout: money, ...latency },
  lists: {
    rejectedPosts: Type.Array(Type.Object({ code: Type.String(), posts: count }), {
      description: 'Posts that made no lead, by the code of their answer.',
    }),
    byCampaign: Type.Array(Type.Object({ ...named, ...leads, payout: money })),
  },
});
