import assert from 'node:assert/strict';
import { hkdfSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { checkPasskeyAnswer, checkRegistration } from './check-answer.ts';
import { PACKED_VECTORS } from './packed-vectors.fixture.ts';
import { ROOTED_VECTORS } from './rooted-vectors.fixture.ts';
import { counterWentOn } from './store.ts';
import { UNATTESTED_VECTORS, type WebauthnVector } from './vectors.fixture.ts';
import type { PasskeyAnswer, RegistrationAnswer } from './wire.ts';
import { type Saying, softwarePasskey } from './software-passkey.fixture.ts';

const VECTORS = [...UNATTESTED_VECTORS, ...PACKED_VECTORS, ...ROOTED_VECTORS];
const EXAMPLE = { rpId: 'example.org', origin: 'https://example.org' };
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const headOf = ({ credentialId: id }: WebauthnVector) => ({
  id,
  rawId: id,
  type: 'public-key' as const,
  clientExtensionResults: {},
});

function registrationOf(vector: WebauthnVector): RegistrationAnswer {
  const { clientDataJSON, attestationObject } = vector.registration;
  return { ...headOf(vector), response: { clientDataJSON, attestationObject } };
}

function answerOf(vector: WebauthnVector): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature } = vector.authentication;
  return { ...headOf(vector), response: { clientDataJSON, authenticatorData, signature } };
}

/** What the library makes of a vector with nothing asked of it but that it be right. */
async function judgeByLibrary(vector: WebauthnVector): Promise<{ registration: string; authentication: string }> {
  const common = { expectedOrigin: EXAMPLE.origin, expectedRPID: EXAMPLE.rpId, requireUserVerification: false };
  const registered = await saidBy(async () => {
    const { clientDataJSON, attestationObject } = vector.registration;
    return verifyRegistrationResponse({
      ...common,
      response: { ...headOf(vector), response: { clientDataJSON, attestationObject } },
      expectedChallenge: vector.registration.challenge,
      supportedAlgorithmIDs: [-7, -8, -35, -36, -53, -257],
    });
  });
  const credential = registered.value?.registrationInfo?.credential;
  if (!credential) return { registration: registered.text, authentication: 'no public key' };
  const { clientDataJSON, authenticatorData, signature } = vector.authentication;
  const answered = await saidBy(() =>
    verifyAuthenticationResponse({
      ...common,
      response: { ...headOf(vector), response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: vector.authentication.challenge,
      credential,
    }),
  );
  return { registration: registered.text, authentication: answered.text };
}

async function saidBy<T extends { verified: boolean }>(judge: () => Promise<T>): Promise<{ value?: T; text: string }> {
  try {
    const value = await judge();
    return { value, text: value.verified ? 'verified' : 'not verified' };
  } catch (error) {
    if (error instanceof Error) return { text: error.message };
    throw error;
  }
}

test('the test vectors are those that the specification derives', () => {
  for (const { name, registration } of VECTORS) {
    const length = bytes(registration.challenge).length;
    const derived = Buffer.from(hkdfSync('sha256', 'WebAuthn test vectors', Buffer.alloc(1), name, length));
    assert.equal(registration.challenge, derived.toString('base64url'), name);
  }
});

test('of the test vectors the library verifies eleven registrations and nine authentications', async () => {
  const said = await Promise.all(VECTORS.map(async (vector) => [vector.name, await judgeByLibrary(vector)] as const));
  const [both, none] = [
    { registration: /^verified$/, authentication: /^verified$/ },
    { authentication: /^no public key$/ },
  ];
  const expected: Record<string, { registration: RegExp; authentication: RegExp }> = {
    'none.ES256': both,
    'packed-self.ES256': both,
    'none.ES256.crossOrigin': both,
    // Embedded in a page of another site, which has to be named as expected.
    'none.ES256.topOrigin': { ...both, authentication: /cross-origin/ },
    'none.ES256.long-credential-id': both,
    'packed.ES256': both,
    'packed.ES384': both,
    'packed.ES512': both,
    'packed.RS256': both,
    'packed.EdDSA': both,
    // No curve that the library signs or verifies with.
    'packed.Ed448': { ...both, authentication: /invalid alg -53/ },
    // Their attestations end at a root, or name a maker, that was made up for the specification.
    'tpm.ES256': { ...none, registration: /TPM manufacturer/ },
    'android-key.ES256': { ...none, registration: /certificate path/ },
    'apple.ES256': { ...none, registration: /trust anchor/ },
    // U2F keys have no model number; this vector has one.
    'fido-u2f.ES256': { ...none, registration: /AAGUID/ },
  };
  assert.deepEqual(said.map(([name]) => name).toSorted(), Object.keys(expected).toSorted());
  for (const [name, { registration, authentication }] of said) {
    assert.match(registration, expected[name]?.registration ?? /^$/, name);
    assert.match(authentication, expected[name]?.authentication ?? /^$/, name);
  }
  const verified = (what: 'registration' | 'authentication'): number =>
    said.filter(([, judged]) => judged[what] === 'verified').length;
  assert.deepEqual([verified('registration'), verified('authentication')], [11, 9]);
});

/** Names of the vectors that our own check lets through. */
async function letThrough(requireUserVerification: boolean): Promise<{ registered: string[]; answered: string[] }> {
  const [registered, answered]: [string[], string[]] = [[], []];
  for (const vector of VECTORS) {
    const rules = { site: EXAMPLE, requireUserVerification };
    const challenge = bytes(vector.registration.challenge);
    const credential = await checkRegistration(registrationOf(vector), { ...rules, challenge });
    if (credential) registered.push(vector.name);
    const publicKey = await publicKeyOf(vector);
    const asked = { ...rules, challenge: bytes(vector.authentication.challenge) };
    if (publicKey && (await checkPasskeyAnswer(answerOf(vector), { publicKey }, asked))) answered.push(vector.name);
  }
  return { registered, answered };
}

async function publicKeyOf(vector: WebauthnVector): Promise<Buffer | undefined> {
  const { value } = await saidBy(() =>
    verifyRegistrationResponse({
      response: { ...headOf(vector), response: vector.registration },
      expectedChallenge: vector.registration.challenge,
      expectedOrigin: EXAMPLE.origin,
      requireUserVerification: false,
      supportedAlgorithmIDs: [-7, -8, -35, -36, -53, -257],
    }),
  );
  return value?.registrationInfo && Buffer.from(value.registrationInfo.credential.publicKey);
}

test('our check asks for more: no frames of other sites, no attestations of makers, three algorithms', async () => {
  assert.deepEqual(await letThrough(false), {
    registered: ['none.ES256', 'packed-self.ES256', 'none.ES256.long-credential-id'],
    answered: [
      'none.ES256',
      'packed-self.ES256',
      'none.ES256.long-credential-id',
      'packed.ES256',
      'packed.ES384',
      'packed.ES512',
      'packed.RS256',
      'packed.EdDSA',
    ],
  });
});

test('with user verification, as the product asks, only vectors that say so are let through', async () => {
  assert.deepEqual(await letThrough(true), {
    registered: ['packed-self.ES256'],
    answered: ['none.ES256.long-credential-id', 'packed.ES256', 'packed.ES384'],
  });
});

const SITE = { rpId: 'leads.example.com', origin: 'https://leads.example.com' };
const challenge = randomBytes(32);
const rules = { site: SITE, challenge, requireUserVerification: true };
const right: Saying = { ...SITE, challenge };

/** What makes an answer wrong though its signature is right. */
const WRONGS: Readonly<Record<string, Partial<Saying>>> = {
  'another site': { origin: 'https://leads.example.net' },
  'a subdomain': { origin: 'https://x.leads.example.com' },
  'another port': { origin: 'https://leads.example.com:8443' },
  'an unsafe origin': { origin: 'http://leads.example.com' },
  'the domain above': { rpId: 'example.com' },
  'another RP id': { rpId: 'leads.example.net' },
  'another challenge': { challenge: randomBytes(32) },
  'a frame of another site': { crossOrigin: true },
  'nobody there': { flags: 0x04 },
  'nobody verified': { flags: 0x01 },
  'backed up though it cannot be': { flags: 0x15 },
};

test('passkeys of the three algorithms are registered, and their answers verified', async () => {
  for (const algorithm of ['ES256', 'EdDSA', 'RS256'] as const) {
    const passkey = softwarePasskey(algorithm);
    const credential = await checkRegistration(passkey.register({ ...right, signCount: 3, flags: 0x1d }), rules);
    assert.ok(credential, algorithm);
    assert.deepEqual([credential.signCount, credential.isBackedUp, credential.transports], [3, true, ['internal']]);
    const answer = passkey.answer({ ...right, signCount: 4 });
    const checked = await checkPasskeyAnswer(answer, credential, rules);
    assert.deepEqual(checked, { signCount: 4, isBackedUp: false }, algorithm);
  }
});

test('a registration that is wrong in anything is refused', async () => {
  const passkey = softwarePasskey('ES256');
  for (const [name, wrong] of Object.entries({ ...WRONGS, 'an answer to get()': { type: 'webauthn.get' } }))
    assert.equal(await checkRegistration(passkey.register({ ...right, ...wrong }), rules), undefined, name);
  assert.equal(await checkRegistration(softwarePasskey('ES384').register(right), rules), undefined, 'ES384');
  const registered = passkey.register(right);
  const otherId = randomBytes(32).toString('base64url');
  assert.equal(await checkRegistration({ ...registered, id: otherId, rawId: otherId }, rules), undefined, 'another id');
  assert.ok(await checkRegistration(registered, rules));
});

test('an answer that is wrong in anything is refused, however well it is signed', async () => {
  const passkey = softwarePasskey('ES256');
  const credential = await checkRegistration(passkey.register(right), rules);
  assert.ok(credential);
  for (const [name, wrong] of Object.entries({ ...WRONGS, 'an answer to create()': { type: 'webauthn.create' } }))
    assert.equal(await checkPasskeyAnswer(passkey.answer({ ...right, ...wrong }), credential, rules), undefined, name);
  const stranger = softwarePasskey('ES256').answer(right);
  assert.equal(await checkPasskeyAnswer(stranger, credential, rules), undefined, 'signed by another');
  assert.ok(await checkPasskeyAnswer(passkey.answer(right), credential, rules));
});

test('bytes that mean nothing are refused and throw nothing', async () => {
  const passkey = softwarePasskey('ES256');
  const [registered, answered] = [passkey.register(right), passkey.answer(right)];
  const credential = await checkRegistration(registered, rules);
  assert.ok(credential);
  for (const nonsense of ['', 'AA', 'bnVsbA', 'W10', '_____w', randomBytes(700).toString('base64url')]) {
    for (const field of ['clientDataJSON', 'attestationObject'] as const) {
      const response = { ...registered.response, [field]: nonsense };
      assert.equal(await checkRegistration({ ...registered, response }, rules), undefined, `${field} ${nonsense}`);
    }
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      const response = { ...answered.response, [field]: nonsense };
      assert.equal(await checkPasskeyAnswer({ ...answered, response }, credential, rules), undefined, field);
    }
  }
});

test('a stored key that cannot be read is an error of ours, not a refusal', async () => {
  const answer = softwarePasskey('ES256').answer(right);
  await assert.rejects(checkPasskeyAnswer(answer, { publicKey: Buffer.from([0xff, 0xff]) }, rules));
});

test('a counter goes on when it grows, or when there never was one', () => {
  const cases = [
    [0, 0, true],
    [0, 1, true],
    [5, 6, true],
    [5, 5, false],
    [5, 4, false],
    [5, 0, false],
  ] as const;
  for (const [stored, shown, goesOn] of cases) assert.equal(counterWentOn(stored, shown), goesOn, `${stored} ${shown}`);
});
