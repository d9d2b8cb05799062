import { type Static, Type } from 'typebox';
import { AppError, invalid, notFound, refusedField } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import {
  type Caller,
  isBoundByRules,
  permits,
  POLICY,
  readNetworks,
  USER_ROLES,
  type UserRole,
} from '../access/index.ts';
import {
  defineRoute,
  explainRemoval,
  explainWrite,
  idSchema,
  list,
  listAnswer,
  one,
  oneOf,
  type Route,
  textOf,
} from '../gate/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { accessBondsSetByRole } from './access-bond-store.ts';
import { baseRoleRoute } from './base-role-routes.ts';
import { mayGive } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { isAllowedFrom } from './authenticate-session.ts';
import { giverOf } from './invite-user.ts';
import { userFind } from './user-store.ts';
import { type CustomRole, roleDelete, roleFind, roleList, roleSave, signInRules, signInRuleSet } from './role-store.ts';

const closed = { additionalProperties: false } as const;
const text = Type.String();
const permission = oneOf(Object.keys(POLICY));
const role = Type.Object({
  id: text,
  name: text,
  baseRole: text,
  permissions: Type.Array(text),
  people: Type.Integer(),
});
const body = Type.Object(
  {
    name: textOf(100),
    baseRole: oneOf(USER_ROLES),
    permissions: Type.Array(permission, {
      uniqueItems: true,
      maxItems: 200,
      description: 'What is left of the base role.',
    }),
  },
  closed,
);
const params = Type.Object({ roleId: idSchema });
const read = { tag: 'roles', permission: 'roles:read', realm: 'identity' } as const;
const write = { tag: 'roles', permission: 'roles:write', realm: 'identity', stepUp: true } as const;
const PATH = '/api/v1/roles';

/** Roles of a tenant's own, which narrow one of the product's, and where people of a role may come from. */
export const roleRoutes = (deps: IdentityDeps): Route[] => [
  listRoute(),
  baseRoleRoute(),
  createRoute(),
  updateRoute(deps),
  removeRoute(),
  rulesRoute(),
  setRuleRoute(deps),
];

const show = ({ id, name, baseRole, permissions, people }: CustomRole): Static<typeof role> => ({
  id,
  name,
  baseRole,
  permissions,
  people,
});

/** By these somebody reads leads, as far as rules for fields let them. */
const SHOW_LEADS: readonly string[] = ['leads:read', 'leads:reveal', 'leads:export'];

/** A role of the tenant's own is part of a role that its maker could give whole; `added` is what it gives anew. */
async function requireNarrower(
  tx: TenantReader,
  caller: Caller,
  wish: Static<typeof body>,
  added = wish.permissions,
): Promise<void> {
  if (!mayGive(giverOf(caller), wish.baseRole))
    throw refusedField('FORBIDDEN', {
      field: 'baseRole',
      rule: 'not_allowed',
      message: `You cannot give the role ${wish.baseRole}.`,
    });
  if (caller.narrowedTo && wish.permissions.some((name) => !caller.narrowedTo?.has(name)))
    throw refusedField('FORBIDDEN', {
      field: 'permissions',
      rule: 'not_allowed',
      message: 'Your own role does not have all of them.',
    });
  if (added.some((name) => SHOW_LEADS.includes(name)) && (await isBoundByRules(tx, caller)))
    throw refusedField('FORBIDDEN', {
      field: 'permissions',
      rule: 'not_allowed',
      message: 'Your own role does not see all of a lead. Leave those of leads out.',
    });
  const beyond = wish.permissions.filter((name) => !permits(wish.baseRole, name as keyof typeof POLICY));
  if (beyond.length > 0) {
    const message = `The role ${wish.baseRole} does not have ${beyond.join(', ')}. Leave it out.`;
    throw invalid([{ field: 'permissions', rule: 'not_allowed', message }]);
  }
}

const save = async (tx: TenantWriter, id: string, wish: Static<typeof body>) => {
  await explainWrite({ unique: { custom_roles_tenant_id_name_key: 'name' } }, () => roleSave(tx, { id, ...wish }));
  const saved = await roleFind(tx, id);
  if (!saved) throw notFound();
  return { data: show(saved) };
};

const listRoute = (): Route =>
  defineRoute({
    ...read,
    id: 'list_roles',
    method: 'GET',
    path: PATH,
    summary: 'Roles of the tenant’s own.',
    audit: { action: 'role.list', entity: 'role' },
    response: list(role),
    async handle({ tx }) {
      const rows = await roleList(tx);
      const page = { limit: Math.max(rows.length, 1), offset: 0 };
      return { answer: listAnswer(rows.map(show), rows.length, page), touched: rows.map((row) => row.id) };
    },
  });

const createRoute = (): Route =>
  defineRoute({
    ...write,
    id: 'create_role',
    method: 'POST',
    path: PATH,
    summary: 'Make a role that has less than the role it is made of.',
    status: 201,
    audit: { action: 'role.create', entity: 'role' },
    body,
    response: one(role),
    async handle({ tx, caller, now, body: wish }) {
      await requireNarrower(tx, caller, wish);
      const id = newId(now.getTime());
      return { answer: await save(tx, id, wish), touched: [id], detail: { permissions: wish.permissions } };
    },
  });

const updateRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'update_role',
    method: 'PUT',
    path: `${PATH}/:roleId`,
    summary: 'Replace the name and the permissions of a role; counts at once for whoever has it.',
    audit: { action: 'role.update', entity: 'role' },
    params,
    body,
    response: one(role),
    async handle({ tx, caller, params: { roleId }, body: wish }) {
      const known = await roleFind(tx, roleId);
      if (!known) throw notFound();
      if (known.baseRole !== wish.baseRole)
        throw invalid([{ field: 'baseRole', rule: 'fixed', message: 'Cannot change. Make another role.' }]);
      const added = wish.permissions.filter((name) => !known.permissions.includes(name));
      await requireNarrower(tx, caller, wish, added);
      if ((await userFind(tx, caller.actorId))?.customRoleId === roleId)
        throw new AppError('FORBIDDEN', 'You have this role yourself. Ask somebody else to change it.');
      const answer = await save(tx, roleId, wish);
      // After it has waited for whoever gives the role to somebody at this moment.
      if (added.length > 0) await accessBondsSetByRole(tx, roleId);
      const later = async () => {
        deps.forgetSessions();
        return answer;
      };
      return { later, touched: [roleId], detail: { permissions: wish.permissions } };
    },
  });

const IN_USE = 'Somebody has this role. Give them another one first.';

const removeRoute = (): Route =>
  defineRoute({
    ...write,
    id: 'delete_role',
    method: 'DELETE',
    path: `${PATH}/:roleId`,
    summary: 'Delete a role that nobody has.',
    audit: { action: 'role.delete', entity: 'role' },
    params,
    response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
    async handle({ tx, params: { roleId } }) {
      const known = await roleFind(tx, roleId);
      if (!known) throw notFound();
      if (known.people > 0) throw new AppError('CONFLICT', IN_USE);
      await explainRemoval(IN_USE, () => roleDelete(tx, roleId));
      return { answer: { data: { success: true, id: roleId } }, touched: [roleId] };
    },
  });

const rule = Type.Object({ role: text, allowedCidrs: Type.Array(text) });
const ROLES_OF_PEOPLE: readonly UserRole[] = USER_ROLES.filter((name) => name !== 'superadmin');

const rulesRoute = (): Route =>
  defineRoute({
    tag: 'roles',
    permission: 'sign-in-rules:read',
    realm: 'identity',
    id: 'list_sign_in_rules',
    method: 'GET',
    path: '/api/v1/sign-in-rules',
    summary: 'Where people of each role may come from; a role that is not there may from anywhere.',
    audit: { action: 'sign_in_rule.list', entity: 'tenant' },
    response: list(rule),
    async handle({ tx, caller: { tenantId } }) {
      const rows = await signInRules(tx);
      return {
        answer: listAnswer(rows, rows.length, { limit: Math.max(rows.length, 1), offset: 0 }),
        touched: [tenantId],
      };
    },
  });

const setRuleRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    tag: 'roles',
    permission: 'sign-in-rules:write',
    realm: 'identity',
    stepUp: true,
    id: 'set_sign_in_rule',
    method: 'PUT',
    path: '/api/v1/sign-in-rules/:role',
    summary: 'Set the networks that people of a role may come from; an empty list lifts the rule. Counts at once.',
    audit: { action: 'sign_in_rule.set', entity: 'tenant' },
    params: Type.Object({ role: oneOf(ROLES_OF_PEOPLE) }),
    body: Type.Object(
      { allowedCidrs: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 50, uniqueItems: true }) },
      closed,
    ),
    response: one(rule),
    async handle({ tx, caller, origin, params: { role: name }, body: { allowedCidrs: given } }) {
      const faults: Parameters<typeof invalid>[0][number][] = [];
      const allowedCidrs = readNetworks(given, faults);
      if (faults.length > 0) throw invalid(faults);
      const locksOut =
        name === caller.role && !isAllowedFrom(allowedCidrs.length > 0 ? allowedCidrs : null, origin.address ?? '');
      if (locksOut)
        throw refusedField('CONFLICT', {
          field: 'allowedCidrs',
          rule: 'conflict',
          message: 'You would lock yourself out. Include your own network.',
        });
      await signInRuleSet(tx, { role: name, allowedCidrs });
      const later = async () => {
        deps.forgetSessions();
        return { data: { role: name, allowedCidrs } };
      };
      return { later, touched: [caller.tenantId], detail: { role: name, networks: allowedCidrs.length } };
    },
  });
