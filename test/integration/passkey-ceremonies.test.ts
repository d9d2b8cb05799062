import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { challengeInsert } from '../../src/core/passkeys/challenge-store.ts';
import { type PasskeyAccount, verifyPasskeyRegistration } from '../../src/core/passkeys/ceremony.ts';
import { offerPasskeyFactor, offerPasskeySignIn } from '../../src/core/passkeys/offers.ts';
import {
  passkeyInsert,
  passkeyRemove,
  passkeyRename,
  passkeysRemove,
  passkeyUse,
} from '../../src/core/passkeys/store.ts';
import type { PasskeyOffer } from '../../src/core/passkeys/wire.ts';
import { newId } from '../../src/kernel/ids.ts';
import { registerOn, showOn } from '../kit/passkey-pages.ts';
import { openPasskeyScene, type PasskeyScene } from '../kit/passkey-scene.ts';

const MINUTE_MS = 60_000;
const SIGN_IN = { purpose: 'sign_in' } as const;

let scene: PasskeyScene;
before(async () => {
  scene = await openPasskeyScene();
});
after(() => scene.close());

const offerSignIn = (now = new Date()): Promise<PasskeyOffer> =>
  offerPasskeySignIn(scene.runtime.identity, scene.site, { now });

async function offerFactor({ userId }: PasskeyAccount, purpose: 'second_factor' | 'step_up'): Promise<PasskeyOffer> {
  const offer = await scene.inTenant((tx) =>
    offerPasskeyFactor(tx, scene.site, { userId, purpose }, { now: new Date() }),
  );
  assert.ok(offer, 'the person has no passkey');
  return offer;
}

const accountOf = ({ tenantId, userId }: PasskeyAccount): PasskeyAccount => ({ tenantId, userId });
const unknownChallenge = { kind: 'refused', reason: 'unknown_challenge' };

test('who registered a passkey signs in with it alone', async () => {
  const visit = await scene.visit();
  const offered = await scene.offerRegistration(visit);
  assert.equal(Buffer.from(offered.user.id, 'base64url').toString('hex'), visit.userId.replaceAll('-', ''));
  const { passkeyId } = await visit.register();

  const now = new Date();
  const verdict = await scene.verify(await showOn(visit.page, await offerSignIn()), SIGN_IN, now);
  assert.equal(verdict.kind, 'verified');
  assert.deepEqual(verdict.passkey, { ...accountOf(visit), passkeyId });
  assert.equal(await scene.inTenant((tx) => passkeyUse(tx, verdict.use, now)), true);
  const [kept] = await visit.passkeys();
  assert.deepEqual([kept?.lastUsedAt, kept?.blockedAt, kept?.transports], [now, null, ['internal']]);
});

test('an answer counts once, and answers to other offers count for nothing', async () => {
  const visit = await scene.visit();
  await visit.register();
  const [account, other] = [accountOf(visit), accountOf(await scene.visit())];

  const alone = await showOn(visit.page, await offerSignIn());
  assert.equal((await scene.verify(alone, SIGN_IN)).kind, 'verified');
  assert.deepEqual(await scene.verify(alone, SIGN_IN), unknownChallenge);

  const factor = await showOn(visit.page, await offerFactor(visit, 'second_factor'));
  for (const expected of [
    SIGN_IN,
    { purpose: 'step_up', account },
    { purpose: 'second_factor', account: other },
    { purpose: 'second_factor', account: { ...account, tenantId: newId() } },
  ] as const)
    assert.deepEqual(await scene.verify(factor, expected), unknownChallenge);
  assert.equal((await scene.verify(factor, { purpose: 'second_factor', account })).kind, 'verified');

  const made = await scene.verify(await showOn(visit.page, { ...(await offerSignIn()), challenge: 'AAAA' }), SIGN_IN);
  assert.deepEqual(made, unknownChallenge);
});

test('a registration counts once, and only for whom it was offered', async () => {
  const [visit, other] = [await scene.visit(), await scene.visit()];
  const { identity } = scene.runtime;
  const answer = await registerOn(visit.page, await scene.offerRegistration(visit));
  const judge = (account: PasskeyAccount) =>
    verifyPasskeyRegistration({ identity, site: scene.site }, answer, accountOf(account), new Date());
  assert.deepEqual(await judge(other), unknownChallenge);
  const verdict = await judge(visit);
  assert.equal(verdict.kind, 'verified');
  assert.deepEqual(await judge(visit), unknownChallenge);

  const keep = ({ userId }: PasskeyAccount) => {
    const passkey = { ...verdict.credential, passkeyId: newId(), userId, name: 'Key', now: new Date() };
    return scene.inTenant((tx) => passkeyInsert(tx, passkey));
  };
  assert.equal(await keep(visit), true);
  assert.equal(await keep(other), false, 'the same credential for somebody else');
});

test('an authenticator that holds a passkey of the person makes no second one', async () => {
  const visit = await scene.visit();
  await visit.register();
  await assert.rejects(visit.register(), /InvalidStateError/);
  assert.equal((await visit.passkeys()).length, 1);
});

test('an answer to two at once is taken by one of them', async () => {
  const visit = await scene.visit();
  await visit.register();
  const offer = await offerSignIn();
  const answers = [await showOn(visit.page, offer), await showOn(visit.page, offer)];
  const verdicts = await Promise.all(answers.map((answer) => scene.verify(answer, SIGN_IN)));
  const kinds = verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.reason : verdict.kind));
  assert.deepEqual(kinds.toSorted(), ['unknown_challenge', 'verified']);
});

test('an offer waits five minutes, and expired ones are cleared away, some at a time', async () => {
  const visit = await scene.visit();
  await visit.register();
  const now = new Date();
  const [early, late] = [
    await showOn(visit.page, await offerSignIn(now)),
    await showOn(visit.page, await offerSignIn(now)),
  ];
  const after5 = new Date(now.getTime() + 5 * MINUTE_MS);
  assert.deepEqual(await scene.verify(late, SIGN_IN, after5), unknownChallenge);
  assert.equal((await scene.verify(early, SIGN_IN, new Date(after5.getTime() - 1))).kind, 'verified');

  const { identity } = scene.runtime;
  const old = { purpose: 'sign_in', account: undefined, now: new Date(0) } as const;
  // Their own moment is long ago, so that none of them clears the others away.
  for (let made = 0; made < 30; made += 1) await challengeInsert(identity, { ...old, challenge: randomBytes(32) });
  const expired = async (): Promise<number> => {
    const [row] = await scene.owner.query<{ total: number }>({
      text: `SELECT count(*) AS total FROM identity.challenges WHERE expires_at < '2000-01-01'`,
    });
    return row?.total ?? -1;
  };
  assert.equal(await expired(), 30);
  await offerSignIn();
  assert.equal(await expired(), 10);
  await offerSignIn();
  assert.equal(await expired(), 0);
});

test('an answer made on another origin is refused', async () => {
  const visit = await scene.visit();
  await visit.register();
  await visit.page.goto(scene.otherOrigins.port);
  const stolen = await scene.verify(await showOn(visit.page, await offerSignIn()), SIGN_IN);
  assert.equal(stolen.kind === 'refused' && stolen.reason, 'not_verified');

  await visit.page.goto(scene.otherOrigins.address);
  await assert.rejects(showOn(visit.page, await offerSignIn()), /SecurityError/, 'the browser itself says no');
  assert.deepEqual(scene.blocked, []);
});

test('a page that asks for no proof of who is there gets none past us', async () => {
  const visit = await scene.visit();
  await visit.register();
  await visit.authenticator.setUserVerified(false);
  await assert.rejects(showOn(visit.page, { ...(await offerSignIn()), timeout: 1000 }), /NotAllowedError/);
  const lax = { ...(await offerFactor(visit, 'step_up')), userVerification: 'discouraged' };
  const account = accountOf(visit);
  const verdict = await scene.verify(await showOn(visit.page, lax), { purpose: 'step_up', account });
  assert.equal(verdict.kind === 'refused' && verdict.reason, 'not_verified');
});

test('the passkey of another person is no second factor, and a handle of another person opens nothing', async () => {
  const [visit, other] = [await scene.visit(), await scene.visit()];
  await visit.register();
  await other.register();
  const { challenge } = await offerFactor(visit, 'second_factor');
  const answer = await showOn(other.page, { ...(await offerFactor(other, 'second_factor')), challenge });
  const verdict = await scene.verify(answer, { purpose: 'second_factor', account: accountOf(visit) });
  assert.deepEqual(verdict, { kind: 'refused', reason: 'unknown_passkey' });

  for (const userHandle of [Buffer.from(visit.userId.replaceAll('-', ''), 'hex').toString('base64url'), undefined]) {
    const { response, ...head } = await showOn(other.page, await offerSignIn());
    const forged = { ...head, response: { ...response, userHandle: userHandle ?? null } };
    const judged = await scene.verify(forged, SIGN_IN);
    assert.equal(judged.kind === 'refused' && judged.reason, 'not_verified');
  }
});

test('a passkey whose counter goes back is blocked, its owner is told of once, and it opens nothing more', async () => {
  const visit = await scene.visit();
  const { passkeyId } = await visit.register();
  const show = async () => scene.verify(await showOn(visit.page, await offerSignIn()), SIGN_IN);
  const first = await show();
  assert.equal(first.kind, 'verified');
  await scene.inTenant((tx) => passkeyUse(tx, first.use, new Date()));

  const [held] = await visit.authenticator.credentials();
  assert.ok(held);
  await visit.authenticator.setSignCount(held.credentialId, held.signCount - 1);
  const passkey = { ...accountOf(visit), passkeyId };
  assert.deepEqual(await show(), { kind: 'refused', reason: 'counter_went_back', passkey });
  assert.deepEqual(scene.blocked.splice(0), [passkey]);
  assert.ok((await visit.passkeys())[0]?.blockedAt);

  await visit.authenticator.setSignCount(held.credentialId, held.signCount + 100);
  assert.deepEqual(await show(), { kind: 'refused', reason: 'blocked', passkey });
  assert.deepEqual(scene.blocked, []);
  assert.equal(await scene.inTenant((tx) => passkeyUse(tx, { ...first.use, signCount: 999 }, new Date())), false);
  const moment = { now: new Date() };
  const wish = { userId: visit.userId, purpose: 'step_up' } as const;
  assert.equal(await scene.inTenant((tx) => offerPasskeyFactor(tx, scene.site, wish, moment)), undefined);
});

test('of two answers that were verified at once, the one with the older counter counts for nothing', async () => {
  const visit = await scene.visit();
  await visit.register();
  const show = async () => scene.verify(await showOn(visit.page, await offerSignIn()), SIGN_IN);
  const [older, newer] = [await show(), await show()];
  assert.ok(older.kind === 'verified' && newer.kind === 'verified');
  assert.equal(await scene.inTenant((tx) => passkeyUse(tx, newer.use, new Date())), true);
  assert.equal(await scene.inTenant((tx) => passkeyUse(tx, older.use, new Date())), false);
  assert.equal(await scene.inTenant((tx) => passkeyUse(tx, newer.use, new Date())), false);
});

test('a person names and removes their own passkeys, and nobody else does', async () => {
  const [visit, other] = [await scene.visit(), await scene.visit()];
  const { passkeyId } = await visit.register();
  const [own, foreign] = [visit, other].map(({ userId }) => ({ userId, passkeyId }));
  assert.ok(own && foreign);
  await scene.inTenant(async (tx) => {
    assert.equal(await passkeyRename(tx, foreign, 'Mine'), false);
    assert.equal(await passkeyRename(tx, own, 'Blue key'), true);
    assert.equal(await passkeyRemove(tx, foreign), false);
  });
  assert.equal((await visit.passkeys())[0]?.name, 'Blue key');
  assert.equal(await scene.inTenant((tx) => passkeyRemove(tx, own)), true);

  const answer = await showOn(visit.page, await offerSignIn());
  assert.deepEqual(await scene.verify(answer, SIGN_IN), { kind: 'refused', reason: 'unknown_passkey' });
  await other.register();
  assert.equal((await scene.inTenant((tx) => passkeysRemove(tx, other.userId))).length, 1);
  assert.deepEqual(await other.passkeys(), []);
});
