import { Type } from 'typebox';
import { oneOf, textOf, timestamp } from '../gate/index.ts';

const maybe = Type.Optional;
const text = Type.String();
const strict = { additionalProperties: false };
const timed = { createdAt: timestamp, updatedAt: timestamp };

const words = (max: number) => Type.Array(textOf(255), { maxItems: max, uniqueItems: true });

export const listTypes = { listType: maybe(textOf(100)) };
export const systemListCreate = Type.Object(
  { name: textOf(255), listType: textOf(100), items: maybe(words(1000)) },
  strict,
);
export const systemListUpdate = Type.Object(
  { name: maybe(textOf(255)), listType: maybe(textOf(100)), items: maybe(words(1000)) },
  strict,
);
export const systemListItem = { id: text, name: text, listType: text, items: Type.Array(text), ...timed };

const ENTITY_TYPES = ['buyer', 'partner'] as const;
const FIELD_TYPES = ['text', 'textarea', 'number', 'date', 'boolean', 'select', 'multiselect'] as const;

const questionSettings = {
  fieldType: maybe(oneOf(FIELD_TYPES)),
  options: maybe(words(200)),
  isRequired: maybe(Type.Boolean()),
  sortOrder: maybe(Type.Integer({ minimum: 0, maximum: 100_000 })),
};
export const entityTypes = { entityType: maybe(oneOf(ENTITY_TYPES)) };
export const signupQuestionCreate = Type.Object(
  { entityType: oneOf(ENTITY_TYPES), question: textOf(1000), ...questionSettings },
  strict,
);
export const signupQuestionUpdate = Type.Object(
  { entityType: maybe(oneOf(ENTITY_TYPES)), question: maybe(textOf(1000)), ...questionSettings },
  strict,
);
export const signupQuestionItem = {
  id: text,
  entityType: text,
  question: text,
  fieldType: text,
  options: Type.Array(text),
  isRequired: Type.Boolean(),
  sortOrder: Type.Integer(),
  ...timed,
};

const PERCENTAGE = /^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)$/;
const percentage = Type.Refine(
  Type.Union([Type.String(), Type.Number()]),
  (given) => PERCENTAGE.test(String(given)),
  () => 'Send a percentage from 0 to 100 with at most four decimals, such as "8.25".',
);
export const taxRateCreate = Type.Object({ name: textOf(255), code: textOf(50), percentage }, strict);
export const taxRateUpdate = Type.Object(
  { name: maybe(textOf(255)), code: maybe(textOf(50)), percentage: maybe(percentage) },
  strict,
);
export const taxRateItem = {
  id: text,
  name: text,
  code: text,
  percentage: Type.String({ description: 'Decimal text, such as "8.25".' }),
  ...timed,
};
