import { Type } from 'typebox';
import {
  idSchema,
  list,
  nullable,
  one,
  oneOf,
  pageQuery,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';
import { campaignCreate } from '../sources/index.ts';
import { REQUEST_STATUSES } from './domain/request-rules.ts';

const maybe = Type.Optional;
const text = Type.String();
const count = Type.Integer();

export const offerParams = Type.Object({ id: idSchema });
export const requestParams = Type.Object({ requestId: idSchema });

export const partnerOfferQuery = Type.Object(
  {
    ...pageQuery,
    search: maybe(Type.String({ maxLength: 255 })),
    verticalId: maybe(idSchema),
    enrolled: maybe(
      Type.Unsafe<'true' | 'false'>({
        enum: ['true', 'false'],
        description: 'true: those that the partner has a campaign on; false, and unless given: those that it has not.',
      }),
    ),
  },
  { additionalProperties: false },
);

const ownRequest = Type.Object({
  id: text,
  status: oneOf(REQUEST_STATUSES),
  note: nullable(Type.String({ description: 'What staff say to the partner.' })),
  requestedAt: timestamp,
  decidedAt: nullable(timestamp),
});
export const ownRequestAnswer = one(ownRequest);

const partnerOffer = {
  id: text,
  name: text,
  description: nullable(text),
  status: oneOf(['active', 'paused']),
  verticalId: text,
  verticalName: text,
  defaultPayoutAmount: nullable(
    Type.String({ description: 'What a lead pays, unless something else is agreed. Null: it is not said.' }),
  ),
  states: Type.Array(text, { description: 'From where leads are wanted; none: from everywhere.' }),
  enrolled: Type.Boolean({ description: 'Whether the partner has a campaign on it.' }),
  campaignIds: Type.Array(text, { description: 'Those campaigns.' }),
  request: nullable(ownRequest),
  createdAt: timestamp,
};
export const partnerOfferList = list(Type.Object(partnerOffer));
export const partnerOfferAnswer = one(
  Type.Object({
    ...partnerOffer,
    regime: Type.String({ description: 'The law that its leads stand under.' }),
    requiredFields: Type.Array(
      Type.Object({ name: text, label: text, type: text, options: nullable(Type.Array(text)) }),
    ),
    mayRequest: Type.Boolean(),
    whyNot: nullable(Type.String({ description: 'Why it may not be asked for now.' })),
  }),
);

export const statsAnswer = one(
  Type.Object({
    totalLeads: count,
    soldLeads: count,
    rejectedLeads: count,
    returnedLeads: count,
    pendingLeads: count,
    totalCost: Type.String({ description: 'What the leads that are sold pay the partner.' }),
    totalCpaPayout: text,
    conversionRate: Type.Number({ description: 'Sold ones of all, from 0 to 1.' }),
    returnRate: Type.Number({ description: 'Returned ones of those that were ever sold, from 0 to 1.' }),
    avgCostPerLead: Type.String({ description: 'Of those that are sold.' }),
    leadsToday: count,
    leadsThisWeek: Type.Integer({ description: 'Since Monday.' }),
    leadsThisMonth: count,
  }),
);

export const requestQuery = Type.Object(
  {
    ...pageQuery,
    status: maybe(oneOf(REQUEST_STATUSES)),
    offerId: maybe(idSchema),
    partnerId: maybe(idSchema),
    search: maybe(Type.String({ maxLength: 255, description: 'In the names of offer and partner.' })),
  },
  { additionalProperties: false },
);

const requestItem = {
  id: text,
  offerId: text,
  offerName: nullable(text),
  partnerId: text,
  partnerName: text,
  status: oneOf(REQUEST_STATUSES),
  note: nullable(text),
  campaignId: nullable(Type.String({ description: 'The campaign that approving made; it may be gone.' })),
  requestedAt: timestamp,
  decidedBy: nullable(text),
  decidedAt: nullable(timestamp),
};
export const requestList = list(Type.Object(requestItem));
export const requestAnswer = one(Type.Object(requestItem));
export const approvedAnswer = one(
  Type.Object({
    ...requestItem,
    postingKey: Type.String({ description: 'Of the campaign. Shown once: keep it.' }),
  }),
);

const NOTE = { description: 'To the partner. No patient data.' };
const { name, costPerLead, pricingModel, revsharePercent, maximumPayout, dailyCap, weeklyCap, monthlyCap } =
  campaignCreate.properties;

/** The terms of the campaign that approving makes. */
export const approveBody = Type.Object(
  {
    name: maybe(name),
    costPerLead,
    pricingModel,
    revsharePercent,
    maximumPayout,
    dailyCap,
    weeklyCap,
    monthlyCap,
    note: maybe(Type.Union([textOrNull(1000)], NOTE)),
  },
  { additionalProperties: false },
);
export const declineBody = Type.Object({ note: textOf(1000) }, { additionalProperties: false });
