import { Type } from 'typebox';
import { USER_ROLES } from '../access/index.ts';
import {
  idSchema,
  list,
  nullable,
  one,
  oneOf,
  pageQuery,
  type ProfileShape,
  textOrNull,
  timestamp,
} from '../gate/index.ts';
import { emailText, passwordText } from './wire.ts';

const maybe = Type.Optional;
const text = Type.String();
const flag = Type.Boolean();
const closed = { additionalProperties: false } as const;

/** Descriptive fields of a person: nothing is decided by them. */
export const USER_PROFILE: ProfileShape = {
  fields: {
    jobTitle: maybe(textOrNull(100)),
    phone: maybe(textOrNull(30)),
    workPhone: maybe(textOrNull(30)),
    ext: maybe(textOrNull(10)),
    isPartnerManager: maybe(flag),
    isAccountManager: maybe(flag),
    isSalesRep: maybe(flag),
    notifications: maybe(flag),
    newsletters: maybe(flag),
  },
  money: [],
  internal: [],
};

export const userItem = Type.Object({
  id: text,
  email: text,
  name: text,
  firstName: nullable(text),
  lastName: nullable(text),
  role: text,
  status: oneOf(['invited', 'active', 'inactive']),
  buyerId: nullable(text),
  partnerId: nullable(text),
  customRoleId: nullable(text),
  isOwner: flag,
  readOnly: flag,
  piiAccess: flag,
  accessUntil: nullable(timestamp),
  lastSignInAt: nullable(timestamp),
  secondFactor: Type.Boolean({ description: 'Whether one is set up.' }),
  createdAt: timestamp,
  invitationExpiresAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'Until when the link of the last invitation works, or worked; null if it was used or withdrawn.',
    }),
  ),
  ...Object.fromEntries(Object.keys(USER_PROFILE.fields).map((name) => [name, Type.Unknown()])),
});
export const userAnswer = one(userItem);
export const userListAnswer = list(userItem);
export const userMadeAnswer = one(
  Type.Object({
    ...userItem.properties,
    mailed: Type.Boolean({
      description: 'Whether the invitation was taken by the mail server. If not, send it again.',
    }),
  }),
);
export const userChangedAnswer = one(
  Type.Object({
    ...userItem.properties,
    mailed: maybe(
      Type.Boolean({ description: 'After "invite": whether the mail server took it. If not, send it again.' }),
    ),
  }),
);
export const userParams = Type.Object({ userId: idSchema });
export const userQuery = Type.Object(
  {
    ...pageQuery,
    status: maybe(oneOf(['invited', 'active', 'inactive'])),
    role: maybe(oneOf(USER_ROLES)),
    search: maybe(Type.String({ maxLength: 100 })),
    q: maybe(Type.String({ maxLength: 100 })),
    buyerId: maybe(idSchema),
    partnerId: maybe(idSchema),
  },
  closed,
);

const rights = {
  readOnly: maybe(flag),
  piiAccess: maybe(Type.Boolean({ description: 'Without it, personal fields come masked.' })),
  accessUntil: maybe(nullable(Type.String({ format: 'date-time', description: 'The account ends then by itself.' }))),
};

export const userCreate = Type.Object(
  {
    email: emailText,
    name: maybe(Type.String({ maxLength: 200 })),
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    role: oneOf(USER_ROLES),
    status: maybe(oneOf(['active', 'inactive'])),
    buyerId: maybe(nullable(idSchema)),
    partnerId: maybe(nullable(idSchema)),
    password: maybe(passwordText),
    ...rights,
    ...USER_PROFILE.fields,
  },
  closed,
);

export const ACTIONS = [
  'disable2FA',
  'revokeAllSessions',
  'ban',
  'unban',
  'setPassword',
  'invite',
  'withdrawInvitation',
] as const;

export const userUpdate = Type.Object(
  {
    email: maybe(emailText),
    name: maybe(Type.String({ maxLength: 200 })),
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    role: maybe(oneOf(USER_ROLES)),
    status: maybe(oneOf(['active', 'inactive'])),
    buyerId: maybe(nullable(idSchema)),
    partnerId: maybe(nullable(idSchema)),
    customRoleId: maybe(nullable(idSchema)),
    action: maybe(oneOf(ACTIONS)),
    password: maybe(passwordText),
    ...rights,
    ...USER_PROFILE.fields,
  },
  closed,
);

export const contactCreate = Type.Object(
  {
    email: emailText,
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    entityType: oneOf(['buyer', 'partner']),
    entityId: idSchema,
    password: maybe(passwordText),
    phone: maybe(textOrNull(30)),
    ...rights,
  },
  closed,
);
export const contactUpdate = Type.Object(
  {
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    email: maybe(emailText),
    jobTitle: maybe(textOrNull(100)),
    phone: maybe(textOrNull(30)),
    status: maybe(oneOf(['active', 'inactive'])),
  },
  closed,
);
export const contactPassword = Type.Object({ password: passwordText }, closed);
export const contactParams = Type.Object({ contactId: idSchema });
export const transferBody = Type.Object({ targetUserId: idSchema }, closed);

export const reviewAnswer = list(
  Type.Object({
    ...userItem.properties,
    daysSinceSignIn: nullable(Type.Integer()),
    openSessions: Type.Integer(),
    openKeys: Type.Integer({ description: 'API keys that this person made and that still open something.' }),
    concerns: Type.Array(Type.String({ description: 'What a reviewer should look at.' })),
  }),
);
