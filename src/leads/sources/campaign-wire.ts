import { Type } from 'typebox';
import {
  amount,
  idSchema,
  notYet,
  nullable,
  oneOf,
  type ProfileShape,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';
import { parseCents } from '../../kernel/money.ts';
import { fieldItem } from './vertical-wire.ts';

export const CAMPAIGN_STATUSES = ['testing', 'active', 'paused', 'inactive'] as const;

const maybe = Type.Optional;

export const campaignProfile: ProfileShape = {
  fields: { notes: maybe(textOrNull(5000)), legacyId: maybe(textOrNull(255)), crmId: maybe(textOrNull(255)) },
  money: [],
  internal: ['notes', 'legacyId', 'crmId'],
};

const later = notYet(
  `
    cpaEnabled cpaCost cpaMaxPayout callEnabled
    callTrackingAreaCode callDniEnabled callDniPoolEnabled callDniCaptureEnabled callDniReplaceNumbers
    callDniCaptureConfig callDniConfig fieldOverrides intakeFilters sendBuyerNameInPartnerResponse
    sendBuyerPhoneInPartnerResponse sendBuyerIdInPartnerResponse sendRedirectUrlInPartnerResponse
    sendBuyerMediaInPartnerResponse
  `,
  {
    cplEnabled: [true],
    cpaPricingModel: ['fixed'],
    callDniNoImpressionPolicy: ['route_static'],
    intakeFailMode: ['reject'],
  },
);

const cap = maybe(nullable(Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Null: no cap.' })));
const percent = Type.Refine(
  Type.Union([Type.Number(), Type.String()], { description: 'Of each price, for the pricing model revshare.' }),
  (value) => {
    const hundredths = typeof value === 'number' || typeof value === 'string' ? parseCents(value) : undefined;
    return hundredths === undefined || (hundredths.ok && hundredths.value >= 0 && hundredths.value <= 10_000);
  },
  () => 'Send a percentage from 0 to 100 with at most two decimals, such as "70".',
);

const settings = {
  offerId: maybe(nullable(idSchema)),
  verticalId: maybe(nullable(idSchema)),
  status: maybe(oneOf(CAMPAIGN_STATUSES)),
  costPerLead: maybe(amount),
  cost: maybe(amount),
  costModel: maybe(oneOf(['per_lead'])),
  pricingModel: maybe(oneOf(['fixed', 'per_lead', 'revshare'])),
  revsharePercent: maybe(nullable(percent)),
  maximumPayout: maybe(nullable(amount)),
  dailyCap: cap,
  weeklyCap: cap,
  monthlyCap: cap,
  strictFields: maybe(
    Type.Boolean({
      description: 'Refuse leads with fields that nobody defined, in place of keeping them with a warning.',
    }),
  ),
  consentRequired: maybe(Type.Boolean()),
  responseDeadlineMs: maybe(Type.Integer({ minimum: 0, maximum: 120_000 })),
  ...campaignProfile.fields,
  ...later,
};

export const campaignCreate = Type.Object(
  { partnerId: idSchema, name: textOf(255), ...settings },
  { additionalProperties: false },
);
export const campaignUpdate = Type.Object(
  {
    partnerId: maybe(idSchema),
    name: maybe(textOf(255)),
    ...settings,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);

export const campaignItem = {
  id: Type.String(),
  displayId: Type.Integer(),
  name: Type.String(),
  status: Type.String(),
  inSetup: Type.Boolean({ description: 'Without an offer, leads find no contract.' }),
  partnerId: Type.String(),
  partnerName: nullable(Type.String()),
  verticalId: nullable(Type.String()),
  verticalName: nullable(Type.String()),
  offerId: nullable(Type.String()),
  offerName: nullable(Type.String()),
  pricingModel: Type.String(),
  costPerLead: Type.String(),
  revsharePercent: nullable(Type.String()),
  maximumPayout: nullable(Type.String()),
  dailyCap: nullable(Type.Integer()),
  weeklyCap: nullable(Type.Integer()),
  monthlyCap: nullable(Type.Integer()),
  strictFields: Type.Boolean(),
  consentRequired: Type.Boolean(),
  responseDeadlineMs: Type.Integer(),
  postingKeyPrefix: nullable(Type.String()),
  notes: nullable(Type.String()),
  legacyId: nullable(Type.String()),
  crmId: nullable(Type.String()),
  createdAt: timestamp,
  updatedAt: timestamp,
};

export const postingSpec = Type.Object({
  campaignId: Type.String(),
  campaignDisplayId: Type.Integer(),
  campaignName: Type.String(),
  verticalName: nullable(Type.String()),
  postingUrl: Type.String(),
  method: Type.String(),
  contentType: Type.String(),
  authorization: Type.String(),
  postingKey: Type.Null({ description: 'Shown only when it is made: only a hash of it is kept.' }),
  postingKeyPrefix: nullable(Type.String()),
  requiredFields: Type.Array(fieldItem),
  verticalFields: Type.Array(fieldItem),
  campaignFields: Type.Array(fieldItem),
  customFields: Type.Array(fieldItem),
  sampleBody: Type.Record(Type.String(), Type.Unknown()),
});

/** A campaign as its partner sees it. */
export const partnerCampaignItem = { ...campaignItem, leadCount: Type.Integer() };
