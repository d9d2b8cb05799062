import { Type } from 'typebox';
import { passkeyAnswer } from '../passkeys/index.ts';
import { idSchema, list, notYet, nullable, one, oneOf, pageQuery, textOrNull, timestamp } from '../gate/index.ts';

const maybe = Type.Optional;
const text = Type.String();
const closed = { additionalProperties: false } as const;

export const emailText = Type.String({ minLength: 3, maxLength: 254 });
/** Length is judged with a sentence of its own; this bound keeps hashing cheap. */
export const passwordText = Type.String({ minLength: 1, maxLength: 1024 });
const code = Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits of an authenticator app.' });
const recoveryCode = Type.String({ minLength: 16, maxLength: 40, description: 'One of the recovery codes.' });
const token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

export const signInBody = Type.Object(
  {
    email: emailText,
    password: passwordText,
    organization: maybe(Type.String({ maxLength: 63, description: 'The slug, for who has accounts in several.' })),
  },
  closed,
);

const steps = oneOf(['signed_in', 'second_factor_required', 'enrolment_required']);
export const signInAnswer = one(Type.Object({ status: steps, methods: Type.Array(text) }));
export const factorBody = Type.Object(
  { code: maybe(code), recoveryCode: maybe(recoveryCode), passkey: maybe(passkeyAnswer) },
  closed,
);
export const stepUpBody = Type.Object(
  {
    code: maybe(code),
    recoveryCode: maybe(recoveryCode),
    passkey: maybe(passkeyAnswer),
    password: maybe(Type.String({ minLength: 1, maxLength: 1024, description: 'For who has no second factor.' })),
  },
  closed,
);

export const done = one(Type.Object({ success: Type.Boolean() }));
export const passwordBody = Type.Object({ currentPassword: passwordText, newPassword: passwordText }, closed);
export const resetRequestBody = Type.Object(
  { email: emailText, organization: maybe(Type.String({ maxLength: 63 })) },
  closed,
);
export const resetBody = Type.Object({ token, password: passwordText }, closed);

export const setupParams = Type.Object({ token });
export const setupAnswer = one(Type.Object({ email: text, role: text, organization: text, status: text }));
export const setupBody = Type.Object(
  {
    password: passwordText,
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    ...notYet('orgName'),
  },
  closed,
);

export const totpOffer = one(
  Type.Object({ secret: text, otpauthUrl: Type.String({ description: 'For the picture that an app scans.' }) }),
);
export const totpConfirmBody = Type.Object({ code }, closed);
export const codesAnswer = one(
  Type.Object({ success: Type.Boolean(), recoveryCodes: Type.Array(text, { description: 'Shown once.' }) }),
);

export const passkeyMade = one(
  Type.Object({ id: text, name: text, recoveryCodes: Type.Array(text, { description: 'Shown once.' }) }),
);

export const sessionListAnswer = list(
  Type.Object({
    id: text,
    method: text,
    device: text,
    ipAddress: text,
    isCurrent: Type.Boolean(),
    createdAt: timestamp,
    lastSeenAt: timestamp,
    expiresAt: timestamp,
  }),
);
export const sessionParams = Type.Object({ sessionId: idSchema });

export const factorsAnswer = one(
  Type.Object({
    totp: Type.Boolean(),
    recoveryCodesLeft: Type.Integer(),
    passkeys: Type.Array(
      Type.Object({
        id: text,
        name: text,
        createdAt: timestamp,
        lastUsedAt: nullable(timestamp),
        blocked: Type.Boolean(),
      }),
    ),
  }),
);

export const meAnswer = one(
  Type.Object({
    id: text,
    email: nullable(text),
    role: text,
    tenantId: nullable(text),
    isOwner: Type.Boolean(),
    readOnly: Type.Boolean(),
    piiAccess: Type.Boolean(),
    buyerId: nullable(text),
    partnerId: nullable(text),
    firstName: nullable(text),
    lastName: nullable(text),
    contactId: nullable(text),
    authType: oneOf(['session', 'api_key']),
    permissions: Type.Array(text),
    guest: nullable(
      Type.Object(
        { grantId: text, until: timestamp, leadId: nullable(text) },
        { description: 'Set while you look into a tenant as a guest.' },
      ),
    ),
    organization: nullable(
      Type.Object({
        name: text,
        slug: text,
        kind: oneOf(['operator', 'practice', 'installation']),
        timeZone: Type.String({ description: 'IANA name; days and hours of the tenant are in it.' }),
        isDemo: Type.Boolean(),
      }),
    ),
    idleSeconds: nullable(
      Type.Integer({ description: 'A session that nobody uses for so long ends; null for a key.' }),
    ),
  }),
);
export const pingAnswer = one(Type.Object({ ok: Type.Boolean(), tenant: nullable(text) }));

export const loginActivityQuery = Type.Object(pageQuery, closed);
export const loginActivityAnswer = list(
  Type.Object({
    id: text,
    userId: text,
    browser: nullable(text),
    success: Type.Boolean(),
    method: text,
    reason: nullable(text),
    ipAddress: nullable(text),
    timestamp,
  }),
);
