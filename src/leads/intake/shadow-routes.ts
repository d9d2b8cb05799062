import { Type } from 'typebox';
import {
  defineRoute,
  listAnswer,
  nullable,
  pageOf,
  pageQuery,
  paginationSchema,
  requireRow,
  type Route,
  timestamp,
} from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { campaignRecords } from '../sources/index.ts';
import { reasonText } from './answer-submit.ts';
import { shadowCount, shadowListDiffering, type ShadowListed } from './shadow-store.ts';

const text = nullable(Type.String());
const answer = { status: text, buyer: text, price: text, payout: text };
const item = Type.Object({
  id: Type.String(),
  at: timestamp,
  leadId: text,
  shortId: text,
  differs: Type.Array(Type.String({ description: 'status, buyer, price or payout.' })),
  theirs: Type.Object(answer),
  ours: Type.Object({ ...answer, reason: text }),
});
const counts = Type.Object({
  posts: Type.Integer(),
  compared: Type.Integer({ description: 'Posts that brought an answer with an end.' }),
  agreed: Type.Integer(),
  agreementPercent: nullable(Type.Number({ description: 'Of those that were compared; null without any.' })),
  differing: Type.Object({
    status: Type.Integer(),
    buyer: Type.Integer(),
    price: Type.Integer(),
    payout: Type.Integer(),
  }),
});

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

const show = (row: ShadowListed) => ({
  id: row.id,
  at: row.at.toISOString(),
  leadId: row.leadId,
  shortId: row.leadNumber === null ? null : `L-${row.leadNumber}`,
  differs: [...row.differs],
  theirs: {
    status: row.theirStatus,
    buyer: row.theirBuyerName ?? row.theirBuyer,
    price: money(row.theirPriceCents),
    payout: money(row.theirPayoutCents),
  },
  ours: {
    status: row.ourStatus,
    buyer: row.ourBuyerNames.length === 0 ? null : row.ourBuyerNames.join(', '),
    price: money(row.ourPriceCents),
    payout: money(row.ourPayoutCents),
    reason: reasonText(row.ourReason),
  },
});

/** How far a campaign in shadow decides as the other system does. */
export const shadowRoutes = (): Route[] => [
  defineRoute({
    id: 'get_campaign_shadow_report',
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/shadow',
    tag: 'campaigns',
    summary: 'Posts of a campaign in shadow: how many agree with the answers they brought, and those that differ.',
    permission: 'decisions:read',
    audit: { action: 'campaign.shadow', entity: 'campaign' },
    params: Type.Object({ campaignId: Type.String({ description: 'The id, or the display number.' }) }),
    query: Type.Object(
      { ...pageQuery, dateFrom: Type.Optional(Type.String({ format: 'date-time' })) },
      { additionalProperties: false },
    ),
    response: Type.Object({ data: Type.Array(item), pagination: paginationSchema, summary: counts }),
    async handle({ tx, params: { campaignId }, query: { dateFrom, ...paging } }) {
      const { id } = await requireRow({ records: campaignRecords, byNumber: true }, tx, campaignId);
      const query = { campaignId: id, since: dateFrom === undefined ? undefined : new Date(dateFrom) };
      const page = pageOf(paging);
      const counted = await shadowCount(tx, query);
      const rows = await shadowListDiffering(tx, query, page);
      const { posts, compared, differing } = counted;
      const agreed = compared - differing;
      const summary = {
        posts,
        compared,
        agreed,
        agreementPercent: compared === 0 ? null : Math.floor((agreed / compared) * 1000) / 10,
        differing: {
          status: counted.byStatus,
          buyer: counted.byBuyer,
          price: counted.byPrice,
          payout: counted.byPayout,
        },
      };
      const leadIds = rows.flatMap(({ leadId }) => leadId ?? []);
      return { answer: { ...listAnswer(rows.map(show), differing, page), summary }, touched: [id, ...leadIds] };
    },
  }),
];
