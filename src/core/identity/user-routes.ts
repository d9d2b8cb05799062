import { invalid, notFound } from '../../kernel/app-error.ts';
import { defineRoute, listAnswer, mergeProfile, pageOf, type Route } from '../gate/index.ts';
import { changeUser } from './change-user.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { hashChosen, hashIn, inviteUser, requireMayGive } from './invite-user.ts';
import { invitationMail } from './make-link.ts';
import { paceAddress, pacePerson } from './pace-changes.ts';
import { sendMail } from './send-mail.ts';
import { showUser } from './show-user.ts';
import { actOnUser } from './act-on-user.ts';
import { tenantName, userFind, userList } from './user-store.ts';
import {
  ACTIONS,
  USER_PROFILE,
  userAnswer,
  userChangedAnswer,
  userCreate,
  userListAnswer,
  userMadeAnswer,
  userParams,
  userQuery,
  userUpdate,
} from './user-wire.ts';

const read = { tag: 'users', permission: 'users:read', realm: 'identity' } as const;
const write = { tag: 'users', permission: 'users:write', realm: 'identity', stepUp: true } as const;
const PATH = '/api/v1/users';

/** The people of a tenant: who they are, what they may do, and since when they were not here. */
export const userRoutes = (deps: IdentityDeps): Route[] => [
  listRoute(),
  createRoute(deps),
  readRoute(),
  updateRoute(deps),
  removeRoute(deps),
];

const listRoute = (): Route =>
  defineRoute({
    ...read,
    id: 'list_users',
    method: 'GET',
    path: PATH,
    summary: 'The people of the tenant, newest first.',
    audit: { action: 'user.list', entity: 'user' },
    query: userQuery,
    response: userListAnswer,
    async handle({ tx, caller, query: { limit, offset, search, q, ...filter } }) {
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const { rows, total } = await userList(tx, { ...filter, search: search ?? q, ...page });
      const shown = rows.map((row) => showUser(row, caller));
      return { answer: listAnswer(shown, total, page), touched: rows.map((row) => row.id) };
    },
  });

/** `name` of the wire contract is one text: what stands before its first space is the first name. */
function namesOf(body: {
  readonly name?: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}) {
  const [first = '', ...rest] = (body.name ?? '').trim().split(/\s+/);
  const given = body.name === undefined ? {} : { firstName: first || null, lastName: rest.join(' ') || null };
  const { firstName = given.firstName, lastName = given.lastName } = body;
  return { firstName, lastName };
}

const createRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'create_user',
    method: 'POST',
    path: PATH,
    summary: 'Invite somebody: a link goes out by e-mail, good once, for seven days.',
    status: 201,
    audit: { action: 'user.invite', entity: 'user' },
    body: userCreate,
    response: userMadeAnswer,
    prepare: async (caller, body) => {
      await paceAddress(deps, caller, body);
      return hashChosen(deps, body);
    },
    async handle({ tx, caller, now, body, prepared }) {
      await requireMayGive(tx, caller, body);
      const { email, role, buyerId, partnerId, readOnly, piiAccess, accessUntil } = body;
      if (body.status === 'inactive') throw invalid([notInactive]);
      const profile = mergeProfile(USER_PROFILE, {}, body);
      const asked = { email, role, buyerId, partnerId, readOnly, piiAccess, accessUntil, profile, ...namesOf(body) };
      const { publicUrl } = deps;
      const made = await inviteUser(tx, { ...asked, passwordHash: hashIn(prepared) }, { publicUrl, now });
      const organization = await tenantName(tx);
      const later = async () => {
        const mailed = await sendMail(deps, invitationMail(made.user.email, organization, made.link.url));
        return { data: { ...showUser(made.user, caller), mailed } };
      };
      return { later, touched: [made.user.id, made.link.linkId], detail: { role, piiAccess: piiAccess ?? false } };
    },
  });

const notInactive = {
  field: 'status',
  rule: 'not_allowed',
  message: 'Leave it out: an invited person becomes active by taking the invitation up.',
};

const readRoute = (): Route =>
  defineRoute({
    ...read,
    id: 'get_user',
    method: 'GET',
    path: `${PATH}/:userId`,
    summary: 'One person.',
    audit: { action: 'user.read', entity: 'user' },
    params: userParams,
    response: userAnswer,
    async handle({ tx, caller, params }) {
      const user = await userFind(tx, params.userId);
      if (!user) throw notFound();
      return { answer: { data: showUser(user, caller) }, touched: [user.id] };
    },
  });

const updateRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'update_user',
    method: 'PATCH',
    path: `${PATH}/:userId`,
    summary: `Change somebody, or do one of: ${ACTIONS.join(', ')}.`,
    audit: { action: 'user.update', entity: 'user' },
    params: userParams,
    body: userUpdate,
    response: userChangedAnswer,
    prepare: async (caller, body, params) => {
      if ((body as { readonly action?: string }).action === 'invite') await pacePerson(deps, caller, params);
      return hashChosen(deps, body);
    },
    async handle({ tx, caller, now, params, body, prepared }) {
      const target = { userId: params.userId, now };
      const { action } = body;
      const passwordHash = hashIn(prepared);
      if (action !== undefined) return actOnUser(deps, { tx, caller, target, body, passwordHash });
      if (passwordHash !== undefined) throw invalid([noAction]);
      const user = await userFind(tx, params.userId);
      const profile = mergeProfile(USER_PROFILE, user?.profile ?? {}, body);
      const { email, role, status, buyerId, partnerId, customRoleId, readOnly, piiAccess, accessUntil } = body;
      const rights = { email, role, status, buyerId, partnerId, customRoleId, readOnly, piiAccess, accessUntil };
      const changed = await changeUser(tx, caller, target, { ...rights, profile, ...namesOf(body) });
      const later = async () => {
        deps.forgetSessions();
        deps.forgetKeys();
        return { data: showUser(changed.user, caller) };
      };
      return { later, touched: [changed.user.id, ...changed.ended], detail: { fields: Object.keys(body) } };
    },
  });

const noAction = { field: 'password', rule: 'not_allowed', message: 'Send it with "action": "setPassword".' };

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'delete_user',
    method: 'DELETE',
    path: `${PATH}/:userId`,
    summary: 'Switch an account off: sessions and keys of the person end at once. The trail keeps the name.',
    audit: { action: 'user.deactivate', entity: 'user' },
    params: userParams,
    response: userAnswer,
    async handle({ tx, caller, now, params }) {
      const target = { userId: params.userId, now };
      const { user, ended } = await changeUser(tx, caller, target, { status: 'inactive' });
      const later = async () => {
        deps.forgetSessions();
        deps.forgetKeys();
        return { data: showUser(user, caller) };
      };
      return { later, touched: [user.id, ...ended] };
    },
  });
