import { type TProperties, Type } from 'typebox';
import {
  amount,
  notYet,
  nullable,
  oneOf,
  partlyAvailable,
  type ProfileShape,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';

import { capFields, capItem } from './cap-wire.ts';

export const BUYER_STATUSES = ['pending', 'active', 'paused', 'suspended', 'inactive', 'rejected'] as const;

const maybe = Type.Optional;
const email = maybe(Type.Union([Type.String({ format: 'email', maxLength: 255 }), Type.Null()]));
const text = (max: number) => maybe(textOrNull(max));

const profileFields = {
  firstName: text(255),
  lastName: text(255),
  email,
  phone: text(20),
  company: text(255),
  address: text(500),
  address2: text(500),
  city: text(100),
  state: text(100),
  zipCode: text(20),
  country: text(100),
  website: text(500),
  timezone: text(50),
  legalEntityType: maybe(
    oneOf(['individual', 'corporation', 'llc', 'partnership', 'sole_proprietorship', 'other', null]),
  ),
  brandName: text(255),
  brandLogoUrl: text(2048),
  brandTcpa: text(5000),
  billingContactName: text(255),
  billingContactEmail: email,
  billingContactPhone: text(20),
  paymentTerms: text(50),
  billingCycle: maybe(nullable(partlyAvailable(['weekly', 'bimonthly', 'monthly'], ['prepay']))),
  defaultPrice: maybe(nullable(amount)),
  acceptsReturns: maybe(Type.Boolean()),
  returnWindow: maybe(nullable(Type.Integer({ minimum: 0, maximum: 8760, description: 'Hours.' }))),
  notes: text(5000),
  legacyId: text(255),
  crmId: text(255),
} satisfies TProperties;

export const buyerProfile: ProfileShape = {
  fields: profileFields,
  money: ['defaultPrice'],
  internal: ['notes', 'legacyId', 'crmId'],
};

// The client sends an empty text for no limit.
const creditLimit = Type.Union([amount, Type.Null(), Type.Literal('')], {
  description: 'What the buyer may owe. Null: no limit; 0: nothing on credit.',
});

const settings = {
  creditLimit: maybe(creditLimit),
  ...capFields,
  status: maybe(oneOf(BUYER_STATUSES)),
  pricingModel: maybe(oneOf(['fixed', 'ping_post'])),
  dedupEnabled: maybe(Type.Boolean({ description: 'Whether it is spared a person whom it has bought before.' })),
  dedupFields: maybe(
    Type.Array(textOf(64), { maxItems: 20, uniqueItems: true, description: 'A match on any of these is one.' }),
  ),
  dedupWindowDays: maybe(Type.Integer({ minimum: 0, maximum: 365, description: 'Days since the earlier sale.' })),
  ...profileFields,
  ...notYet(`
    autoRecharge autoRechargeAmount autoRechargeThreshold taxId salesRepId accountManagerId postbackKey
    partnerResponseBuyerName partnerResponseBuyerPhone
    partnerResponseBuyerId partnerResponseRedirectUrl partnerResponseBuyerMediaUrl
    partnerResponseBuyerMediaType
  `),
};

export const buyerCreate = Type.Object({ name: textOf(255), ...settings }, { additionalProperties: false });
export const buyerUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    ...settings,
    deactivateChildren: maybe(
      Type.Boolean({ description: 'With a status other than active: switch its contracts off too.' }),
    ),
    ...notYet('pauseSubscriptions'),
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
export const buyerStatus = Type.Object(
  {
    status: oneOf(BUYER_STATUSES),
    ...notYet('pauseSubscriptions'),
  },
  { additionalProperties: false },
);

const string = nullable(Type.String());

export const buyerItem = {
  id: Type.String(),
  displayId: Type.Integer(),
  name: Type.String(),
  status: Type.String(),
  pricingModel: Type.String(),
  ...Object.fromEntries(Object.keys(profileFields).map((name) => [name, string])),
  acceptsReturns: nullable(Type.Boolean()),
  returnWindow: nullable(Type.Integer()),
  dedupEnabled: Type.Boolean(),
  dedupFields: Type.Array(Type.String()),
  dedupWindowDays: Type.Integer(),
  balance: nullable(Type.String({ description: 'What the buyer owes.' })),
  creditLimit: nullable(Type.String({ description: 'Null: no limit.' })),
  reserved: nullable(Type.String({ description: 'Of leads that are being delivered, not owed yet.' })),
  ...capItem,
  contractCount: Type.Integer(),
  activeContractCount: Type.Integer(),
  createdAt: timestamp,
  updatedAt: timestamp,
};

/** `available` is null without a limit. */
export const buyerBalanceItem = Type.Object({ balance: Type.String(), creditLimit: string, available: string });
