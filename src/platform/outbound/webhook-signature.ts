import { invalid } from '../../kernel/app-error.ts';
import { hmacSha256 } from '../mac/index.ts';

export interface WebhookMessage {
  /** Unique per message and the same on every retry; the receiver drops repeats by it. */
  readonly id: string;
  /** When this attempt is made; receivers refuse what is more than five minutes off. */
  readonly timestampSeconds: number;
  /** Exactly the bytes that are sent. */
  readonly body: Buffer | string;
  /** `whsec_…`; while a secret is being rotated, the new and the old one. */
  readonly secret: string | readonly string[];
}

export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
// The id is signed in front of a dot, so it must not hold one.
const MESSAGE_ID = /^[A-Za-z0-9_-]{1,128}$/;

const rightLength = (key: Uint8Array): boolean => key.length >= 24 && key.length <= 64;

function readSecret(secret: string): Buffer {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  if (!BASE64.test(text) || !rightLength(key)) {
    const message = 'Give the secret as whsec_ and 24 to 64 bytes in base64.';
    throw invalid([{ field: 'secret', rule: 'not_a_webhook_secret', message }]);
  }
  return key;
}

/**
 * The three headers of Standard Webhooks 1.0, signed with HMAC-SHA-256 over `id.timestamp.body`.
 * Throws VALIDATION_ERROR for a secret, id or time that the specification does not allow.
 */
export function signWebhook({ id, timestampSeconds, body, secret }: WebhookMessage): WebhookHeaders {
  if (!MESSAGE_ID.test(id)) {
    throw invalid([{ field: 'id', rule: 'wrong_format', message: 'Use 1 to 128 letters, digits, _ or -.' }]);
  }
  if (!Number.isSafeInteger(timestampSeconds) || timestampSeconds < 0) {
    throw invalid([{ field: 'timestampSeconds', rule: 'wrong_format', message: 'Give whole seconds since 1970.' }]);
  }
  const keys = (typeof secret === 'string' ? [secret] : secret).map(readSecret);
  if (keys.length === 0) throw invalid([{ field: 'secret', rule: 'required', message: 'Give at least one secret.' }]);
  const signatures = keys.map((key) => {
    const mac = hmacSha256(key, `${id}.${String(timestampSeconds)}.`, body);
    return `v1,${mac.toString('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}

/** A signing secret from 24 to 64 random bytes, in the spelling of Standard Webhooks. */
export function newWebhookSecret(random: Uint8Array): string {
  if (!rightLength(random)) {
    throw invalid([{ field: 'random', rule: 'wrong_length', message: 'Give 24 to 64 random bytes.' }]);
  }
  return PREFIX + Buffer.from(random).toString('base64');
}
