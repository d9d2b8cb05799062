import { type TProperties, Type } from 'typebox';
import {
  amount,
  notYet,
  nullable,
  oneOf,
  type ProfileShape,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';

export const PARTNER_STATUSES = ['active', 'paused', 'inactive', 'rejected'] as const;

const maybe = Type.Optional;
const email = maybe(Type.Union([Type.String({ format: 'email', maxLength: 255 }), Type.Null()]));
const day = maybe(Type.Union([Type.String({ format: 'date' }), Type.Null()]));
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
  contractStartDate: day,
  contractEndDate: day,
  billingContactName: text(255),
  billingContactEmail: email,
  billingContactPhone: text(20),
  paymentTerms: text(50),
  paymentCycle: maybe(oneOf(['weekly', 'bimonthly', 'monthly', 'adhoc', null])),
  paymentThreshold: maybe(nullable(amount)),
  defaultPrice: maybe(nullable(amount)),
  notes: text(5000),
  legacyId: text(255),
  crmId: text(255),
} satisfies TProperties;

export const partnerProfile: ProfileShape = {
  fields: profileFields,
  money: ['defaultPrice', 'paymentThreshold'],
  internal: ['notes', 'legacyId', 'crmId'],
};

const later = notYet('taxId partnerManagerId acceptsDuplicates acceptsReturns');

export const partnerCreate = Type.Object(
  {
    name: textOf(255),
    status: maybe(oneOf(PARTNER_STATUSES)),
    ...profileFields,
    ...later,
  },
  { additionalProperties: false },
);

export const partnerUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    status: maybe(oneOf(PARTNER_STATUSES)),
    deactivateChildren: maybe(
      Type.Boolean({ description: 'With a status other than active: switch the campaigns off too.' }),
    ),
    ...profileFields,
    ...later,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);

export const partnerItem = {
  id: Type.String(),
  displayId: Type.Integer(),
  name: Type.String(),
  status: Type.String(),
  campaignCount: Type.Integer(),
  ...Object.fromEntries(Object.keys(profileFields).map((name) => [name, nullable(Type.String())])),
  createdAt: timestamp,
  updatedAt: timestamp,
};
