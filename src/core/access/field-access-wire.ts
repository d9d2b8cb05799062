import { Type } from 'typebox';
import { one, oneOf } from '../gate/index.ts';
import { FIELD_ACCESS } from './domain/field-access.ts';
import { POLICY } from './policy.ts';

/** The roles that read leads at all: for the others there is nothing to narrow. */
export const READING_ROLES = POLICY['leads:read'];

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const ruledRole = Type.String({
  pattern: `^(?:${READING_ROLES.join('|')}|${UUID})$`,
  description: `One of ${READING_ROLES.join(', ')}, or the id of a role of the tenant’s own that is made of one.`,
});

const rule = Type.Object(
  {
    field: Type.String({
      maxLength: 73,
      pattern: '^([a-z][a-zA-Z0-9]{0,72}|class:(identity|contact|health|other))$',
      description: 'The name of a lead field, or a whole class: class:identity, :contact, :health or :other.',
    }),
    access: oneOf(FIELD_ACCESS),
  },
  { additionalProperties: false },
);

const rulesOfRole = {
  role: ruledRole,
  rules: Type.Array(rule, {
    maxItems: 500,
    description:
      'All rules of the role. Without any it sees what the account or key allows. A rule only narrows: whoever has a ' +
      'role of the tenant’s own sees of a field what that role and the one it is made of both allow.',
  }),
};

export const fieldAccessBody = Type.Object(rulesOfRole, { additionalProperties: false });
export const fieldAccessAnswer = one(Type.Object(rulesOfRole));
const listed = {
  ...rulesOfRole,
  name: Type.Optional(Type.String({ description: 'Of a role of the tenant’s own.' })),
  baseRole: Type.Optional(Type.String({ description: 'The role that it is made of.' })),
};
export const fieldAccessListAnswer = one(Type.Array(Type.Object(listed)));
