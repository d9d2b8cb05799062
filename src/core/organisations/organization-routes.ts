import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, listAnswer, pageOf, requireSome, type Route } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { changeFeatures, changeTenant } from './change-tenant.ts';
import { showTenant } from './show-tenant.ts';
import { ownTenant, ownTenantLock, type TenantRow } from './store.ts';
import type { TenantRouteDeps } from './tenant-deps.ts';
import { createTenantRoute, deleteTenantRoute } from './tenant-routes.ts';
import {
  featuresAnswer,
  featureUpdate,
  logoAnswer,
  logoUpdate,
  organizationListQuery,
  organizationUpdate,
  tenantAnswer,
  tenantListAnswer,
  tenantParams,
} from './wire.ts';

const PATH = '/api/admin/organizations';
const reading = { tag: 'organizations', permission: 'organization:read' } as const;
const writing = { tag: 'organizations', permission: 'organization:write', stepUp: true } as const;

const WHO_MAKES =
  'Only a superadmin of this installation makes organizations. Ask whoever runs it, or sign up where that is open: ' +
  'GET /api/v1/signup/config tells.';
const WHO_SHUTS =
  'Only a superadmin of this installation shuts organizations, with all that is in them. Ask whoever runs it.';

/**
 * A tenant as its own people see it: an organization is the caller's own tenant and no other. Only a superadmin makes
 * and shuts them, here as under /api/superadmin/tenants.
 */
export const organizationRoutes = (deps: TenantRouteDeps): Route[] => [
  listRoute(),
  createTenantRoute(deps, { id: 'create_organization', path: PATH, tag: 'organizations', whoMay: WHO_MAKES }),
  readRoute(),
  updateRoute(),
  deleteTenantRoute(deps, {
    id: 'delete_organization',
    path: `${PATH}/:tenantId`,
    tag: 'organizations',
    whoMay: WHO_SHUTS,
  }),
  featureRoute(),
  ownFeaturesRoute(),
  logoRoute(),
];

const requireOwn = (tx: TenantWriter, id: string): void => {
  if (id.toLowerCase() !== tx.context.tenantId) throw notFound();
};

/** Whether the one organization is among those asked for. */
function isAskedFor(row: TenantRow, asked: { search?: string; status?: string; plan?: string }): boolean {
  const { search = '', status = row.status, plan = row.plan } = asked;
  const holds = `${row.name} ${row.slug}`.toLowerCase().includes(search.toLowerCase());
  return holds && status === row.status && plan === row.plan;
}

const listRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'list_organizations',
    method: 'GET',
    path: PATH,
    summary: 'The organization of the caller: the one there is for it.',
    audit: { action: 'organization.list', entity: 'tenant' },
    query: organizationListQuery,
    response: tenantListAnswer,
    async handle({ tx, query: { search, status, plan, ...paging } }) {
      const page = pageOf(paging);
      const row = await ownTenant(tx);
      const asked = { ...(search ? { search } : {}), ...(status ? { status } : {}), ...(plan ? { plan } : {}) };
      const found = isAskedFor(row, asked) ? [row] : [];
      const shown = found.slice(page.offset, page.offset + page.limit);
      return { answer: listAnswer(shown.map(showTenant), found.length, page), touched: shown.map(({ id }) => id) };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'get_organization',
    method: 'GET',
    path: `${PATH}/:tenantId`,
    summary: 'The organization of the caller.',
    audit: { action: 'organization.read', entity: 'tenant' },
    params: tenantParams,
    response: tenantAnswer,
    async handle({ tx, params }) {
      requireOwn(tx, params.tenantId);
      const row = await ownTenant(tx);
      return { answer: { data: showTenant(row) }, touched: [row.id] };
    },
  });

const updateRoute = (): Route =>
  defineRoute({
    ...writing,
    id: 'update_organization',
    method: 'PUT',
    path: `${PATH}/:tenantId`,
    summary: 'Change the name, settings and flags of the own organization; settings and flags merge.',
    audit: { action: 'organization.update', entity: 'tenant' },
    params: tenantParams,
    body: organizationUpdate,
    response: tenantAnswer,
    async handle({ tx, now, params, body: { name, settings, features } }) {
      requireOwn(tx, params.tenantId);
      const given = { name, settings, features };
      requireSome(given, Object.keys(given));
      await ownTenantLock(tx);
      if (features !== undefined) await changeFeatures(tx, { features });
      const row = await changeTenant(
        tx,
        { ...(name === undefined ? {} : { name }), ...(settings ? { settings } : {}) },
        now,
      );
      const fields = Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [field]));
      return { answer: { data: showTenant(row) }, touched: [row.id], detail: { fields } };
    },
  });

const featureRoute = (): Route =>
  defineRoute({
    ...writing,
    id: 'toggle_organization_feature',
    method: 'PATCH',
    path: `${PATH}/:tenantId/features`,
    summary: 'Switch one flag of the own organization, or several; others stay.',
    audit: { action: 'organization.features', entity: 'tenant' },
    params: tenantParams,
    body: featureUpdate,
    response: featuresAnswer,
    async handle({ tx, params, body }) {
      requireOwn(tx, params.tenantId);
      const { row, given } = await changeFeatures(tx, body);
      return { answer: { data: { ...row.features } }, touched: [row.id], detail: { fields: given } };
    },
  });

const ownFeaturesRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'get_tenant_features',
    method: 'GET',
    path: '/api/admin/tenant-features',
    summary: 'The flags of the own organization.',
    audit: { action: 'organization.features_read', entity: 'tenant' },
    response: featuresAnswer,
    async handle({ tx }) {
      return { answer: { data: { ...(await ownTenant(tx)).features } }, touched: [] };
    },
  });

const logoRoute = (): Route =>
  defineRoute({
    id: 'upload_logo',
    method: 'POST',
    path: '/api/v1/settings/logos',
    tag: 'settings',
    summary: 'Say where the logo stands: its https address. Files are not taken here.',
    permission: 'settings:write',
    audit: { action: 'organization.logo', entity: 'tenant' },
    body: logoUpdate,
    response: logoAnswer,
    async handle({ tx, now, body }) {
      requireSome(body, ['logoUrl']);
      const { id, logoUrl } = await changeTenant(tx, body, now);
      return { answer: { data: { logoUrl } }, touched: [id], detail: { fields: ['logoUrl'] } };
    },
  });
