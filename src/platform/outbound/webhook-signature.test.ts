import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { AppError } from '../../kernel/app-error.ts';
import { newWebhookSecret, signWebhook } from './webhook-signature.ts';

const VECTOR = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestampSeconds: 1614265330,
  body: '{"test": 2432232314}',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
};
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

test('the published vector of Standard Webhooks is reproduced, for text and for bytes', () => {
  const expected = {
    'webhook-id': VECTOR.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  assert.deepEqual(signWebhook(VECTOR), expected);
  assert.deepEqual(signWebhook({ ...VECTOR, body: Buffer.from(VECTOR.body) }), expected);
});

test('the reference verifier accepts whatever is signed, and nothing that was changed', () => {
  const json = fc.jsonValue().map((value) => JSON.stringify({ value }));
  fc.assert(
    fc.property(json, fc.uint8Array({ minLength: 24, maxLength: 64 }), (body, random) => {
      const secret = newWebhookSecret(random);
      const headers = signWebhook({ id: 'msg_1', timestampSeconds: nowSeconds(), body, secret });
      assert.deepEqual(new Webhook(secret).verify(body, { ...headers }), JSON.parse(body));
      assert.throws(() => new Webhook(secret).verify(`${body} `, { ...headers }));
      assert.throws(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'msg_2' }));
    }),
  );
});

test('while a secret is rotated, a receiver with either secret accepts', () => {
  const secrets = [newWebhookSecret(randomBytes(32)), newWebhookSecret(randomBytes(32))];
  const headers = signWebhook({ id: 'msg_1', timestampSeconds: nowSeconds(), body: '{}', secret: secrets });
  for (const secret of secrets) assert.deepEqual(new Webhook(secret).verify('{}', { ...headers }), {});
  assert.throws(() => new Webhook(newWebhookSecret(randomBytes(32))).verify('{}', { ...headers }));
});

test('a secret outside the specification is refused without being echoed', () => {
  const short = Buffer.alloc(23, 1).toString('base64');
  const long = Buffer.alloc(65, 1).toString('base64');
  const bare = VECTOR.secret.slice('whsec_'.length);
  for (const secret of ['', bare, 'whsec_', `whsec_${short}`, `whsec_${long}`, 'whsec_!!!!', []]) {
    const isRefused = (error: unknown): boolean =>
      error instanceof AppError && error.faults[0]?.field === 'secret' && !error.message.includes(short);
    assert.throws(() => signWebhook({ ...VECTOR, secret }), isRefused);
  }
  assert.throws(() => newWebhookSecret(new Uint8Array(23)), AppError);
  assert.throws(() => newWebhookSecret(new Uint8Array(65)), AppError);
});

test('an id with a dot or a line break, and a time that is no whole second, are refused', () => {
  for (const id of ['', 'a.b', 'a\nb', 'x'.repeat(129)]) assert.throws(() => signWebhook({ ...VECTOR, id }), AppError);
  for (const timestampSeconds of [-1, 1.5, Number.NaN]) {
    assert.throws(() => signWebhook({ ...VECTOR, timestampSeconds }), AppError);
  }
});
