import { Type } from 'typebox';
import { AppError, notFound } from '../../kernel/app-error.ts';
import {
  defineRoute,
  idSchema,
  list,
  listAnswer,
  nullable,
  one,
  oneOf,
  pageOf,
  pageQuery,
  type Route,
  timestamp,
} from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { enterTenant, leaveTenant, reasonPlace } from './enter-tenant.ts';
import { grantEnd, grantFind, grantList, grantReview, type GrantRow } from './grant-store.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { signInOriginOf } from './sign-in-routes.ts';
import { done } from './wire.ts';

const text = Type.String();
const maybe = Type.Optional;
const closed = { additionalProperties: false } as const;
const grantItem = Type.Object({
  id: text,
  guest: Type.String({ description: 'Who came in, by e-mail address.' }),
  reason: text,
  ticket: nullable(text),
  leadId: nullable(Type.String({ description: 'The one lead that was open; none where no lead was.' })),
  status: oneOf(['open', 'over']),
  createdAt: timestamp,
  expiresAt: timestamp,
  endedAt: nullable(timestamp),
  reviewedAt: nullable(timestamp),
  verdict: nullable(oneOf(['accepted', 'questioned'])),
});
const params = Type.Object({ grantId: idSchema });
const read = { tag: 'access-grants', permission: 'access-grants:read', realm: 'identity' } as const;
const review = { tag: 'access-grants', permission: 'access-grants:review', realm: 'identity' } as const;
const PATH = '/api/v1/access-grants';

/** Guests from the installation: how they come in, and what the tenant sees and says of it. */
export const grantRoutes = (deps: IdentityDeps): Route[] => [
  enterRoute(deps),
  leaveRoute(deps),
  listRoute(deps),
  endRoute(deps),
  reviewRoute(deps),
];

async function showGrant({ vault }: IdentityDeps, tx: TenantReader, row: GrantRow, now: Date) {
  const reason = await vault.openSecret(reasonPlace(tx.context.tenantId, row.id), row.sealedReason);
  const isOpen = row.endedAt === null && row.expiresAt > now;
  return {
    id: row.id,
    guest: row.guestEmail,
    reason: reason.toString('utf8'),
    ticket: row.ticket,
    leadId: row.leadId,
    status: isOpen ? ('open' as const) : ('over' as const),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    verdict: row.verdict,
  };
}

const enterRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'impersonate_tenant',
    method: 'POST',
    path: '/api/superadmin/tenants/:tenantId/impersonate',
    tag: 'tenants',
    summary: 'Look into a tenant for at most an hour, only to read; with a lead, break the glass for that one lead.',
    permission: 'tenants:enter',
    peopleOnly: true,
    stepUp: true,
    audit: { action: 'tenant.enter', entity: 'session' },
    params: Type.Object({ tenantId: idSchema }),
    body: Type.Object(
      {
        reason: Type.String({ minLength: 10, maxLength: 500, description: 'Why; the tenant reads it.' }),
        ticket: maybe(Type.String({ minLength: 1, maxLength: 100 })),
        minutes: maybe(Type.Integer({ minimum: 1, maximum: 60, description: '30 unless given.' })),
        leadId: maybe(
          Type.String({ minLength: 1, maxLength: 40, description: 'The UUID, or the short id such as L-1001.' }),
        ),
      },
      closed,
    ),
    response: one(Type.Object({ id: text, name: text, slug: text, grantId: text, expiresAt: timestamp })),
    async handleAlone(request) {
      const {
        body,
        params: { tenantId },
      } = request;
      const wish = { ...body, tenantId, minutes: body.minutes ?? 30 };
      const { data, cookie } = await enterTenant(deps, request.caller, wish, signInOriginOf(request));
      return { answer: { data }, audited: true, cookie };
    },
  });

const leaveRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'leave_tenant',
    method: 'DELETE',
    path: '/api/superadmin/impersonation',
    tag: 'tenants',
    summary: 'Leave the tenant that you look into.',
    permission: 'tenants:leave',
    peopleOnly: true,
    audit: { action: 'tenant.leave', entity: 'session' },
    response: done,
    async handleAlone(request) {
      const { guest, tenantId } = request.caller;
      if (!guest) throw new AppError('CONFLICT', 'You are in no tenant.');
      const visit = { tenantId, grantId: guest.grantId };
      const cookie = await leaveTenant(deps, guest.home, visit, signInOriginOf(request));
      return { answer: { data: { success: true } }, audited: true, cookie };
    },
  });

const listRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...read,
    id: 'list_access_grants',
    method: 'GET',
    path: PATH,
    summary: 'Who of the installation looked into this tenant, and why, newest first.',
    audit: { action: 'access_grant.list', entity: 'access_grant' },
    query: Type.Object(pageQuery, closed),
    response: list(grantItem),
    prepare: ({ tenantId }) => deps.vault.prepareSecrets(tenantId),
    async handle({ tx, now, query }) {
      const page = pageOf(query);
      const { rows, total } = await grantList(tx, page);
      const shown = await Promise.all(rows.map((row) => showGrant(deps, tx, row, now)));
      return { answer: listAnswer(shown, total, page), touched: rows.map((row) => row.id) };
    },
  });

const endRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...review,
    id: 'end_access_grant',
    method: 'DELETE',
    path: `${PATH}/:grantId`,
    summary: 'Show a guest out, at once.',
    audit: { action: 'access_grant.end', entity: 'access_grant' },
    params,
    response: done,
    async handle({ tx, now, params: { grantId } }) {
      if (!(await grantFind(tx, grantId))) throw notFound();
      await grantEnd(tx, grantId, now);
      const later = async () => {
        deps.forgetSessions();
        return { data: { success: true } };
      };
      return { later, touched: [grantId] };
    },
  });

const reviewRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...review,
    id: 'review_access_grant',
    method: 'POST',
    path: `${PATH}/:grantId/review`,
    summary: 'Say whether an entry was in order.',
    audit: { action: 'access_grant.review', entity: 'access_grant' },
    params,
    body: Type.Object({ verdict: oneOf(['accepted', 'questioned']) }, closed),
    response: one(grantItem),
    prepare: ({ tenantId }) => deps.vault.prepareSecrets(tenantId),
    async handle({ tx, caller, now, params: { grantId }, body: { verdict } }) {
      if (!(await grantFind(tx, grantId))) throw notFound();
      const row = await grantReview(tx, grantId, { verdict, by: caller.actorId, now });
      if (!row) throw new AppError('CONFLICT', 'It is still open, or was judged already. End it first.');
      return { answer: { data: await showGrant(deps, tx, row, now) }, touched: [grantId], detail: { verdict } };
    },
  });
