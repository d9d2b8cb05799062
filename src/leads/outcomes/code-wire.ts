import { Type } from 'typebox';
import { idSchema, list, notYet, nullable, one, oneOf, pageQuery, textOf, timestamp } from '../../core/gate/index.ts';
import { readCode } from './domain/read-code.ts';

const text = Type.String();
const maybe = Type.Optional;

/** A code in any spelling that is read as one. */
export const codeText = Type.Refine(
  Type.String({ maxLength: 60, description: 'A code such as no_answer: letters and at most three digits.' }),
  (value) => readCode(value) !== undefined,
  () => 'Send a code such as no_answer: letters first, at most 40 of them, at most three digits, nothing of a person.',
);

export const RETURN_REASONS = [
  'duplicate',
  'bad_data',
  'wrong_vertical',
  'out_of_area',
  'not_interested',
  'other',
] as const;
const CATEGORIES = ['working', 'converted', 'rejected', 'returned'] as const;
const category = oneOf(CATEGORIES);
const triggersReturn = Type.Boolean({
  description: 'Whether a buyer who says it gives the lead back, while its contract takes returns and in time.',
});

/** Why a lead that is given back was; null where nothing is said. */
export const returnReason = oneOf([...RETURN_REASONS, null]);
/** Where it stands in its list; the lowest is first. */
export const sortOrder = Type.Integer({ minimum: 0, maximum: 1_000_000 });
export const neverPaid = Type.Literal(false, { description: 'Nothing is paid by action in this version.' });

const settings = {
  slug: maybe(codeText),
  triggersReturn: maybe(triggersReturn),
  returnReason: maybe(returnReason),
  isActive: maybe(Type.Boolean()),
  sortOrder: maybe(sortOrder),
  ...notYet('triggersCpa'),
};
export const codeCreate = Type.Object({ label: textOf(100), category, ...settings }, { additionalProperties: false });
export const codeUpdate = Type.Object(
  { label: maybe(textOf(100)), category: maybe(category), ...settings },
  { additionalProperties: false },
);

const MOST = 1000;
export const codeClone = Type.Object({ sourceGroupId: idSchema }, { additionalProperties: false });
export const codeReorder = Type.Object(
  {
    items: Type.Array(Type.Object({ id: idSchema, sortOrder }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: MOST,
      description: 'Codes of the group, each once; others keep their place.',
    }),
  },
  { additionalProperties: false },
);

const codeItem = Type.Object({
  id: text,
  verticalGroupId: text,
  label: text,
  slug: text,
  category,
  triggersCpa: neverPaid,
  triggersReturn: Type.Boolean(),
  returnReason: nullable(text),
  isActive: Type.Boolean(),
  sortOrder: Type.Integer(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export const codeQuery = Type.Object(pageQuery, { additionalProperties: false });
export const codesAnswer = list(codeItem);
export const codeAnswer = one(codeItem);
export const orderAnswer = Type.Object({ data: Type.Array(codeItem) });

/** What became of a copy of several rows. */
export const copiedAnswer = one(
  Type.Object({
    copied: Type.Integer(),
    skipped: Type.Integer({ description: 'How many were there already, and were left as they are.' }),
  }),
);
export const removedAnswer = one(Type.Object({ success: Type.Boolean(), id: idSchema }));
