import { orBlank, orNull } from '../../ui/form/rules.ts';
import { type FilterNode, filterOf, nodeOf } from '../../contracts/filter-row.ts';
import { type RadiusRow, radiusOf, radiusRowOf } from '../../contracts/radius-row.ts';
import { capBody, type CapValues, capValues, NO_CAPS } from '../../contracts/cap-values.ts';
import { NO_PACE, paceBody, type PaceValues, paceValues } from '../../contracts/pace-values.ts';
import { ALWAYS, scheduleBody, type ScheduleValues, scheduleValues } from '../../contracts/schedule-values.ts';
import type { Contract, ContractBody } from '../../contracts/contract-types.ts';

export type AuthType = 'none' | 'basic' | 'bearer' | 'api_key';

/** A contract as its form holds it. */
export type ContractValues = CapValues &
  PaceValues &
  ScheduleValues & {
    name: string;
    buyerId: string;
    verticalId: string;
    geoKind: 'include' | 'exclude';
    states: string[];
    zipCodes: string;
    radii: RadiusRow[];
    cities: string;
    minAge: string;
    maxAge: string;
    gender: string[];
    customFilters: FilterNode[];
    price: string;
    pricingModel: 'fixed' | 'ping_post';
    pingUrl: string;
    /** As it is kept: credentials for bids are set by API only. */
    pingAuthType: AuthType;
    pingTimeout: string;
    minimumBidFloor: string;
    priority: string;
    weight: string;
    exclusiveMultiplier: string;
    sharing: 'shared' | 'alone';
    whenPackEmpty: 'refuse' | 'bill';
    licensedFields: string[];
    deliveryUrl: string;
    timeout: string;
    authType: AuthType;
    username: string;
    password: string;
    token: string;
    headerName: string;
    dedup: 'buyer' | 'on' | 'off';
    dedupWindowDays: string;
    uncertainPolicy: 'resend' | 'hold';
    /** Codes with commas between. */
    returnDispositions: string;
    notes: string;
  };

/** What a buyer gets when nobody says otherwise: enough to reach a person, nothing of health. */
const USUAL_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'zipCode', 'state'];
const AUTH_TYPES = ['none', 'basic', 'bearer', 'api_key'] as const;

const BLANK: ContractValues = {
  name: '',
  buyerId: '',
  verticalId: '',
  geoKind: 'include',
  states: [],
  zipCodes: '',
  radii: [],
  cities: '',
  minAge: '',
  maxAge: '',
  gender: [],
  customFilters: [],
  price: '',
  pricingModel: 'fixed',
  pingUrl: '',
  pingAuthType: 'none',
  pingTimeout: '5000',
  minimumBidFloor: '0.00',
  priority: '10',
  weight: '1',
  exclusiveMultiplier: '1.00',
  sharing: 'shared',
  whenPackEmpty: 'refuse',
  ...ALWAYS,
  ...NO_CAPS,
  ...NO_PACE,
  licensedFields: USUAL_FIELDS,
  deliveryUrl: '',
  timeout: '10',
  authType: 'none',
  username: '',
  password: '',
  token: '',
  headerName: '',
  dedup: 'buyer',
  dedupWindowDays: '',
  uncertainPolicy: 'resend',
  returnDispositions: '',
  notes: '',
};

/** A new contract, with what is known of it already. */
export const blankContract = (known: Partial<ContractValues>): ContractValues => ({ ...BLANK, ...known });

/** What was loaded, for the form. Credentials are never among it. */
export function contractValues(contract: Contract): ContractValues {
  const { geoFilters: geo, demographicFilters: people, deliveryConfig } = contract;
  const auth = deliveryConfig[0]?.authType;
  return {
    ...BLANK,
    name: contract.name,
    buyerId: contract.buyerId,
    verticalId: contract.verticalId,
    geoKind: geo?.exclude ? 'exclude' : 'include',
    states: geo?.states ?? [],
    zipCodes: (geo?.zipCodes ?? []).join(', '),
    radii: (geo?.radii ?? []).map(radiusRowOf),
    cities: (geo?.cities ?? []).join('\n'),
    minAge: orBlank(people?.minAge),
    maxAge: orBlank(people?.maxAge),
    gender: people?.gender ?? [],
    customFilters: contract.customFilters.map(nodeOf),
    price: contract.price,
    pricingModel: contract.requiresPing ? 'ping_post' : 'fixed',
    pingUrl: orBlank(contract.pingUrl),
    pingAuthType: AUTH_TYPES.find((type) => type === contract.pingAuthType) ?? 'none',
    pingTimeout: String(contract.pingTimeout ?? BLANK.pingTimeout),
    minimumBidFloor: contract.minimumBidFloor ?? BLANK.minimumBidFloor,
    priority: String(contract.priority),
    weight: String(contract.weight),
    exclusiveMultiplier: contract.exclusiveMultiplier,
    sharing: contract.allowMultiSale ? 'shared' : 'alone',
    whenPackEmpty: contract.whenPackEmpty === 'bill' ? 'bill' : 'refuse',
    ...scheduleValues(contract),
    ...capValues(contract),
    ...paceValues(contract),
    licensedFields: contract.licensedFields,
    deliveryUrl: orBlank(contract.deliveryUrl),
    timeout: String(contract.deliveryTimeoutMs / 1000),
    authType: AUTH_TYPES.find((type) => type === auth) ?? 'none',
    dedup: contract.dedupEnabled === null ? 'buyer' : contract.dedupEnabled ? 'on' : 'off',
    dedupWindowDays: orBlank(contract.dedupWindowDays),
    uncertainPolicy: contract.uncertainPolicy === 'hold' ? 'hold' : 'resend',
    returnDispositions: (contract.returnDispositions ?? []).join(', '),
    notes: orBlank(contract.notes),
  };
}

/** ZIP codes and beginnings of them, one by one. */
export const zipsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((zip) => zip !== '');
export const codesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '');
const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

/** What is sent of the form. `ownZone` is the organization's. */
export function contractBody(values: ContractValues, ownZone: string): ContractBody {
  return {
    name: values.name.trim(),
    buyerId: values.buyerId,
    verticalId: values.verticalId,
    price: values.price,
    ...bidsOf(values),
    priority: Number(values.priority),
    weight: Number(values.weight),
    exclusiveMultiplier: values.exclusiveMultiplier,
    allowMultiSale: values.sharing === 'shared',
    whenPackEmpty: values.whenPackEmpty,
    ...scheduleBody(values, ownZone),
    ...capBody(values),
    ...paceBody(values),
    ...filtersOf(values),
    licensedFields: values.licensedFields,
    deliveryConfig: deliveryOf(values),
    dedupEnabled: values.dedup === 'buyer' ? null : values.dedup === 'on',
    dedupWindowDays: numberOrNull(values.dedupWindowDays),
    uncertainPolicy: values.uncertainPolicy,
    returnDispositions: codesOf(values.returnDispositions),
    notes: orNull(values.notes.trim()),
  };
}

/** The part of it that says which leads a contract takes. */
export const filtersOf = (values: ContractValues) => ({
  geoFilters: {
    states: values.states,
    zipCodes: zipsOf(values.zipCodes),
    cities: linesOf(values.cities),
    radii: values.radii.map(radiusOf),
    exclude: values.geoKind === 'exclude',
  },
  demographicFilters: {
    minAge: numberOrNull(values.minAge),
    maxAge: numberOrNull(values.maxAge),
    gender: values.gender,
  },
  customFilters: values.customFilters.map(filterOf),
});

/** Credentials that are kept stay with the address, as long as its host stays. */
function bidsOf({
  pricingModel,
  pingUrl,
  pingAuthType,
  pingTimeout,
  minimumBidFloor,
}: ContractValues): Partial<ContractBody> {
  if (pricingModel === 'fixed') return { pricingModel };
  return {
    pricingModel,
    pingTimeout: Number(pingTimeout),
    minimumBidFloor,
    pingDeliveryConfig: pingUrl.trim() === '' ? null : { url: pingUrl.trim(), authType: pingAuthType },
  };
}

function deliveryOf(values: ContractValues): NonNullable<ContractBody['deliveryConfig']> | null {
  const { deliveryUrl, timeout, authType, username, password, token, headerName } = values;
  if (deliveryUrl.trim() === '') return null;
  const given = Object.entries({ username, password, token, headerName }).filter(([, value]) => value !== '');
  return [
    {
      type: 'http_post',
      url: deliveryUrl.trim(),
      format: 'json',
      timeout: Number(timeout),
      authType,
      ...(given.length > 0 && authType !== 'none' ? { authCredentials: Object.fromEntries(given) } : {}),
    },
  ];
}

const PLACES: Readonly<Record<string, string>> = {
  'geoFilters.states': 'states',
  'geoFilters.zipCodes': 'zipCodes',
  'geoFilters.cities': 'cities',
  'demographicFilters.minAge': 'minAge',
  'demographicFilters.maxAge': 'maxAge',
  'demographicFilters.gender': 'gender',
  'deliveryConfig.0.url': 'deliveryUrl',
  'deliveryConfig.0.timeout': 'timeout',
  'deliveryConfig.0.authType': 'authType',
  'deliveryConfig.0.authCredentials': 'authType',
  'pingDeliveryConfig.url': 'pingUrl',
  'pingDeliveryConfig.authCredentials': 'pingUrl',
  licensedFields: 'licensedFields',
  allowMultiSale: 'sharing',
  scheduleTimezone: 'zone',
  'schedule.startDate': 'firstDay',
  'schedule.endDate': 'lastDay',
};

/** Which field of the form holds what the API calls so. */
export function fieldOfForm(name: string): string {
  const credential = /^deliveryConfig\.0\.authCredentials\.(\w+)$/.exec(name)?.[1];
  if (credential !== undefined) return credential;
  return (
    PLACES[name.replace(/\.\d+$/, '')] ??
    PLACES[name] ??
    name
      .replace(/^customFilters.*/, 'customFilters')
      .replace(/^geoFilters\.radii.*/, 'radii')
      .replace(/^scheduleHours.*/, 'hours')
      .replace(/^(pauses|holidays)\..*/, '$1')
  );
}
