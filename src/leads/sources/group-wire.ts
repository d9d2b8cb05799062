import { Type } from 'typebox';
import { idSchema, notYet, nullable, textOf, timestamp } from '../../core/gate/index.ts';

const maybe = Type.Optional;

/** `verticalGroup` is another spelling of `group` in the wire contract. */
const dedupScope = maybe(
  Type.Unsafe<'vertical' | 'group' | 'verticalGroup'>({
    enum: ['vertical', 'group', 'verticalGroup'],
    description: 'group: leads of all its verticals are looked at for duplicates; vertical: each by itself.',
  }),
);
const settings = {
  dedupScope,
  ...notYet('attributionPolicy', { attributionScope: ['verticalGroup', 'group', 'vertical', 'offer'] }),
};

export const groupCreate = Type.Object({ name: textOf(255), ...settings }, { additionalProperties: false });
export const groupUpdate = Type.Object(
  { name: maybe(textOf(255)), ...settings, _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())) },
  { additionalProperties: false },
);
export const groupVerticals = Type.Object(
  { verticalIds: Type.Array(idSchema, { maxItems: 1000, uniqueItems: true }) },
  { additionalProperties: false },
);

export const groupItem = {
  id: Type.String(),
  name: Type.String(),
  dedupScope: Type.String(),
  attributionScope: Type.String(),
  attributionPolicy: nullable(Type.String()),
  verticalCount: Type.Integer(),
  verticals: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), status: Type.String() })),
  createdAt: timestamp,
  updatedAt: timestamp,
};
