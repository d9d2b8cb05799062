import { Type } from 'typebox';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { defineOpenRoute, defineRoute, idSchema, one, type OpenRoute, type Route, textOf } from '../gate/index.ts';
import { addPasskey } from './add-passkey.ts';
import { requireFactorLeft, requireFreshProof } from './factor-routes.ts';
import type { IdentityDeps } from './identity-deps.ts';
import {
  offerPasskeyFactor,
  offerPasskeyRegistration,
  offerPasskeySignIn,
  passkeyAnswer,
  passkeyOffer,
  passkeyRemove,
  passkeyRename,
  registrationAnswer,
  registrationOffer,
} from '../passkeys/index.ts';
import { notifyPerson } from './notify.ts';
import { paceChanges } from './pace-changes.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { onRefusedFactor, signInOriginOf } from './sign-in-routes.ts';
import { userFind, userLock } from './user-store.ts';
import { done, passkeyMade, signInAnswer } from './wire.ts';

const head = { tag: 'auth', permission: 'account:own', peopleOnly: true, realm: 'account' } as const;
const stages = ['enrolment', 'full'] as const;
const PATH = '/api/v1/auth/passkeys';
const closed = { additionalProperties: false } as const;
const params = Type.Object({ passkeyId: idSchema });
const name = textOf(100);

/** Passkeys: set up, named, taken away; shown as a second factor, or alone. */
export const passkeyRoutes = (deps: IdentityDeps): (Route | OpenRoute)[] => [
  offerRegistration(deps),
  addRoute(deps),
  renameRoute(),
  removeRoute(deps),
  offerFactor(deps),
  offerSignIn(deps),
  signInRoute(deps),
];

const offerRegistration = ({ site }: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'offer_passkey',
    method: 'POST',
    path: `${PATH}/options`,
    summary: 'What navigator.credentials.create() needs to make a passkey.',
    stages,
    audit: { action: 'factor.offer_passkey', entity: 'user' },
    response: one(registrationOffer),
    async handle({ tx, caller, now }) {
      requireFreshProof(caller, now);
      const user = await userFind(tx, caller.actorId);
      if (!user) throw notFound();
      const displayName = [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email;
      const person = { userId: user.id, name: user.email, displayName };
      return { answer: { data: await offerPasskeyRegistration(tx, site, person, { now }) }, touched: [user.id] };
    },
  });

const addRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'add_passkey',
    method: 'POST',
    path: PATH,
    summary:
      'Keep a new passkey. The first second factor comes with recovery codes, once, and finishes a first sign-in.',
    stages,
    status: 201,
    audit: { action: 'factor.add_passkey', entity: 'passkey' },
    body: Type.Object({ name, passkey: registrationAnswer }, closed),
    response: passkeyMade,
    onRefused: onRefusedFactor(deps, 'passkey'),
    async handleAlone(request) {
      requireFreshProof(request.caller, request.now);
      const {
        passkeyId: id,
        codes,
        cookie,
      } = await addPasskey(deps, request.caller, request.body, signInOriginOf(request));
      const answer = { data: { id, name: request.body.name, recoveryCodes: codes } };
      return { answer, audited: true, ...(cookie ? { cookie } : {}) };
    },
  });

const renameRoute = (): Route =>
  defineRoute({
    ...head,
    id: 'rename_passkey',
    method: 'PATCH',
    path: `${PATH}/:passkeyId`,
    summary: 'Give a passkey another name.',
    audit: { action: 'factor.rename_passkey', entity: 'passkey' },
    params,
    body: Type.Object({ name }, closed),
    response: done,
    async handle({ tx, caller, params: { passkeyId }, body }) {
      if (!(await passkeyRename(tx, { userId: caller.actorId, passkeyId }, body.name))) throw notFound();
      return { answer: { data: { success: true } }, touched: [passkeyId] };
    },
  });

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'remove_passkey',
    method: 'DELETE',
    path: `${PATH}/:passkeyId`,
    summary: 'Take a passkey away, of a lost device for instance.',
    stepUp: true,
    audit: { action: 'factor.remove_passkey', entity: 'passkey' },
    params,
    response: done,
    prepare: (caller) => paceChanges(deps, caller),
    async handle({ tx, caller, params: { passkeyId }, now }) {
      const userId = caller.actorId;
      const user = await userLock(tx, userId);
      if (!(await passkeyRemove(tx, { userId, passkeyId }))) throw notFound();
      await requireFactorLeft(tx, userId);
      if (user) await notifyPerson(tx, 'factor_removed', { userId, email: user.email }, now);
      return { answer: { data: { success: true } }, touched: [passkeyId, userId] };
    },
  });

const offerFactor = ({ site }: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'offer_passkey_factor',
    method: 'POST',
    path: '/api/v1/auth/second-factor/options',
    summary: 'What navigator.credentials.get() needs to show a passkey as a second factor, or again before a step-up.',
    stages: ['second_factor', 'full'],
    audit: { action: 'factor.ask_passkey', entity: 'user' },
    response: one(passkeyOffer),
    async handle({ tx, caller: { actorId: userId, session }, now }) {
      const purpose = session?.stage === 'full' ? 'step_up' : 'second_factor';
      const offer = await offerPasskeyFactor(tx, site, { userId, purpose }, { now });
      if (!offer) throw new AppError('CONFLICT', 'No passkey is set up here. Show another factor.');
      return { answer: { data: offer }, touched: [userId] };
    },
  });

const offerSignIn = ({ identity, site }: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'offer_passkey_sign_in',
    method: 'POST',
    path: '/api/v1/auth/passkey/options',
    tag: 'auth',
    summary: 'What navigator.credentials.get() needs to sign in by a passkey alone.',
    audit: { action: 'session.ask_passkey', entity: 'session' },
    response: one(passkeyOffer),
    async handleOpen({ now }) {
      return { answer: { data: await offerPasskeySignIn(identity, site, { now }) } };
    },
  });

const signInRoute = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'sign_in_by_passkey',
    method: 'POST',
    path: '/api/v1/auth/passkey',
    tag: 'auth',
    summary: 'Sign in by a passkey alone: it says who you are, and that you are there.',
    audit: { action: 'session.sign_in', entity: 'session' },
    body: Type.Object({ passkey: passkeyAnswer }, closed),
    response: signInAnswer,
    async handleOpen(request) {
      const cookie = await signInByPasskey(deps, request.body.passkey, signInOriginOf(request));
      return { answer: { data: { status: 'signed_in' as const, methods: [] } }, cookie };
    },
  });
