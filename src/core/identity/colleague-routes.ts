import { Type } from 'typebox';
import {
  defineRoute,
  idSchema,
  list,
  listAnswer,
  one,
  pageOf,
  pageQuery,
  type Route,
  textOrNull,
} from '../gate/index.ts';
import { inviteColleague, partyOf, removeColleague } from './change-colleagues.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { invitationMail } from './make-link.ts';
import { paceAddress, paceChanges, pacePerson } from './pace-changes.ts';
import { reinviteColleague, withdrawInvitation } from './renew-invitation.ts';
import { sendMail } from './send-mail.ts';
import { tenantName, userList, type UserRow } from './user-store.ts';
import { userItem } from './user-wire.ts';
import { emailText } from './wire.ts';

// Whoever belongs to a buyer or partner sees no secrets and writes no accounts. Careroute does it on the person's
// behalf, and what is asked here is bound to the caller's own party.
const head = { tag: 'colleagues', peopleOnly: true, realm: 'account' } as const;
const read = { ...head, permission: 'colleagues:read' } as const;
const write = { ...head, permission: 'colleagues:write', stepUp: true } as const;
const PATH = '/api/v1/colleagues';

const { id, email, name, status, readOnly, piiAccess, lastSignInAt, secondFactor, createdAt, invitationExpiresAt } =
  userItem.properties;
const shown = {
  id,
  email,
  name,
  status,
  readOnly,
  piiAccess,
  lastSignInAt,
  secondFactor,
  createdAt,
  invitationExpiresAt,
};
const colleague = Type.Object(shown);
const made = Type.Object({
  ...shown,
  mailed: Type.Boolean({ description: 'Whether the invitation was taken by the mail server.' }),
});

const invitation = Type.Object(
  {
    email: emailText,
    firstName: Type.Optional(textOrNull(100)),
    lastName: Type.Optional(textOrNull(100)),
    readOnly: Type.Optional(Type.Boolean()),
    piiAccess: Type.Optional(Type.Boolean({ description: 'Only from somebody who has it.' })),
  },
  { additionalProperties: false },
);

/** The people of the caller's own buyer or partner: who they are, and whom they let in and out. */
export const colleagueRoutes = (deps: IdentityDeps): Route[] => [
  listRoute(),
  inviteRoute(deps),
  reinviteRoute(deps),
  withdrawRoute(),
  removeRoute(deps),
];

const showColleague = (user: UserRow) => ({
  id: user.id,
  email: user.email,
  name: [user.firstName, user.lastName].filter(Boolean).join(' '),
  status: user.status,
  readOnly: user.readOnly,
  piiAccess: user.piiAccess,
  lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  secondFactor: user.hasTotp || user.passkeys > 0,
  createdAt: user.createdAt.toISOString(),
  invitationExpiresAt: user.invitationExpiresAt?.toISOString() ?? null,
});

const listRoute = (): Route =>
  defineRoute({
    ...read,
    id: 'list_colleagues',
    method: 'GET',
    path: PATH,
    summary: 'Who else has an account at the own buyer or partner, newest first.',
    audit: { action: 'user.list', entity: 'user' },
    query: Type.Object(pageQuery, { additionalProperties: false }),
    response: list(colleague),
    async handle({ tx, caller, query }) {
      const page = pageOf(query);
      const { rows, total } = await userList(tx, { ...partyOf(caller), ...page });
      return { answer: listAnswer(rows.map(showColleague), total, page), touched: rows.map((row) => row.id) };
    },
  });

const inviteRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'invite_colleague',
    method: 'POST',
    path: PATH,
    summary: 'Invite somebody to the own buyer or partner, with no more rights than the own.',
    status: 201,
    audit: { action: 'user.invite', entity: 'user' },
    body: invitation,
    response: one(made),
    prepare: async (caller, body) => {
      await paceChanges(deps, caller);
      await paceAddress(deps, caller, body);
    },
    async handle({ tx, caller, now, body }) {
      const { user, link } = await inviteColleague(tx, caller, body, { publicUrl: deps.publicUrl, now });
      const organization = await tenantName(tx);
      const later = async () => {
        const mailed = await sendMail(deps, invitationMail(user.email, organization, link.url));
        return { data: { ...showColleague(user), mailed } };
      };
      const detail = { role: user.role, piiAccess: user.piiAccess };
      return { later, touched: [user.id, link.linkId], detail };
    },
  });

const ofColleague = Type.Object({ userId: idSchema });

const reinviteRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'reinvite_colleague',
    method: 'POST',
    path: `${PATH}/:userId/invitation`,
    summary:
      'Mail a new invitation to a colleague who has not come yet; the link of an earlier one opens nothing more.',
    audit: { action: 'user.reinvite', entity: 'user' },
    params: ofColleague,
    response: one(made),
    prepare: async (caller, _body, params) => {
      await paceChanges(deps, caller);
      await pacePerson(deps, caller, params);
    },
    async handle({ tx, caller, now, params: { userId } }) {
      const { user, renewed } = await reinviteColleague(deps, tx, caller, { userId, now });
      const later = async () => ({ data: { ...showColleague(user), mailed: await renewed.send() } });
      return { later, touched: [user.id, ...renewed.linkIds] };
    },
  });

const withdrawRoute = (): Route =>
  defineRoute({
    ...write,
    id: 'withdraw_invitation',
    method: 'DELETE',
    path: `${PATH}/:userId/invitation`,
    summary: 'Make the invitation of a colleague who has not come yet worthless. A new one can be mailed.',
    audit: { action: 'user.withdraw_invitation', entity: 'user' },
    params: ofColleague,
    response: one(colleague),
    async handle({ tx, caller, now, params: { userId } }) {
      const { user, linkIds } = await withdrawInvitation(tx, caller, { userId, now });
      return { answer: { data: showColleague(user) }, touched: [user.id, ...linkIds] };
    },
  });

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...write,
    id: 'remove_colleague',
    method: 'DELETE',
    path: `${PATH}/:userId`,
    summary: 'Switch a colleague off: sessions, and the keys that this person made, end at once.',
    audit: { action: 'user.deactivate', entity: 'user' },
    params: ofColleague,
    response: one(colleague),
    async handle({ tx, caller, now, params: { userId } }) {
      const { user, ended } = await removeColleague(tx, caller, { userId, now });
      const later = async () => {
        deps.forgetSessions();
        deps.forgetKeys();
        return { data: showColleague(user) };
      };
      return { later, touched: [user.id, ...ended] };
    },
  });
