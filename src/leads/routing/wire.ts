import { type TProperties, Type } from 'typebox';
import {
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

import { DISTRIBUTION_TYPES } from './domain/decide.ts';
import { listedFields, listedItem } from './listed-wire.ts';
import { marginFields, marginItem } from './margin-wire.ts';
import { DISTRIBUTION_RULES } from './domain/rank.ts';

const FALLBACK_RULES = ['all', ...DISTRIBUTION_RULES] as const;
export const OFFER_STATUSES = ['setup', 'active', 'paused', 'inactive'] as const;

const maybe = Type.Optional;
const text = Type.String();

const profileFields = {
  notes: maybe(textOrNull(5000)),
  legacyId: maybe(textOrNull(255)),
  crmId: maybe(textOrNull(255)),
} satisfies TProperties;
export const offerProfile: ProfileShape = { fields: profileFields, money: [], internal: [] };

/** Whether who comes again goes to the buyer of last time first, or to anybody but those that had the person. */
const AFFINITIES = ['off', 'same', 'exclude'] as const;

const settings = {
  description: maybe(textOrNull(2000)),
  status: maybe(oneOf(OFFER_STATUSES)),
  visibility: maybe(oneOf(['public', 'private'])),
  distributionType: maybe(oneOf(DISTRIBUTION_TYPES)),
  distributionRule: maybe(partlyAvailable(DISTRIBUTION_RULES, ['scarcity_weighted', 'quality_tier'])),
  maxSales: maybe(
    nullable(Type.Integer({ minimum: 1, maximum: 1000, description: 'For multisell and hybrid. Null: no bound.' })),
  ),
  dqDistributionRule: maybe(nullable(oneOf(FALLBACK_RULES))),
  affinity: maybe(oneOf(AFFINITIES)),
  affinityDays: maybe(Type.Integer({ minimum: 1, maximum: 365, description: 'How many days back that looks.' })),
  dedupEnabled: maybe(Type.Union([Type.Boolean(), Type.Null()], { description: 'Null: as the vertical says.' })),
  dedupWindowDays: maybe(nullable(Type.Integer({ minimum: 0, maximum: 365 }))),
  dedupScope: maybe(nullable(oneOf(['offer', 'vertical']))),
  ...marginFields,
  ...listedFields,
  ...profileFields,
  ...notYet(
    `
    cpaPayoutAmount dqCplPayoutPercent dqCpaPayoutPercent
    scoringModelId intakeCenterId fieldSettings attributionPolicy callEnabled callPayoutAmount
    callMinDuration requireCallContracts messagingEnabled sendBuyerNameInPartnerResponse
    sendBuyerPhoneInPartnerResponse sendBuyerIdInPartnerResponse sendRedirectUrlInPartnerResponse
    sendBuyerMediaInPartnerResponse
  `,
    {
      defaultPayoutModel: ['fixed'],
      cpaPayoutModel: ['fixed'],
      billDqLeads: [true],
      dqCplPayoutModel: ['inherit'],
      dqCpaPayoutModel: ['inherit'],
      balanceCheckEnabled: [true],
      callCallerAffinityMode: ['off'],
      callLeadAffinityMode: ['off'],
      callAffinityWindowDays: [30],
      callDistributionType: ['sequential', 'non_sequential'],
      callDistributionRule: ['price', 'priority', 'weight', 'round_robin', 'simultaneous'],
      callAffinityFallback: ['none', 'next_match'],
    },
  ),
};

export const offerCreate = Type.Object(
  { name: textOf(255), verticalId: idSchema, ...settings },
  { additionalProperties: false },
);
export const offerUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    verticalId: maybe(idSchema),
    ...settings,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);

export const offerItem = {
  id: text,
  displayId: Type.Integer(),
  name: text,
  description: nullable(text),
  verticalId: text,
  verticalName: nullable(text),
  status: text,
  visibility: text,
  distributionType: text,
  distributionRule: text,
  maxSales: nullable(Type.Integer()),
  dqDistributionRule: text,
  affinity: text,
  affinityDays: Type.Integer(),
  dedupEnabled: nullable(Type.Boolean()),
  dedupWindowDays: nullable(Type.Integer()),
  dedupScope: nullable(text),
  ...marginItem,
  ...listedItem,
  campaignCount: Type.Integer(),
  contractCount: Type.Integer(),
  notes: nullable(text),
  legacyId: nullable(text),
  crmId: nullable(text),
  createdAt: timestamp,
  updatedAt: timestamp,
};

const override = maybe(nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })));

const pool = maybe(oneOf(['primary', 'fallback']));

export const linkCreate = Type.Object(
  { contractId: idSchema, weight: override, priority: override, pool },
  { additionalProperties: false },
);
export const linkUpdateBody = Type.Object(
  { weight: override, priority: override, pool },
  { additionalProperties: false },
);
export const linkItem = Type.Object({
  id: text,
  offerId: text,
  contractId: text,
  contractName: text,
  name: text,
  buyerId: text,
  buyerName: nullable(text),
  status: text,
  pool: Type.String({ description: 'fallback: gets a lead only if nobody of the primary pool took it.' }),
  price: text,
  priority: Type.Integer({ description: 'That counts here: of the link, or else of the contract.' }),
  weight: Type.Integer(),
  priorityOverride: nullable(Type.Integer()),
  weightOverride: nullable(Type.Integer()),
  createdAt: timestamp,
});

export const campaignLinkCreate = Type.Object({ campaignId: Type.String() }, { additionalProperties: false });
export const campaignLinkItem = Type.Object({
  id: text,
  offerId: text,
  campaignId: text,
  displayId: Type.Integer(),
  name: text,
  partnerId: text,
  partnerName: nullable(text),
  status: text,
  costPerLead: text,
});

export const removed = Type.Object({ success: Type.Boolean() });
