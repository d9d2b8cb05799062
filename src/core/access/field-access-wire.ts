import { Type } from 'typebox';
import { one, oneOf } from '../gate/index.ts';
import { FIELD_ACCESS } from './domain/field-access.ts';
import { POLICY } from './policy.ts';

/** The roles that read leads at all: for the others there is nothing to narrow. */
export const READING_ROLES = POLICY['leads:read'];

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
  role: oneOf(READING_ROLES),
  rules: Type.Array(rule, {
    maxItems: 500,
    description: 'All rules of the role. Without any it sees what the account or key allows. A rule only narrows.',
  }),
};

export const fieldAccessBody = Type.Object(rulesOfRole, { additionalProperties: false });
export const fieldAccessAnswer = one(Type.Object(rulesOfRole));
export const fieldAccessListAnswer = one(Type.Array(Type.Object(rulesOfRole)));
