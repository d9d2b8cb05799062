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
import { SAMPLE_LANGUAGES } from './domain/posting-samples.ts';
import { isOrigin } from './domain/is-origin.ts';
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

/** An origin as browsers write it in their header. */
const origin = Type.Refine(
  Type.String({ maxLength: 255 }),
  isOrigin,
  () => 'Send an origin with its scheme and no path, such as https://forms.example.com. Only localhost may have http.',
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
  shadow: maybe(
    Type.Boolean({ description: 'Decide and do nothing else: compare with the shadowAnswer that posts bring along.' }),
  ),
  responseDeadlineMs: maybe(Type.Integer({ minimum: 0, maximum: 120_000 })),
  allowedOrigins: maybe(
    Type.Array(origin, {
      maxItems: 50,
      uniqueItems: true,
      description: 'Whose pages may post with the key of the campaign; servers may always.',
    }),
  ),
  pingDeadlineMs: maybe(
    Type.Integer({ minimum: 50, maximum: 30_000, description: 'How long bids are waited for; 1000 unless given.' }),
  ),
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
  shadow: Type.Boolean(),
  responseDeadlineMs: Type.Integer(),
  allowedOrigins: Type.Array(Type.String()),
  pingDeadlineMs: Type.Integer(),
  postingKeyPrefix: nullable(Type.String()),
  notes: nullable(Type.String()),
  legacyId: nullable(Type.String()),
  crmId: nullable(Type.String()),
  createdAt: timestamp,
  updatedAt: timestamp,
};

type SampleTexts = Record<(typeof SAMPLE_LANGUAGES)[number], ReturnType<typeof Type.String>>;

export const postingSpec = Type.Object({
  campaignId: Type.String(),
  campaignDisplayId: Type.Integer(),
  campaignName: Type.String(),
  verticalName: nullable(Type.String()),
  postingUrl: Type.String(),
  method: Type.String(),
  contentType: Type.String(),
  contentTypes: Type.Array(Type.String(), { description: 'All that are read.' }),
  authorization: Type.String(),
  postingKey: Type.Null({ description: 'Shown only when it is made: only a hash of it is kept.' }),
  postingKeyPrefix: nullable(Type.String()),
  requiredFields: Type.Array(fieldItem),
  optionalFields: Type.Array(fieldItem, { description: 'Global fields that may be sent.' }),
  verticalFields: Type.Array(fieldItem),
  campaignFields: Type.Array(fieldItem),
  customFields: Type.Array(fieldItem),
  sampleBody: Type.Record(Type.String(), Type.Unknown()),
  allowedOrigins: Type.Array(Type.String()),
  samples: Type.Object(Object.fromEntries(SAMPLE_LANGUAGES.map((name) => [name, Type.String()])) as SampleTexts, {
    description: 'The sample body as a request, to paste.',
  }),
  responses: Type.Record(Type.String(), Type.Unknown(), { description: 'An answer of each kind.' }),
  rejections: Type.Record(Type.String(), Type.String(), {
    description: 'Why leads are rejected: the code of the posting log, and the text of the answer.',
  }),
  errors: Type.Array(Type.Object({ code: Type.String(), status: Type.Integer(), when: Type.String() })),
});

/** A campaign as its partner sees it. */
export const partnerCampaignItem = {
  ...campaignItem,
  leadCount: Type.Integer(),
  offerPayout: Type.Object(
    {
      model: Type.String({
        description: 'fixed; revshare: a share of each sale; margin: what the offer leaves of it.',
      }),
      amount: nullable(Type.String({ description: 'Only of fixed.' })),
    },
    { description: 'What the partner earns for a lead that is sold.' },
  ),
};

/** The link to the posting instructions, for those who may hand it on. */
export const specLink = {
  specToken: Type.String({ description: 'Opens the posting instructions to whoever has it.' }),
  specUrl: Type.String({ description: 'The public page of the posting instructions.' }),
};

/** The posting instructions as anybody with a link has them. */
export const publicSpec = {
  campaignName: Type.String(),
  campaignDisplayId: Type.Integer(),
  verticalName: nullable(Type.String()),
  postingSpec,
};
