import { Type } from 'typebox';
import { USER_ROLES } from '../access/index.ts';
import { idSchema, list, nullable, one, oneOf, pageQuery, textOrNull, timestamp } from '../gate/index.ts';
import { emailText } from './wire.ts';

const maybe = Type.Optional;
const text = Type.String();
const closed = { additionalProperties: false } as const;

const item = Type.Object({
  id: text,
  tenantId: text,
  tenantSlug: text,
  email: text,
  firstName: nullable(text),
  lastName: nullable(text),
  role: text,
  status: text,
  lastSignInAt: nullable(timestamp),
  createdAt: timestamp,
});
export const installationUserAnswer = one(item);
export const installationUserList = list(item);
export const tenantUserParams = Type.Object({ tenantId: idSchema, userId: idSchema });
export const tenantParams = Type.Object({ tenantId: idSchema });
export const anyUserParams = Type.Object({ userId: idSchema });

export const allUsersQuery = Type.Object(
  {
    ...pageQuery,
    q: maybe(Type.String({ maxLength: 100 })),
    role: maybe(oneOf(USER_ROLES)),
    status: maybe(oneOf(['active', 'inactive', 'invited'])),
    tenantId: maybe(idSchema),
    sort: maybe(oneOf(['createdAt', 'email', 'firstName', 'role', 'status'])),
    sortDirection: maybe(oneOf(['asc', 'desc'])),
  },
  closed,
);
export const tenantUsersQuery = Type.Object({ ...pageQuery, q: maybe(Type.String({ maxLength: 100 })) }, closed);

export const tenantUserCreate = Type.Object(
  {
    email: emailText,
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    role: maybe(oneOf(['owner', 'practice_owner', 'admin'])),
    status: maybe(oneOf(['active'])),
    password: maybe(text),
  },
  closed,
);
export const tenantUserUpdate = Type.Object(
  {
    firstName: maybe(textOrNull(100)),
    lastName: maybe(textOrNull(100)),
    status: maybe(oneOf(['active', 'inactive'])),
  },
  closed,
);
export const userAction = Type.Object(
  {
    action: oneOf(['setPassword', 'setStatus']),
    password: maybe(text),
    status: maybe(oneOf(['active', 'inactive'])),
  },
  closed,
);
