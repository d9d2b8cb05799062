import { newId } from '../../kernel/ids.ts';
import { defineRoute, explainWrite, listAnswer, pageOf, requireSome, type Route } from '../gate/index.ts';
import { changeTenant, makeTenant } from './change-tenant.ts';
import { inTenant, requireTenant } from './enter-tenant.ts';
import { showTenant } from './show-tenant.ts';
import { tenantList } from './store.ts';
import type { TenantRouteDeps } from './tenant-deps.ts';
import { tenantAnswer, tenantCreate, tenantListAnswer, tenantListQuery, tenantParams, tenantUpdate } from './wire.ts';

const PATH = '/api/superadmin/tenants';
const RULES = { unique: { tenants_slug_key: 'slug' } };

// The identity role sees what tenants there are. Whatever is done to one is done inside it: see enter-tenant.ts.
const reading = { tag: 'tenants', permission: 'tenants:read', realm: 'identity' } as const;
const writing = { tag: 'tenants', permission: 'tenants:write', realm: 'identity' } as const;

/** The tenants of the installation, as superadmins rule them. The installation's own tenant is never among them. */
export const tenantRecordRoutes = (deps: TenantRouteDeps): Route[] => [
  listRoute(),
  createTenantRoute(deps, { id: 'create_tenant', path: PATH, tag: 'tenants' }),
  readRoute(),
  updateRoute(deps, 'PUT'),
  updateRoute(deps, 'PATCH'),
  deleteTenantRoute(deps, { id: 'delete_tenant', path: `${PATH}/:tenantId`, tag: 'tenants' }),
];

const listRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'list_tenants',
    method: 'GET',
    path: PATH,
    summary: 'The tenants of the installation, newest first.',
    audit: { action: 'tenant.list', entity: 'tenant' },
    query: tenantListQuery,
    response: tenantListAnswer,
    async handle({ tx, query: { q, status, ...paging } }) {
      const page = pageOf(paging);
      const { rows, total } = await tenantList(tx, { q, status, ...page });
      return { answer: listAnswer(rows.map(showTenant), total, page), touched: rows.map((row) => row.id) };
    },
  });

/** Where a route stands that clients know by two paths. */
interface Place {
  readonly id: string;
  readonly path: string;
  readonly tag: string;
  readonly whoMay?: string;
}

/** Makes a tenant. Nobody is in it yet: its first owner is invited afterwards. */
export const createTenantRoute = ({ tenancy }: TenantRouteDeps, place: Place): Route =>
  defineRoute({
    ...writing,
    ...place,
    method: 'POST',
    summary: 'Make a tenant, with nobody in it: invite its first owner next.',
    audit: { action: 'tenant.create', entity: 'tenant' },
    status: 201,
    body: tenantCreate,
    response: tenantAnswer,
    async handle({ caller, origin, now, body }) {
      const entry = { tenantId: newId(), action: 'tenant.create', caller, origin, now };
      const row = await explainWrite(RULES, () => inTenant(tenancy, entry, (tx) => makeTenant(tx, body, now)));
      return { answer: { data: showTenant(row) }, touched: [row.id] };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'get_tenant',
    method: 'GET',
    path: `${PATH}/:tenantId`,
    summary: 'One tenant: what it is, and nothing of what is in it.',
    audit: { action: 'tenant.read', entity: 'tenant' },
    params: tenantParams,
    response: tenantAnswer,
    async handle({ tx, params }) {
      const row = await requireTenant(tx, params.tenantId);
      return { answer: { data: showTenant(row) }, touched: [row.id] };
    },
  });

const updateRoute = ({ tenancy, forgetCallers }: TenantRouteDeps, method: 'PUT' | 'PATCH'): Route =>
  defineRoute({
    ...writing,
    id: method === 'PUT' ? 'update_tenant' : 'patch_tenant',
    method,
    path: `${PATH}/:tenantId`,
    summary: 'Change the given fields of a tenant. One that is not active is shut at once, to people and to keys.',
    audit: { action: 'tenant.update', entity: 'tenant' },
    params: tenantParams,
    body: tenantUpdate,
    response: tenantAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId }, body }) {
      requireSome(body, Object.keys(tenantUpdate.properties));
      await requireTenant(tx, tenantId);
      const detail = { fields: Object.keys(body) };
      const entry = { tenantId, action: 'tenant.update', caller, origin, now, detail };
      const row = await explainWrite(RULES, () => inTenant(tenancy, entry, (own) => changeTenant(own, body, now)));
      return {
        async later() {
          forgetCallers();
          return { data: showTenant(row) };
        },
        touched: [row.id],
        detail,
      };
    },
  });

/** Shuts a tenant for good as far as anybody in it can tell. Its rows stay: they are records of what was done. */
export const deleteTenantRoute = ({ tenancy, forgetCallers }: TenantRouteDeps, place: Place): Route =>
  defineRoute({
    ...writing,
    ...place,
    method: 'DELETE',
    summary: 'Shut a tenant, to people and to keys; its records stay.',
    audit: { action: 'tenant.delete', entity: 'tenant' },
    params: tenantParams,
    response: tenantAnswer,
    async handle({ tx, caller, origin, now, params: { tenantId } }) {
      await requireTenant(tx, tenantId);
      const entry = { tenantId, action: 'tenant.delete', caller, origin, now };
      const row = await inTenant(tenancy, entry, (own) => changeTenant(own, { status: 'inactive' }, now));
      return {
        async later() {
          forgetCallers();
          return { data: showTenant(row) };
        },
        touched: [row.id],
      };
    },
  });
