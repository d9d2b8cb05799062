import { Type } from 'typebox';
import { idSchema, nullable, oneOf, pageQuery, textOf, textOrNull, timestamp } from '../gate/index.ts';
import { SUPPRESSION_SCOPES } from './suppression-store.ts';

const maybe = Type.Optional;
const text = Type.String();
const flag = Type.Boolean();
const strict = { additionalProperties: false } as const;

const CONTACT_TYPES = ['email', 'phone'] as const;
/** What a contact may be written as; long enough for a hash. */
const contact = textOf(254);
const scope = { scope: maybe(oneOf(SUPPRESSION_SCOPES)), scopeId: maybe(nullable(idSchema)) };
const terms = {
  ...scope,
  reason: maybe(
    Type.Union([Type.String({ maxLength: 255 }), Type.Null()], {
      description: 'dnc_request, opt_out, bad_data or manual; anything else counts as manual.',
    }),
  ),
  displayName: maybe(Type.Union([textOrNull(100)], { description: 'The list that it is of. Nothing of a person.' })),
  expiresAt: maybe(nullable(Type.String({ format: 'date-time', description: 'Until then; null: for good.' }))),
};

export const suppressionQuery = Type.Object(
  {
    ...pageQuery,
    type: maybe(oneOf(CONTACT_TYPES)),
    scope: maybe(oneOf(SUPPRESSION_SCOPES)),
    scopeId: maybe(idSchema),
  },
  strict,
);

export const suppressionItem = Type.Object({
  id: text,
  type: text,
  value: Type.String({ description: 'Masked: the contact itself is not kept.' }),
  form: Type.String({ description: 'plain, or the hash by which it was listed.' }),
  scope: text,
  scopeId: nullable(text),
  reason: text,
  source: text,
  displayName: nullable(text),
  expiresAt: nullable(text),
  isExpired: flag,
  createdBy: nullable(text),
  createdAt: timestamp,
});

export const suppressionCreate = Type.Object({ type: oneOf(CONTACT_TYPES), value: contact, ...terms }, strict);
export const suppressionAdded = Type.Object({ ...suppressionItem.properties, alreadyListed: flag });

const LINES_AT_ONCE = 5000;
export const suppressionImport = Type.Object(
  {
    type: maybe(
      Type.Union([oneOf(CONTACT_TYPES), Type.Null()], { description: 'Of every line; needed where lines are hashes.' }),
    ),
    ...terms,
    firstLine: maybe(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'The number of the first of them.' })),
    lines: Type.Array(Type.String({ maxLength: 500 }), {
      minItems: 1,
      maxItems: LINES_AT_ONCE,
      description: 'An e-mail address, a phone number, or the hash of one each; the first cell of a line counts.',
    }),
  },
  strict,
);
export const importReport = Type.Object({
  received: Type.Integer(),
  added: Type.Integer(),
  alreadyListed: Type.Integer(),
  refused: Type.Array(Type.Object({ line: Type.Integer(), rule: text, message: text })),
});

export const suppressionCheck = Type.Object(
  {
    type: maybe(oneOf(CONTACT_TYPES)),
    value: maybe(contact),
    email: maybe(nullable(contact)),
    phone: maybe(nullable(contact)),
    buyerId: maybe(nullable(idSchema)),
    verticalId: maybe(nullable(idSchema)),
  },
  strict,
);
export const checkAnswer = Type.Object({
  suppressed: flag,
  listName: nullable(text),
  email: flag,
  phone: flag,
  matches: Type.Array(suppressionItem),
});

export const optOutBody = Type.Object(
  {
    identifier: maybe(contact),
    identifierType: maybe(oneOf(CONTACT_TYPES)),
    email: maybe(nullable(contact)),
    phone: maybe(nullable(contact)),
    tenant: maybe(
      Type.String({ maxLength: 63, description: 'The slug of whom it is told; needed where several are served.' }),
    ),
  },
  strict,
);
export const optOutQuery = Type.Object({ tenant: maybe(Type.String({ maxLength: 63 })) }, strict);
