import { Type } from 'typebox';
import { idSchema, list, notYet, nullable, one, oneOf, pageQuery, timestamp } from '../../core/gate/index.ts';
import { codeText as code } from '../outcomes/index.ts';

const text = Type.String();
const maybe = Type.Optional;

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
    unmapped: Type.Boolean({ description: 'Whether neither contract nor group knows the code: it is kept, no more.' }),
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
  label: nullable(Type.String({ description: 'Of the code of the group that it meant when it was said.' })),
  category: nullable(text),
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
