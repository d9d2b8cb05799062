import { type Static, type TProperties, Type } from 'typebox';
import { nullable } from '../gate/index.ts';

const maybe = Type.Optional;
/** Base64url without padding, of so many bytes at most (RFC 4648, 5). */
const bytes = (maximum: number) =>
  Type.String({ minLength: 1, maxLength: Math.ceil((maximum * 4) / 3), pattern: '^[A-Za-z0-9_-]+$' });
/** Browsers add fields with every release; what is not read is not asked for either. */
const open = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: true });

const credentialId = bytes(1023);
const clientDataJSON = bytes(4096);
const credential = {
  id: credentialId,
  rawId: credentialId,
  type: Type.Literal('public-key'),
  authenticatorAttachment: maybe(nullable(Type.String({ maxLength: 32 }))),
  clientExtensionResults: maybe(open({})),
};

/** What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.create()`. */
export const registrationAnswer = open({
  ...credential,
  response: open({
    clientDataJSON,
    attestationObject: bytes(16_384),
    transports: maybe(Type.Array(Type.String({ pattern: '^[a-z-]{1,32}$' }), { maxItems: 8 })),
  }),
});
export type RegistrationAnswer = Static<typeof registrationAnswer>;

/** What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.get()`. */
export const passkeyAnswer = open({
  ...credential,
  response: open({
    clientDataJSON,
    authenticatorData: bytes(2048),
    signature: bytes(1024),
    userHandle: maybe(nullable(bytes(64))),
  }),
});
export type PasskeyAnswer = Static<typeof passkeyAnswer>;

const text = Type.String();
const descriptor = open({ id: text, type: text, transports: maybe(Type.Array(text)) });

/** For `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
export const registrationOffer = open({
  challenge: text,
  rp: Type.Object({ id: text, name: text }),
  user: Type.Object({ id: text, name: text, displayName: text }),
  pubKeyCredParams: Type.Array(Type.Object({ alg: Type.Integer(), type: text })),
  timeout: Type.Integer(),
  attestation: text,
  excludeCredentials: Type.Array(descriptor),
  authenticatorSelection: Type.Object({
    residentKey: text,
    requireResidentKey: Type.Boolean(),
    userVerification: text,
  }),
});
export type RegistrationOffer = Static<typeof registrationOffer>;

/** For `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
export const passkeyOffer = open({
  challenge: text,
  rpId: text,
  timeout: Type.Integer(),
  userVerification: text,
  allowCredentials: maybe(Type.Array(descriptor)),
});
export type PasskeyOffer = Static<typeof passkeyOffer>;
