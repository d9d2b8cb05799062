import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, mergeProfile, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { actOnUser } from './act-on-user.ts';
import { changeUser } from './change-user.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { hashChosen, hashIn, inviteUser, requireMayGive } from './invite-user.ts';
import { invitationMail } from './make-link.ts';
import { paceAddress } from './pace-changes.ts';
import { sendMail } from './send-mail.ts';
import { showUser } from './show-user.ts';
import { tenantName, userFind, type UserRow } from './user-store.ts';
import {
  contactCreate,
  contactParams,
  contactPassword,
  contactUpdate,
  USER_PROFILE,
  userAnswer,
  userMadeAnswer,
} from './user-wire.ts';

const read = { tag: 'contacts', permission: 'contacts:read', realm: 'identity' } as const;
const write = { tag: 'contacts', permission: 'contacts:write', realm: 'identity', stepUp: true } as const;
const PATH = '/api/v1/contacts';

/** Contacts: the people of buyers and partners, as the wire contract knows them. */
export const contactRoutes = (deps: IdentityDeps): Route[] => [
  createRoute(deps),
  readRoute(),
  updateRoute(deps),
  removeRoute(deps),
  passwordRoute(deps),
];

/** A person of a buyer or partner; NOT_FOUND for the tenant's own people, who are no contacts. */
async function requireContact(tx: TenantReader, contactId: string): Promise<UserRow> {
  const user = await userFind(tx, contactId);
  if (!user || (user.buyerId === null && user.partnerId === null)) throw notFound();
  return user;
}

const createRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'create_contact',
    method: 'POST',
    path: PATH,
    summary: 'Invite somebody of a buyer or a partner to their portal.',
    audit: { action: 'user.invite', entity: 'user' },
    body: contactCreate,
    response: userMadeAnswer,
    prepare: async (caller, body) => {
      await paceAddress(deps, caller, body);
      return hashChosen(deps, body);
    },
    async handle({ tx, caller, now, body, prepared }) {
      const { entityType: role, entityId, email, firstName, lastName, readOnly, piiAccess, accessUntil } = body;
      await requireMayGive(tx, caller, { role, piiAccess });
      const bound = role === 'buyer' ? { buyerId: entityId } : { partnerId: entityId };
      const profile = mergeProfile(USER_PROFILE, {}, body);
      const asked = { email, role, firstName, lastName, readOnly, piiAccess, accessUntil, profile, ...bound };
      const how = { publicUrl: deps.publicUrl, now };
      const made = await inviteUser(tx, { ...asked, passwordHash: hashIn(prepared) }, how);
      const organization = await tenantName(tx);
      const later = async () => {
        const mailed = await sendMail(deps, invitationMail(made.user.email, organization, made.link.url));
        return { data: { ...showUser(made.user, caller), mailed } };
      };
      return { later, touched: [made.user.id, made.link.linkId], detail: { role } };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...read,
    id: 'get_contact',
    method: 'GET',
    path: `${PATH}/:contactId`,
    summary: 'One contact.',
    audit: { action: 'user.read', entity: 'user' },
    params: contactParams,
    response: userAnswer,
    async handle({ tx, caller, params }) {
      const user = await requireContact(tx, params.contactId);
      return { answer: { data: showUser(user, caller) }, touched: [user.id] };
    },
  });

const updateRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'update_contact',
    method: 'PUT',
    path: `${PATH}/:contactId`,
    summary: 'Change the given fields of a contact.',
    audit: { action: 'user.update', entity: 'user' },
    params: contactParams,
    body: contactUpdate,
    response: userAnswer,
    async handle({ tx, caller, now, params, body }) {
      const found = await requireContact(tx, params.contactId);
      const { email, status, firstName, lastName } = body;
      const profile = mergeProfile(USER_PROFILE, found.profile, body);
      const wish = { email, status, firstName, lastName, profile };
      const { user, ended } = await changeUser(tx, caller, { userId: found.id, now }, wish);
      const later = async () => {
        deps.forgetSessions();
        deps.forgetKeys();
        return { data: showUser(user, caller) };
      };
      return { later, touched: [user.id, ...ended], detail: { fields: Object.keys(body) } };
    },
  });

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'delete_contact',
    method: 'DELETE',
    path: `${PATH}/:contactId`,
    summary: 'Switch a contact off: its sessions and keys end at once.',
    audit: { action: 'user.deactivate', entity: 'user' },
    params: contactParams,
    response: userAnswer,
    async handle({ tx, caller, now, params }) {
      const found = await requireContact(tx, params.contactId);
      const { user, ended } = await changeUser(tx, caller, { userId: found.id, now }, { status: 'inactive' });
      const later = async () => {
        deps.forgetSessions();
        deps.forgetKeys();
        return { data: showUser(user, caller) };
      };
      return { later, touched: [user.id, ...ended] };
    },
  });

const passwordRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'set_contact_password',
    method: 'PUT',
    path: `${PATH}/:contactId/password`,
    summary: 'Set the password of a contact; ends its sessions.',
    audit: { action: 'user.update', entity: 'user' },
    params: contactParams,
    body: contactPassword,
    response: userAnswer,
    prepare: (_caller, body) => hashChosen(deps, body),
    async handle({ tx, caller, now, params, prepared }) {
      const found = await requireContact(tx, params.contactId);
      const act = { tx, caller, target: { userId: found.id, now }, passwordHash: hashIn(prepared) };
      return actOnUser(deps, { ...act, body: { action: 'setPassword' } });
    },
  });
