import { Type } from 'typebox';
import {
  amount,
  idSchema,
  notYet,
  nullable,
  oneOf,
  partlyAvailable,
  type ProfileShape,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';
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
    dailyCap weeklyCap monthlyCap maximumPayout cpaEnabled cpaCost cpaMaxPayout callEnabled
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

const settings = {
  offerId: maybe(nullable(idSchema)),
  verticalId: maybe(nullable(idSchema)),
  status: maybe(oneOf(CAMPAIGN_STATUSES)),
  costPerLead: maybe(amount),
  cost: maybe(amount),
  costModel: maybe(oneOf(['per_lead'])),
  pricingModel: maybe(partlyAvailable(['fixed', 'per_lead'], ['revshare'])),
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
  dailyCap: Type.Null(),
  weeklyCap: Type.Null(),
  monthlyCap: Type.Null(),
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
