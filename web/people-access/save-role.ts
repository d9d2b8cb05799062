import { answerOf, api } from '../frame/api.ts';
import type { Body } from '../frame/ok.ts';
import type { BaseRoles } from './base-roles.ts';
import type { RoleValues } from './role-form.tsx';

type RoleBody = Body<'/api/v1/roles', 'post'>;

type Kept = BaseRoles['always'];

function bodyOf({ name, baseRole, permissions }: RoleValues, always: Kept): RoleBody {
  if (baseRole === '') throw new Error('a form without a base role is not sent');
  const all = [...new Set([...always, ...permissions])] as RoleBody['permissions'];
  return { name: name.trim(), baseRole, permissions: all };
}

/** Makes a role of the organization's own. */
export const makeRole = (values: RoleValues, always: Kept) =>
  answerOf(api.POST('/api/v1/roles', { body: bodyOf(values, always) }));

/** Puts other permissions in the place of those that a role had. */
export const changeRole = (roleId: string, values: RoleValues, always: Kept) =>
  answerOf(api.PUT('/api/v1/roles/{roleId}', { params: { path: { roleId } }, body: bodyOf(values, always) }));
