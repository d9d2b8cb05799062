import type { UserRole } from '../access/index.ts';

export type UserStatus = 'invited' | 'active' | 'inactive';

/** Fields of a person that change; those left out stay. */
export interface UserChange {
  readonly email?: string | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly role?: UserRole | undefined;
  readonly buyerId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly customRoleId?: string | null | undefined;
  readonly status?: UserStatus | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
  readonly accessUntil?: Date | null | undefined;
  readonly lastSignInAt?: Date | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
}
