import type { Body, Ok } from '../frame/ok.ts';

export type User = Ok<'/api/v1/users', 'get'>['data'][number];
type Invitation = Body<'/api/v1/users', 'post'>;
export type RoleName = Invitation['role'];
export type UserAction = NonNullable<Body<'/api/v1/users/{userId}', 'patch'>['action']>;

const GIVES: Readonly<Record<string, readonly RoleName[]>> = {
  superadmin: ['superadmin'],
  owner: ['owner', 'admin', 'analyst', 'compliance', 'support', 'buyer', 'partner'],
  admin: ['admin', 'analyst', 'compliance', 'support', 'buyer', 'partner'],
  practice_owner: ['practice_owner', 'practice_admin', 'practice_member'],
  practice_admin: ['practice_member'],
};

/** The roles that somebody may give, as the server has it: none above the own. */
export const rolesGivenBy = (role: string): readonly RoleName[] => GIVES[role] ?? [];

/** What somebody is called. */
export const personName = ({ name, email }: Pick<User, 'name' | 'email'>): string => (name === '' ? email : name);
