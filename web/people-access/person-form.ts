import { dayOf, endOfDay } from './access-day.ts';
import type { RoleName, User } from './user-types.ts';

/** A person as a form has them. */
export type PersonValues = {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: RoleName | '';
  readonly customRoleId: string;
  readonly buyerId: string;
  readonly partnerId: string;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly accessUntil: string;
};

export const NOBODY: PersonValues = {
  email: '',
  firstName: '',
  lastName: '',
  role: '',
  customRoleId: '',
  buyerId: '',
  partnerId: '',
  readOnly: false,
  piiAccess: false,
  accessUntil: '',
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const valuesOf = (user: User): PersonValues => ({
  email: user.email,
  firstName: user.firstName ?? '',
  lastName: user.lastName ?? '',
  role: user.role as RoleName,
  customRoleId: user.customRoleId ?? '',
  buyerId: user.buyerId ?? '',
  partnerId: user.partnerId ?? '',
  readOnly: user.readOnly,
  piiAccess: user.piiAccess,
  accessUntil: dayOf(user.accessUntil),
});

/** Names and bounds, which an invitation and a change have in common. */
export const boundsOf = (values: PersonValues) => ({
  email: values.email.trim(),
  firstName: orNull(values.firstName),
  lastName: orNull(values.lastName),
  readOnly: values.readOnly,
  piiAccess: values.piiAccess,
  accessUntil: endOfDay(values.accessUntil),
});

/** What a change sends: rights only where they change, since every one of them ends sessions. */
export function changeOf(user: User, values: PersonValues) {
  const { accessUntil, readOnly, piiAccess, ...bounds } = boundsOf(values);
  const role = values.role === '' ? {} : { role: values.role };
  return {
    ...bounds,
    ...role,
    ...(readOnly === user.readOnly ? {} : { readOnly }),
    ...(piiAccess === user.piiAccess ? {} : { piiAccess }),
    ...(values.accessUntil === dayOf(user.accessUntil) ? {} : { accessUntil }),
    customRoleId: orNull(values.customRoleId),
    buyerId: values.role === 'buyer' ? orNull(values.buyerId) : null,
    partnerId: values.role === 'partner' ? orNull(values.partnerId) : null,
  };
}
