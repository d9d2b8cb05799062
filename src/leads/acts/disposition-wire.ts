import { Type } from 'typebox';
import { idSchema, list, notYet, nullable, one, oneOf, pageQuery, timestamp } from '../../core/gate/index.ts';
import { readCode } from './domain/read-code.ts';

const text = Type.String();
const maybe = Type.Optional;

/** A code of the buyer's, in any spelling that is read as one. */
const code = Type.Refine(
  Type.String({ maxLength: 60, description: 'A code such as no_answer: letters and at most three digits.' }),
  (value) => readCode(value) !== undefined,
  () => 'Send a code such as no_answer: letters first, at most 40 of them, at most three digits, nothing of a person.',
);

export const statusBody = Type.Object(
  { buyerId: maybe(idSchema), status: code, substatus: maybe(nullable(code)) },
  { additionalProperties: false },
);

export const postbackQuery = Type.Object(
  {
    saleId: idSchema,
    key: maybe(
      Type.String({ minLength: 1, maxLength: 256, description: 'A key of the buyer, where no header can be set.' }),
    ),
    disposition: maybe(code),
    dispoReason: maybe(code),
    ...notYet(
      'callSaleId intakeDispo comsCount buyerLeadId intakeId dispositionDate firstName lastName gender dateOfBirth',
    ),
  },
  { additionalProperties: false },
);

export const postbackAnswer = one(
  Type.Object({
    dispositionId: text,
    saleId: text,
    leadId: text,
    buyerId: text,
    cpaTriggered: Type.Literal(false, { description: 'Nothing is paid by action in this version.' }),
    returnTriggered: Type.Boolean({ description: 'Whether the sale was returned by it.' }),
    cpaReversed: Type.Literal(false),
    unmapped: Type.Boolean({ description: 'Whether the contract gives the code no meaning: it is kept, no more.' }),
    idempotent: Type.Boolean({ description: 'Whether the same was said last, and nothing was kept.' }),
  }),
);

const item = {
  id: text,
  saleId: text,
  leadId: text,
  buyerId: text,
  buyerName: text,
  status: text,
  substatus: nullable(text),
  source: oneOf(['postback', 'status']),
  saidBy: nullable(Type.String({ description: 'The key or the person; null for buyers, who hear of no staff.' })),
  returnTriggered: Type.Boolean(),
  createdAt: timestamp,
};
export const dispositionQuery = Type.Object(pageQuery, { additionalProperties: false });
export const dispositionsAnswer = list(Type.Object(item));
export const statusesAnswer = Type.Object({ data: Type.Array(Type.Object(item)) });
export const statusAnswer = one(
  Type.Object({
    id: text,
    saleId: text,
    leadId: text,
    buyerId: text,
    status: text,
    substatus: nullable(text),
    returnTriggered: Type.Boolean(),
    idempotent: Type.Boolean(),
    createdAt: timestamp,
  }),
);
