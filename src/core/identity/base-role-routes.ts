import { Type } from 'typebox';
import { permitted, USER_ROLES } from '../access/index.ts';
import { defineRoute, one, oneOf, type Route } from '../gate/index.ts';
import { OF_EVERYBODY } from './invite-user.ts';

const BASES = USER_ROLES.filter((role) => role !== 'superadmin').map((role) => ({
  role,
  permissions: permitted(role),
}));
const offered = oneOf([...new Set(BASES.flatMap(({ permissions }) => permissions))]);

const answer = one(
  Type.Object({
    roles: Type.Array(
      Type.Object({
        role: oneOf(BASES.map(({ role }) => role)),
        permissions: Type.Array(offered, { description: 'Everything that the role may.' }),
      }),
    ),
    always: Type.Array(oneOf(OF_EVERYBODY), { description: 'What everybody keeps: it is about the own account.' }),
  }),
);

/** What the roles of the product may, of which roles of a tenant's own leave some. */
export const baseRoleRoute = (): Route =>
  defineRoute({
    tag: 'roles',
    permission: 'roles:read',
    realm: 'identity',
    id: 'list_base_roles',
    method: 'GET',
    path: '/api/v1/roles/base',
    summary: 'The roles of the product with everything that each may: what own roles are made of.',
    audit: { action: 'role.list_base', entity: 'role' },
    response: answer,
    handle: ({ caller: { tenantId } }) =>
      Promise.resolve({ answer: { data: { roles: BASES, always: [...OF_EVERYBODY] } }, touched: [tenantId] }),
  });
