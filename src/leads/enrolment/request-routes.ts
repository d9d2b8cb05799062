import type { Static } from 'typebox';
import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import { approveRequest, declineRequest } from './decide-request.ts';
import { requestRecords, type RequestRow } from './request-store.ts';
import {
  approveBody,
  approvedAnswer,
  declineBody,
  requestAnswer,
  requestList,
  requestParams,
  requestQuery,
} from './wire.ts';

const path = '/api/v1/offer-requests';

export interface RequestRouteDeps {
  /** Keys the HMAC under which posting keys are stored. */
  readonly pepper: Buffer;
}

/** What partners ask for, and what staff say to it. */
export const requestRoutes = (deps: RequestRouteDeps): Route[] => [listRoute(), approveRoute(deps), declineRoute()];

const show = (row: RequestRow): Static<typeof requestAnswer>['data'] => ({
  id: row.id,
  offerId: row.offerId,
  offerName: row.offerName,
  partnerId: row.partnerId,
  partnerName: row.partnerName,
  status: row.status,
  note: row.note,
  campaignId: row.campaignId,
  requestedAt: row.createdAt.toISOString(),
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

const listRoute = (): Route =>
  defineRoute({
    id: 'list_offer_requests',
    method: 'GET',
    path,
    tag: 'offers',
    summary: 'What partners asked for, newest first.',
    permission: 'offers:read',
    audit: { action: 'offer_request.list', entity: 'offer_request' },
    query: requestQuery,
    response: requestList,
    async handle({ tx, query: { status, offerId, partnerId, search, ...paging } }) {
      const page = pageOf(paging);
      const where = { status, offerId, partnerId };
      const { rows, total } = await requestRecords.list(tx, { where, search, ...page });
      return { answer: listAnswer(rows.map(show), total, page), touched: rows.map(({ id }) => id) };
    },
  });

const approveRoute = ({ pepper }: RequestRouteDeps): Route =>
  defineRoute({
    id: 'approve_offer_request',
    method: 'POST',
    path: `${path}/:requestId/approve`,
    tag: 'offers',
    summary:
      'Approve a request: the partner gets a campaign on the offer, in testing, with a posting key. 409 for one that ' +
      'does not wait, and for an offer that is private or closed meanwhile.',
    permission: 'campaigns:write',
    audit: { action: 'offer_request.approve', entity: 'offer_request' },
    params: requestParams,
    body: approveBody,
    response: approvedAnswer,
    async handle({ tx, now, caller, params: { requestId }, body }) {
      const { row, postingKey, touched } = await approveRequest(tx, pepper, { caller, now }, { ...body, requestId });
      return { answer: { data: { ...show(row), postingKey } }, touched };
    },
  });

const declineRoute = (): Route =>
  defineRoute({
    id: 'decline_offer_request',
    method: 'POST',
    path: `${path}/:requestId/decline`,
    tag: 'offers',
    summary: 'Decline a request, and tell the partner why. 409 for one that does not wait.',
    permission: 'campaigns:write',
    audit: { action: 'offer_request.decline', entity: 'offer_request' },
    params: requestParams,
    body: declineBody,
    response: requestAnswer,
    async handle({ tx, now, caller, params: { requestId }, body: { note } }) {
      const row = await declineRequest(tx, { caller, now }, { requestId, note });
      return { answer: { data: show(row) }, touched: [requestId, row.offerId, row.partnerId] };
    },
  });
