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
import { capFields, capItem } from './cap-wire.ts';
import { scheduleFields, scheduleItem } from './schedule-wire.ts';

export const CONTRACT_STATUSES = ['setup', 'active', 'paused', 'expired', 'inactive', 'archived'] as const;
const AUTH_TYPES = ['none', 'basic', 'bearer', 'api_key'] as const;

const maybe = Type.Optional;
export const contractProfile: ProfileShape = {
  fields: {
    notes: maybe(textOrNull(5000)),
    legacyId: maybe(textOrNull(255)),
    crmId: maybe(textOrNull(255)),
    acceptsReturns: maybe(Type.Boolean()),
    returnWindow: maybe(nullable(Type.Integer({ minimum: 0, maximum: 8760, description: 'Hours.' }))),
    returnDispositions: maybe(
      nullable(
        Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }), {
          maxItems: 20,
          uniqueItems: true,
          description: 'Codes of the buyer that mean a return: one that it says within the window returns the lead.',
        }),
      ),
    ),
  },
  money: [],
  internal: ['notes', 'legacyId', 'crmId'],
};

const credential = maybe(Type.String({ minLength: 1, maxLength: 4096 }));

/** One delivery; of the kinds of the wire contract, an HTTPS POST with a JSON body is the one we make. */
export const deliveryConfigItem = Type.Object(
  {
    id: maybe(Type.String({ maxLength: 100 })),
    type: partlyAvailable(['http_post'], ['http_get', 'email', 'ftp', 'google_sheets', 'sms']),
    enabled: maybe(
      Type.Refine(
        Type.Boolean(),
        (enabled) => enabled,
        () => 'A disabled delivery cannot be kept. Leave deliveryConfig out.',
      ),
    ),
    isPrimary: maybe(Type.Boolean()),
    url: Type.String({ maxLength: 2048 }),
    format: maybe(partlyAvailable(['json'], ['xml', 'form'])),
    timeout: maybe(Type.Integer({ minimum: 1, maximum: 120, description: 'Seconds.' })),
    authType: maybe(oneOf(AUTH_TYPES)),
    authCredentials: maybe(
      nullable(
        Type.Object(
          { username: credential, password: credential, token: credential, headerName: credential },
          { additionalProperties: false },
        ),
      ),
    ),
    ...notYet(
      `
    headers fieldMapping bodyTemplate urlTemplate responseMappingRules responseFieldMapping
    responseTokens emailTo emailCc emailSubject emailTemplate emailBody ftpHost ftpPath ftpUsername
    ftpPassword spreadsheetId sheetName shareWithEmail phoneSource phoneNumber messageBody templateSlug
    fromNumberOverride
  `,
      {
        retries: [3],
      },
    ),
  },
  { additionalProperties: false },
);

const later = notYet(
  `
    minQualityScore deliveryEmail fieldMapping
    filters intakeCenterId contactId
    inboundWebhookKey productId revenueOnCpa allowZeroCpaConversion cpaAmount cpaWindowDays
    cpaLookbackDays cpaLookbackExcludeDays callEnabled callConnectPrice
    callMinDuration callPhoneNumber callBackupNumber callRingTimeout callWhisperMessage
    callWhisperRequired recordCallsOverride dailyCallCap weeklyCallCap monthlyCallCap
    premiumDestinationAck premiumDestinationSurchargeCreditsPerMin aiDialerEnabled aiDialerAgentId
    aiDialerCadenceId confirmDisableCall alsoPauseSubscription alsoResumeSubscription
  `,
  {
    deliveryMethod: ['http_post'],
    deliveryMethodOverride: ['http_post'],
    deliveryFormat: ['json'],
    phoneFormat: ['e164'],
    revenueOnAcceptance: [true],
    callCapMode: ['separate', 'shared'],
    aiDialerDelaySeconds: [30],
  },
);

const bidFields = {
  requiresPing: maybe(Type.Boolean({ description: 'Another spelling of the pricing model ping_post.' })),
  pingTimeout: maybe(
    Type.Integer({ minimum: 100, maximum: 60_000, description: 'Milliseconds; the campaign may allow less.' }),
  ),
  pingDeliveryConfig: maybe(
    nullable(
      Type.Object(
        {
          url: Type.String({ maxLength: 2048 }),
          authType: maybe(oneOf(AUTH_TYPES)),
          authCredentials: deliveryConfigItem.properties.authCredentials,
        },
        { additionalProperties: false, description: 'Where bids are asked for, by a POST with a JSON body.' },
      ),
    ),
  ),
  pingFields: maybe(
    Type.Array(textOf(64), {
      maxItems: 50,
      uniqueItems: true,
      description: 'The only fields that a request for a bid tells; state and zipCode unless given.',
    }),
  ),
  minimumBidFloor: maybe(nullable(amount)),
};
const bidItem = {
  requiresPing: Type.Boolean(),
  pingUrl: nullable(Type.String()),
  pingAuthType: nullable(Type.String()),
  pingTimeout: nullable(Type.Integer()),
  pingFields: Type.Array(Type.String()),
  minimumBidFloor: nullable(Type.String()),
};

const url = maybe(nullable(Type.String({ maxLength: 2048 })));
const filter = (description: string) => maybe(Type.Unknown({ description }));

const settings = {
  status: maybe(oneOf(CONTRACT_STATUSES)),
  pricingModel: maybe(oneOf(['fixed', 'per_lead', 'ping_post'])),
  ...bidFields,
  price: maybe(amount),
  pricePerLead: maybe(amount),
  priority: maybe(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Lowest first; 10 unless given.' })),
  weight: maybe(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  ...capFields,
  ...scheduleFields,
  exclusiveMultiplier: maybe(nullable(amount)),
  ruleType: maybe(oneOf(['exclusive', 'multisale', 'oneToOne'])),
  allowMultiSale: maybe(Type.Boolean({ description: 'False: buys only leads that nobody else gets.' })),
  geoFilters: filter(
    '{states, zipCodes, cities, radii, exclude}; a ZIP code may be a prefix such as 902*, a radius is ' +
      '{zipCode, miles} or {latitude, longitude, miles}.',
  ),
  geo: filter('Another spelling of geoFilters.'),
  demographicFilters: filter('{minAge, maxAge, gender}.'),
  customFilters: filter(
    'A list of {field, operator, value} and of groups, {any: […]} or {all: […]}, or an object by field.',
  ),
  licensedFields: maybe(
    Type.Array(textOf(64), {
      minItems: 1,
      maxItems: 200,
      uniqueItems: true,
      description: 'The only fields that the buyer gets.',
    }),
  ),
  deliveryUrl: url,
  deliveryUrlOverride: url,
  deliveryConfig: maybe(nullable(Type.Array(deliveryConfigItem, { maxItems: 1 }))),
  deliveryTimeoutMs: maybe(Type.Integer({ minimum: 1000, maximum: 120_000 })),
  uncertainPolicy: maybe(oneOf(['resend', 'hold'])),
  // Once the leads that were bought in advance are used up: no more leads, or more at its price.
  whenPackEmpty: maybe(oneOf(['refuse', 'bill'])),
  dedupEnabled: maybe(Type.Union([Type.Boolean(), Type.Null()], { description: 'Null: as the buyer says.' })),
  dedupWindowDays: maybe(nullable(Type.Integer({ minimum: 0, maximum: 365 }))),
  ...contractProfile.fields,
  ...later,
};

export const contractCreate = Type.Object(
  { name: textOf(255), buyerId: idSchema, verticalId: idSchema, ...settings },
  { additionalProperties: false },
);
export const contractUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    buyerId: maybe(idSchema),
    verticalId: maybe(idSchema),
    rotateSigningSecret: maybe(
      Type.Boolean({ description: 'Make a new signing secret; the old one is void at once.' }),
    ),
    ...settings,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
export const contractStatus = Type.Object(
  {
    status: oneOf(CONTRACT_STATUSES),
    ...notYet('alsoPauseSubscription alsoResumeSubscription'),
  },
  { additionalProperties: false },
);

const text = Type.String();

export const contractItem = {
  id: text,
  displayId: Type.Integer(),
  name: text,
  status: text,
  version: Type.Integer(),
  buyerId: text,
  buyerName: nullable(text),
  verticalId: text,
  verticalName: nullable(text),
  pricingModel: text,
  ...bidItem,
  price: text,
  pricePerLead: text,
  priority: Type.Integer(),
  weight: Type.Integer(),
  ...capItem,
  ...scheduleItem,
  exclusiveMultiplier: text,
  ruleType: text,
  allowMultiSale: Type.Boolean(),
  geoFilters: nullable(
    Type.Object({
      states: Type.Array(text),
      zipCodes: Type.Array(text),
      cities: Type.Array(text),
      radii: Type.Array(
        Type.Object({
          zipCode: nullable(text),
          latitude: Type.Number(),
          longitude: Type.Number(),
          miles: Type.Number(),
        }),
      ),
      exclude: Type.Boolean(),
    }),
  ),
  demographicFilters: nullable(
    Type.Object({
      minAge: nullable(Type.Integer()),
      maxAge: nullable(Type.Integer()),
      gender: Type.Array(text),
    }),
  ),
  customFilters: Type.Array(Type.Record(text, Type.Unknown())),
  licensedFields: Type.Array(text),
  deliveryMethod: text,
  deliveryFormat: text,
  deliveryUrl: nullable(text),
  deliveryTimeoutMs: Type.Integer(),
  deliveryConfig: Type.Array(
    Type.Object({
      id: text,
      type: text,
      enabled: Type.Boolean(),
      isPrimary: Type.Boolean(),
      url: text,
      format: text,
      timeout: Type.Number(),
      authType: text,
    }),
  ),
  uncertainPolicy: text,
  whenPackEmpty: text,
  dedupEnabled: nullable(Type.Boolean()),
  dedupWindowDays: nullable(Type.Integer()),
  acceptsReturns: nullable(Type.Boolean()),
  returnWindow: nullable(Type.Integer()),
  returnDispositions: nullable(Type.Array(text)),
  notes: nullable(text),
  legacyId: nullable(text),
  crmId: nullable(text),
  createdAt: timestamp,
  updatedAt: timestamp,
};

export const contractWarnings = Type.Array(Type.Object({ field: text, rule: text, message: text }));
