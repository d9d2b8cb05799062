import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { actorOf, type Caller, requireValidCaller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { defineRoute, listAnswer, pageOf, type Route, type RouteRequest, systemContext } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { changeTenantUser, inviteFirstOwner, type TenantUserEntry } from './change-tenant-user.ts';
import { tenantFind } from './grant-store.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { type InstallationUser, type InstallationUserFilter, installationUsers } from './installation-user-store.ts';
import { showSignIn } from './login-activity-routes.ts';
import { signInList } from './sign-in-store.ts';
import {
  allUsersQuery,
  anyUserParams,
  installationUserAnswer,
  installationUserList,
  tenantParams,
  tenantUserCreate,
  tenantUserParams,
  tenantUsersQuery,
  tenantUserUpdate,
  userAction,
} from './superadmin-user-wire.ts';
import { tellTenants } from './tell-tenants.ts';
import { loginActivityAnswer, loginActivityQuery } from './wire.ts';

const head = { tag: 'users', permission: 'users:all', realm: 'identity' } as const;
const write = { ...head, stepUp: true } as const;
const ALL = '/api/superadmin/users';
const OF_TENANT = '/api/superadmin/tenants/:tenantId/users';

/** Accounts of all tenants, as far as who runs the installation may touch them. */
export const superadminUserRoutes = (deps: IdentityDeps): Route[] => [
  listAllRoute(deps),
  listOfTenantRoute(deps),
  readRoute(deps),
  createRoute(deps),
  ...updateRoutes(deps),
  removeRoute(deps),
  activityRoute(deps),
];

const homeOf = (caller: Caller) => ({ tenantId: caller.tenantId, actor: actorOf(caller) });

const show = (user: InstallationUser) => ({
  ...user,
  lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  createdAt: user.createdAt.toISOString(),
});

async function requireUser(tx: TenantReader, userId: string, tenantId?: string): Promise<InstallationUser> {
  const { rows } = await installationUsers(tx, { userId, tenantId, limit: 1, offset: 0 });
  const [user] = rows;
  if (!user) throw notFound();
  return user;
}

const LIST = { action: 'user.list', entity: 'user' } as const;
const READ = { action: 'user.read', entity: 'user' } as const;
const ACTIVITY = { action: 'login_activity.list', entity: 'sign_in' } as const;

/** People by their tenants, for the trails of each. */
const byTenant = (rows: readonly InstallationUser[]): Map<string, string[]> =>
  new Map([...Map.groupBy(rows, (row) => row.tenantId)].map(([id, people]) => [id, people.map((row) => row.id)]));

/**
 * Whom a list tells of what it showed. The tenant that was asked about by name hears of it, whatever was found; and
 * where a page beyond the last one only tells how many there are, those of the first page do.
 */
async function listed(
  { identity, identityTenancy }: IdentityDeps,
  caller: Caller,
  filter: Omit<InstallationUserFilter, 'limit' | 'offset'>,
  page: { readonly limit: number; readonly offset: number },
) {
  const look = (at: typeof page) =>
    identityTenancy.readTenant(homeOf(caller), (tx) => installationUsers(tx, { ...filter, ...at }));
  const { rows, total } = await look(page);
  const shown = byTenant(rows);
  const named = filter.tenantId?.toLowerCase();
  const isThere = named === caller.tenantId || (named !== undefined && (await tenantFind(identity, named)));
  const asked = isThere ? named : undefined;
  if (asked !== undefined) shown.set(asked, shown.get(asked) ?? []);
  if (rows.length === 0 && total > 0)
    for (const { tenantId } of (await look({ ...page, offset: 0 })).rows) shown.set(tenantId, []);
  return { rows, total, shown, asked };
}

const listAllRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'list_all_users',
    method: 'GET',
    path: ALL,
    summary: 'People of all tenants.',
    audit: LIST,
    query: allUsersQuery,
    response: installationUserList,
    async handleAlone({ caller, origin, now, query: { limit, offset, q: search, ...filter } }) {
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const { rows, total, shown, asked } = await listed(deps, caller, { ...filter, search }, page);
      await tellTenants(deps.identityTenancy, { caller, origin, now, event: LIST, asked }, shown);
      return { answer: listAnswer(rows.map(show), total, page), audited: true };
    },
  });

const listOfTenantRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'list_tenant_users',
    method: 'GET',
    path: OF_TENANT,
    summary: 'People of one tenant.',
    audit: LIST,
    params: tenantParams,
    query: tenantUsersQuery,
    response: installationUserList,
    async handleAlone({ caller, origin, now, params, query: { q: search, ...paging } }) {
      const page = pageOf(paging);
      const { rows, total, shown, asked } = await listed(deps, caller, { tenantId: params.tenantId, search }, page);
      if (asked === undefined) throw notFound();
      await tellTenants(deps.identityTenancy, { caller, origin, now, event: LIST, asked }, shown);
      return { answer: listAnswer(rows.map(show), total, page), audited: true };
    },
  });

const readRoute = ({ identityTenancy }: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'get_tenant_user',
    method: 'GET',
    path: `${OF_TENANT}/:userId`,
    summary: 'One person of a tenant.',
    audit: READ,
    params: tenantUserParams,
    response: installationUserAnswer,
    async handleAlone({ caller, origin, now, params: { tenantId, userId } }) {
      const user = await identityTenancy.readTenant(homeOf(caller), (tx) => requireUser(tx, userId, tenantId));
      await tellTenants(identityTenancy, { caller, origin, now, event: READ, asked: tenantId }, byTenant([user]));
      return { answer: { data: show(user) }, audited: true };
    },
  });

const NO_PASSWORD =
  'Nobody chooses a password for somebody else’s tenant. Leave it out: the person chooses it by the link.';

type Sent = Pick<RouteRequest<unknown, unknown, unknown>, 'caller' | 'origin' | 'now'>;

/**
 * Changes accounts of a tenant, then writes the event of the installation's own trail, one transaction after the other:
 * if the process dies in between, the tenant's trail tells of what happened. Not one inside the other, as both take a
 * connection of the same pool.
 */
async function changing(
  deps: IdentityDeps,
  { caller, origin, now }: Sent,
  what: { readonly tenantId: string; readonly action: string },
  work: (entry: TenantUserEntry) => Promise<readonly string[]>,
) {
  const home = homeOf(caller);
  await deps.identityTenancy.readTenant(home, (tx) => requireValidCaller(tx, caller, now));
  const [userId = '', ...more] = await work({ caller, origin, now, ...what });
  const user = await deps.identityTenancy.withTenant(home, async (tx) => {
    const entityIds = [userId, ...more, what.tenantId];
    const event = { action: what.action, entity: 'user', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event, origin }]);
    return requireUser(tx, userId, what.tenantId);
  });
  return { answer: { data: show(user) }, audited: true } as const;
}

const createRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'create_tenant_user',
    method: 'POST',
    path: OF_TENANT,
    summary: 'Invite the first owner of a tenant.',
    status: 201,
    audit: { action: 'user.invite', entity: 'user' },
    params: tenantParams,
    body: tenantUserCreate,
    response: installationUserAnswer,
    async handleAlone(request) {
      const { body, params } = request;
      if (body.password !== undefined)
        throw invalid([{ field: 'password', rule: 'not_allowed', message: NO_PASSWORD }]);
      const what = { tenantId: params.tenantId, action: 'user.invite' };
      return changing(deps, request, what, (entry) => inviteFirstOwner(deps, entry, body));
    },
  });

/** Setting somebody's password would be a way into the tenant without its knowledge. */
function statusOf(body: { readonly action: string; readonly status?: 'active' | 'inactive' }): 'active' | 'inactive' {
  if (body.action === 'setPassword')
    throw new AppError('FORBIDDEN', 'A superadmin sets no passwords. The person asks for a new one at sign-in.');
  if (body.status === undefined)
    throw invalid([{ field: 'status', rule: 'required', message: 'Send active or inactive.' }]);
  return body.status;
}

const ofTenant = { ...write, path: `${OF_TENANT}/:userId`, params: tenantUserParams, response: installationUserAnswer };

const updateRoutes = (deps: IdentityDeps): Route[] => [
  defineRoute({
    ...ofTenant,
    id: 'update_tenant_user',
    method: 'PUT',
    summary: 'Rename an account of a tenant, or switch it on or off. What it may do is the tenant’s to say.',
    audit: { action: 'user.update', entity: 'user' },
    body: tenantUserUpdate,
    async handleAlone(request) {
      const { tenantId, userId } = request.params;
      const what = { tenantId, action: 'user.update' };
      return changing(deps, request, what, (entry) => changeTenantUser(deps, entry, userId, request.body));
    },
  }),
  defineRoute({
    ...ofTenant,
    id: 'patch_tenant_user',
    method: 'PATCH',
    summary: 'Switch an account of a tenant on or off.',
    audit: { action: 'user.update', entity: 'user' },
    body: userAction,
    async handleAlone(request) {
      const { tenantId, userId } = request.params;
      const status = statusOf(request.body);
      const what = { tenantId, action: 'user.update' };
      return changing(deps, request, what, (entry) => changeTenantUser(deps, entry, userId, { status }));
    },
  }),
  defineRoute({
    ...write,
    id: 'patch_user',
    method: 'PATCH',
    path: `${ALL}/:userId`,
    summary: 'Switch an account of any tenant on or off.',
    audit: { action: 'user.update', entity: 'user' },
    params: anyUserParams,
    body: userAction,
    response: installationUserAnswer,
    async handleAlone(request) {
      const { caller, params, body } = request;
      const status = statusOf(body);
      const home = homeOf(caller);
      const { tenantId } = await deps.identityTenancy.readTenant(home, (tx) => requireUser(tx, params.userId));
      const what = { tenantId, action: 'user.update' };
      return changing(deps, request, what, (entry) => changeTenantUser(deps, entry, params.userId, { status }));
    },
  }),
];

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...ofTenant,
    id: 'delete_tenant_user',
    method: 'DELETE',
    summary: 'Switch an account of a tenant off: its sessions and keys end at once.',
    audit: { action: 'user.deactivate', entity: 'user' },
    async handleAlone(request) {
      const { tenantId, userId } = request.params;
      const what = { tenantId, action: 'user.deactivate' };
      const off = { status: 'inactive' } as const;
      return changing(deps, request, what, (entry) => changeTenantUser(deps, entry, userId, off));
    },
  });

const activityRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'get_user_login_activity',
    method: 'GET',
    path: `${ALL}/:userId/login-activity`,
    summary: 'Tries to sign in to an account, newest first.',
    audit: ACTIVITY,
    params: anyUserParams,
    query: loginActivityQuery,
    response: loginActivityAnswer,
    async handleAlone({ caller, origin, now, params: { userId }, query }) {
      const page = pageOf(query);
      const { identityTenancy } = deps;
      const { tenantId } = await identityTenancy.readTenant(homeOf(caller), (tx) => requireUser(tx, userId));
      const { rows, total } = await identityTenancy.readTenant(systemContext(tenantId), (tx) =>
        signInList(tx, { userId, ...page }),
      );
      const shown = new Map([[tenantId, [userId, ...rows.map((row) => row.id)]]]);
      await tellTenants(identityTenancy, { caller, origin, now, event: ACTIVITY }, shown);
      return { answer: listAnswer(rows.map(showSignIn), total, page), audited: true };
    },
  });
