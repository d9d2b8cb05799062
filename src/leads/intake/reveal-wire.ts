import { Type } from 'typebox';
import { idSchema, list, nullable, pageQuery, timestamp } from '../../core/gate/index.ts';

const text = Type.String();
const maybe = Type.Optional;

export const revealListQuery = Type.Object(
  {
    ...pageQuery,
    leadId: maybe(idSchema),
    userId: maybe(idSchema),
    dateFrom: maybe(Type.String({ description: 'At or after this day or instant, ISO 8601.' })),
    dateTo: maybe(Type.String({ description: 'Before the end of this day, or before this instant, ISO 8601.' })),
  },
  { additionalProperties: false },
);

export const revealListAnswer = list(
  Type.Object({
    id: Type.String({ description: 'Stands in the event of the audit trail as revealId.' }),
    createdAt: timestamp,
    leadId: text,
    userId: Type.String({ description: 'Who looked: the id of a person or of a key.' }),
    fields: Type.Array(text, { description: 'Names of the fields that were shown.' }),
    reason: nullable(Type.String({ description: 'As it was given; null if it is hidden from you, or was erased.' })),
    masked: Type.Boolean({ description: 'Whether the reason is masked for you.' }),
    erased: Type.Boolean({ description: 'Whether the reason was erased with its lead.' }),
  }),
);
