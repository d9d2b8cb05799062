import { Type } from 'typebox';
import { idSchema, list, nullable, one, pageQuery, textOf } from '../gate/index.ts';

const text = Type.String();
const maybe = Type.Optional;

export const auditItem = Type.Object({
  id: text,
  createdAt: text,
  action: text,
  entityType: text,
  entityId: nullable(Type.String({ description: 'The first of entityIds.' })),
  entityIds: Type.Array(text),
  outcome: text,
  actorKind: text,
  userId: Type.String({ description: 'Who acted: the id of a key.' }),
  buyerId: nullable(text),
  partnerId: nullable(text),
  phiClasses: Type.Array(text),
  requestId: nullable(text),
  ipAddress: nullable(text),
  details: Type.Record(text, Type.Unknown()),
});

export const auditAnswer = one(auditItem);
export const auditListAnswer = list(auditItem);
export const auditParams = Type.Object({ id: idSchema });
export const auditQuery = Type.Object(
  {
    ...pageQuery,
    entityType: maybe(textOf(100)),
    entityId: maybe(idSchema),
    action: maybe(textOf(100)),
    userId: maybe(idSchema),
    dateFrom: maybe(Type.String({ description: 'At or after this day or instant, ISO 8601.' })),
    dateTo: maybe(Type.String({ description: 'Before the end of this day, or before this instant, ISO 8601.' })),
  },
  { additionalProperties: false },
);
