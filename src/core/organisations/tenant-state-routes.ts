import { defineRoute, type Route } from '../gate/index.ts';
import { changeFeatures, settleApplication } from './change-tenant.ts';
import { inTenant, requireTenant } from './enter-tenant.ts';
import { userCount } from './store.ts';
import type { TenantRouteDeps } from './tenant-deps.ts';
import {
  featuresAnswer,
  featureUpdate,
  noBody,
  rejection,
  tenantParams,
  tenantStatsAnswer,
  tenantStatusAnswer,
} from './wire.ts';

const at = (below: string): string => `/api/superadmin/tenants/:tenantId/${below}`;
const head = { tag: 'tenants', realm: 'identity', params: tenantParams } as const;
const writing = { ...head, permission: 'tenants:write' } as const;

/** How many there are of what in a tenant, its flags, and whether it is let in. */
export const tenantStateRoutes = (deps: TenantRouteDeps): Route[] => [
  statsRoute(deps),
  featuresRoute(deps),
  approveRoute(deps),
  rejectRoute(deps),
];

const statsRoute = ({ tenancy, countRows }: TenantRouteDeps): Route =>
  defineRoute({
    ...head,
    permission: 'tenants:read',
    id: 'get_tenant_stats',
    method: 'GET',
    path: at('stats'),
    summary: 'How many leads, buyers, partners and people a tenant has; no row of them.',
    audit: { action: 'tenant.stats', entity: 'tenant' },
    response: tenantStatsAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId } }) {
      await requireTenant(tx, tenantId);
      const entry = { tenantId, action: 'tenant.stats', caller, origin, now };
      const { leads, buyers, partners } = await inTenant(tenancy, entry, countRows);
      const data = {
        tenantId,
        totalLeads: leads,
        totalBuyers: buyers,
        totalPartners: partners,
        totalUsers: await userCount(tx, tenantId),
      };
      return { answer: { data }, touched: [tenantId] };
    },
  });

const featuresRoute = ({ tenancy }: TenantRouteDeps): Route =>
  defineRoute({
    ...writing,
    id: 'update_tenant_features',
    method: 'PATCH',
    path: at('features'),
    summary: 'Switch one flag of a tenant, or several; others stay.',
    audit: { action: 'tenant.features', entity: 'tenant' },
    body: featureUpdate,
    response: featuresAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId }, body }) {
      await requireTenant(tx, tenantId);
      const entry = { tenantId, action: 'tenant.features', caller, origin, now };
      const { row, given } = await inTenant(tenancy, entry, (own) => changeFeatures(own, body));
      return { answer: { data: { ...row.features } }, touched: [tenantId], detail: { fields: given } };
    },
  });

const approveRoute = ({ tenancy, forgetCallers }: TenantRouteDeps): Route =>
  defineRoute({
    ...writing,
    id: 'approve_tenant',
    method: 'POST',
    path: at('approve'),
    summary: 'Let in a tenant that signed up and waits.',
    audit: { action: 'tenant.approve', entity: 'tenant' },
    body: noBody,
    response: tenantStatusAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId } }) {
      await requireTenant(tx, tenantId);
      const entry = { tenantId, action: 'tenant.approve', caller, origin, now };
      const { status } = await inTenant(tenancy, entry, (own) => settleApplication(own, { approve: true }, now));
      return {
        async later() {
          forgetCallers();
          return { data: { id: tenantId, status } };
        },
        touched: [tenantId],
      };
    },
  });

const rejectRoute = ({ tenancy, forgetCallers }: TenantRouteDeps): Route =>
  defineRoute({
    ...writing,
    id: 'reject_tenant',
    method: 'POST',
    path: at('reject'),
    summary: 'Turn away a tenant that signed up and waits.',
    audit: { action: 'tenant.reject', entity: 'tenant' },
    body: rejection,
    response: tenantStatusAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId }, body }) {
      await requireTenant(tx, tenantId);
      const entry = { tenantId, action: 'tenant.reject', caller, origin, now };
      const verdict = { approve: false, reason: body.reason };
      const { status } = await inTenant(tenancy, entry, (own) => settleApplication(own, verdict, now));
      return {
        async later() {
          forgetCallers();
          return { data: { id: tenantId, status } };
        },
        touched: [tenantId],
      };
    },
  });
