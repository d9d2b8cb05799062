import { Type } from 'typebox';
import {
  cursorSchema,
  idSchema,
  keysetPagination,
  list,
  notYet,
  nullable,
  one,
  oneOf,
  pageQuery,
  paginationSchema,
  partlyAvailable,
  timestamp,
} from '../../core/gate/index.ts';
import { PERSON_SORTS, PERSON_STATUSES } from './store.ts';

const text = Type.String();
const maybe = Type.Optional;
const personRef = Type.String({ maxLength: 40, description: 'The UUID, or the short id such as P-1001.' });

export const personParams = Type.Object({ personId: personRef });

const asMasked = maybe(
  Type.Unsafe<'true' | 'false'>({
    enum: ['true', 'false'],
    description: 'Show nothing personal in clear, whoever asks.',
  }),
);
export const maskedQuery = Type.Object({ masked: asMasked }, { additionalProperties: false });
export const pagedQuery = Type.Object(pageQuery, { additionalProperties: false });
export const pagedMaskedQuery = Type.Object({ ...pageQuery, masked: asMasked }, { additionalProperties: false });
export const timelineQuery = Type.Object(
  { ...pageQuery, cursor: maybe(cursorSchema) },
  { additionalProperties: false },
);

/** Who it is, read from the newest lead; masked, or left out, by the rules of field access. */
const named = {
  latestLeadId: nullable(text),
  firstName: nullable(text),
  lastName: nullable(text),
  email: nullable(text),
  phone: nullable(text),
  state: nullable(text),
  masked: Type.Boolean(),
};

const person = Type.Object({
  id: text,
  displayId: text,
  status: oneOf(PERSON_STATUSES),
  mergedInto: nullable(text),
  tags: Type.Array(text),
  ...named,
  leadCount: Type.Integer(),
  lastActivityAt: nullable(timestamp),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export const personAnswer = one(person);
export const peopleAnswer = Type.Object({
  data: Type.Array(person),
  pagination: Type.Union([paginationSchema, keysetPagination]),
});
export const foundAnswer = list(person);
export const plainPeople = Type.Object({ data: Type.Array(person) });

export const peopleQuery = Type.Object(
  {
    ...pageQuery,
    cursor: maybe(cursorSchema),
    search: maybe(
      Type.String({
        maxLength: 320,
        description:
          'An exact e-mail address, phone number or person id. Addresses of requests are kept in many places: ' +
          'POST /api/v1/people/find takes them in its body.',
      }),
    ),
    state: maybe(Type.String({ maxLength: 2, description: 'With a lead from this state.' })),
    status: maybe(
      Type.Unsafe<(typeof PERSON_STATUSES)[number]>({
        enum: [...PERSON_STATUSES],
        description: 'Active unless given.',
      }),
    ),
    tags: maybe(Type.String({ maxLength: 500, description: 'With any of these tags, parted by commas.' })),
    verticalId: maybe(idSchema),
    dateFrom: maybe(text),
    dateTo: maybe(text),
    masked: asMasked,
    filter: maybe(partlyAvailable(['hasRelated', 'hasLeads'], ['hasCalls', 'hasBoth'])),
    sort: maybe(partlyAvailable(PERSON_SORTS, ['callCount'])),
    sortDirection: maybe(oneOf(['asc', 'desc'])),
  },
  { additionalProperties: false },
);
export const byVerticalQuery = Type.Object(
  {
    search: maybe(Type.String({ maxLength: 320 })),
    verticalId: maybe(idSchema),
    limit: pageQuery.limit,
    masked: asMasked,
  },
  { additionalProperties: false },
);

export const findBody = Type.Object(
  {
    email: maybe(Type.String({ maxLength: 320 })),
    phone: maybe(Type.String({ maxLength: 40 })),
    personId: maybe(personRef),
    masked: maybe(Type.Boolean({ description: 'Show nothing personal in clear.' })),
  },
  { additionalProperties: false, description: 'Exactly one of email, phone and personId.' },
);

/** A tag stands in clear, so it must not be able to say who somebody is. */
const tag = Type.String({
  pattern: '^[A-Za-z][A-Za-z _-]{0,39}$',
  description: 'Letters, spaces and dashes. It stands in clear: name a kind of person, never one.',
});
const NOT_YET = 'firstName lastName email phone dateOfBirth address address2 city state zipCode country custom';
export const personUpdateBody = Type.Object(
  {
    tags: maybe(Type.Array(tag, { maxItems: 20, uniqueItems: true })),
    status: maybe(
      Type.Unsafe<'active' | 'deleted'>({
        enum: ['active', 'deleted'],
        description: 'Deleted hides the person from lists, until a lead of theirs comes. It erases nothing.',
      }),
    ),
    ...notYet(NOT_YET),
  },
  { additionalProperties: false },
);

const NOT_BY_HAND = 'dateOfBirth address address2 city state zipCode country custom';
export const personCreateBody = Type.Object(
  {
    firstName: maybe(Type.String({ maxLength: 500 })),
    lastName: maybe(Type.String({ maxLength: 500 })),
    email: maybe(Type.Union([Type.String({ format: 'email', maxLength: 320 }), Type.Literal('')])),
    phone: maybe(Type.String({ maxLength: 40 })),
    tags: maybe(Type.Array(tag, { maxItems: 20, uniqueItems: true })),
    ...notYet(NOT_BY_HAND),
  },
  { additionalProperties: false, description: 'At least an e-mail address or a phone number.' },
);

export const saleList = Type.Object({
  data: Type.Array(
    Type.Object({
      id: text,
      leadId: text,
      leadShortId: text,
      buyerId: text,
      buyerName: text,
      contractId: text,
      status: text,
      price: text,
      payout: text,
      createdAt: timestamp,
      settledAt: nullable(timestamp),
    }),
  ),
});

export const timelineAnswer = Type.Object({
  data: Type.Array(
    Type.Object({
      type: oneOf(['lead', 'sale', 'return', 'note', 'merge']),
      id: text,
      date: timestamp,
      leadId: nullable(text),
      shortId: text,
      status: nullable(text),
      buyerName: nullable(text),
      amount: nullable(text),
      content: nullable(text),
    }),
  ),
  pagination: keysetPagination,
});

const note = {
  id: text,
  kind: oneOf(['note', 'return', 'scrub', 'merge', 'price']),
  content: nullable(text),
  leadId: text,
  leadShortId: text,
  authorId: text,
  createdAt: timestamp,
};
export const personNotes = list(Type.Object(note));
export const personNote = one(
  Type.Object({ id: text, content: text, leadId: text, authorId: text, createdAt: timestamp }),
);

export const suggestionsAnswer = Type.Object({
  data: Type.Array(Type.Object({ reason: Type.Literal('phone'), person })),
});

export const mergeBody = Type.Object(
  {
    mergePersonId: idSchema,
    reason: maybe(Type.String({ maxLength: 2000, description: 'Kept sealed beside the newest lead, as a note.' })),
  },
  { additionalProperties: false },
);
export const mergeAnswer = one(
  Type.Object({
    person,
    mergedPersonId: text,
    merged: Type.Boolean({ description: 'False where it was done before.' }),
  }),
);

export const backfillQuery = Type.Object({ limit: pageQuery.limit }, { additionalProperties: false });
export const backfillAnswer = one(
  Type.Object({ processed: Type.Integer({ description: 'Leads that have a person now.' }), done: Type.Boolean() }),
);

const own = { id: text, ...named, leadCount: Type.Integer(), total: text, lastActivityAt: timestamp };
export const ownPeopleQuery = Type.Object(
  {
    ...pageQuery,
    masked: asMasked,
    search: maybe(
      Type.String({
        maxLength: 320,
        description:
          'The id of a person, or the exact e-mail address or phone number of a lead of your own; a buyer finds by ' +
          'what it was given, in its newest 200 sales of it.',
      }),
    ),
  },
  { additionalProperties: false },
);
export const ownPeople = list(Type.Object(own));
export const ownPerson = one(
  Type.Object({
    ...own,
    leads: Type.Array(
      Type.Object({ id: text, shortId: text, status: text, amount: nullable(text), createdAt: timestamp }),
    ),
  }),
);
export const ownTimeline = Type.Object({
  data: Type.Array(
    Type.Object({
      type: Type.Literal('lead'),
      id: text,
      date: timestamp,
      title: nullable(text),
      detail: nullable(text),
      offerName: Type.Null(),
      metadata: Type.Object({}),
    }),
  ),
});
export const ownOffers = Type.Object({
  data: Type.Array(
    Type.Object({
      offerId: text,
      offerName: nullable(Type.String({ description: 'Null for an offer that partners do not see.' })),
      verticalName: nullable(text),
      leadCount: Type.Integer(),
      callCount: Type.Integer({ description: '0: there are no calls.' }),
      totalCost: Type.String({ description: 'What the leads that are sold pay the partner.' }),
      latestAt: timestamp,
    }),
  ),
});
