import type { Permission } from '../../core/access/index.ts';
import { defineRoute, logAnswer, logLimit, readCursor, readDates, type Route } from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { packRoutes } from './pack-routes.ts';
import { attemptLog, type LoggedAttempt } from './attempt-log-store.ts';
import { deliveryList, deliveryQuery } from './wire.ts';

/**
 * Tries to hand leads to buyers: all of the tenant for staff, its own for a buyer. Without what buyers answered. And
 * leads that buyers buy in advance.
 */
export const saleRoutes = (): Route[] => [
  listRoute('list_deliveries', '/api/v1/deliveries', 'deliveries:all'),
  listRoute('list_buyer_deliveries', '/api/buyer/deliveries', 'deliveries:own'),
  ...packRoutes(),
];

const listRoute = (id: string, path: string, permission: Permission): Route =>
  defineRoute({
    id,
    method: 'GET',
    path,
    tag: 'deliveries',
    summary: 'Delivery attempts and what came of them, newest first.',
    permission,
    audit: { action: 'delivery.list', entity: 'delivery_attempt' },
    query: deliveryQuery,
    response: deliveryList,
    async handle({ tx, caller, query }) {
      const { cursor, limit: _limit, dateFrom: _from, dateTo: _to, ...equal } = query;
      const limit = logLimit(query);
      const { from: dateFrom, to: dateTo } = readDates(query);
      // Whose rows these are is said by the policy; naming the buyer lets the database go by its index.
      const buyerId = query.buyerId ?? caller.buyerId;
      const filter = { ...equal, buyerId, dateFrom, dateTo, before: readCursor(cursor), limit: limit + 1 };
      const answer = logAnswer(await attemptLog(tx, filter), limit, { placeOf, show });
      return { answer, touched: answer.data.map((row) => row.id) };
    },
  });

const placeOf = ({ startedAt: at, attemptId: id }: LoggedAttempt) => ({ at, id });

const show = ({ leadNumber, priceCents, startedAt, ...row }: LoggedAttempt) => ({
  ...row,
  id: row.attemptId,
  deliveryId: row.saleId,
  shortId: leadNumber === null ? null : `L-${leadNumber}`,
  startedAt: startedAt.toISOString(),
  price: formatCents(priceCents),
});
