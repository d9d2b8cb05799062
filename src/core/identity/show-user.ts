import type { Static } from 'typebox';
import type { Caller } from '../access/index.ts';
import { showProfile } from '../gate/index.ts';
import type { UserRow } from './user-store.ts';
import { USER_PROFILE, type userItem } from './user-wire.ts';

/** A person as answers show it. */
export const showUser = (user: UserRow, caller: Caller): Static<typeof userItem> => ({
  ...showProfile(USER_PROFILE, user.profile, caller),
  id: user.id,
  email: user.email,
  name: [user.firstName, user.lastName].filter(Boolean).join(' '),
  firstName: user.firstName,
  lastName: user.lastName,
  role: user.role,
  status: user.status,
  buyerId: user.buyerId,
  partnerId: user.partnerId,
  customRoleId: user.customRoleId,
  isOwner: user.role === 'owner' || user.role === 'practice_owner',
  readOnly: user.readOnly,
  piiAccess: user.piiAccess,
  accessUntil: user.accessUntil?.toISOString() ?? null,
  lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  secondFactor: user.hasTotp || user.passkeys > 0,
  createdAt: user.createdAt.toISOString(),
  invitationExpiresAt: user.invitationExpiresAt?.toISOString() ?? null,
});
