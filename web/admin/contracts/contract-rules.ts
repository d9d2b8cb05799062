import type { FormErrors } from '@mantine/form';
import { dispositionTexts } from '../../texts/dispositions.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { needed, neededAmount, wholeOrBlank } from '../../ui/form/rules.ts';
import { codesOf, type ContractValues, zipsOf } from './contract-values.ts';
import { capRules } from '../../contracts/cap-values.ts';
import { paceRules } from '../../contracts/pace-values.ts';
import { scheduleRules } from '../../contracts/schedule-values.ts';
import { lackingIn } from '../../contracts/filter-row.ts';
import { radiusFault } from '../../contracts/radius-row.ts';

const MAX_RANK = 1_000_000;
const MAX_SECONDS = 120;
const MAX_AGE = 150;
const MAX_DAYS = 365;
const MAX_CODES = 20;

const age = wholeOrBlank(0, MAX_AGE);
const rank = (value: string) => needed(value) ?? wholeOrBlank(0, MAX_RANK)(value);

function zipFault(text: string): string | null {
  const bad = zipsOf(text).find((zip) => !/^(?:\d{5}|\d{1,4}\*)$/.test(zip));
  return bad === undefined ? null : t.zipFault(bad);
}

function codeFault(text: string): string | null {
  const codes = codesOf(text);
  const isFine = codes.length <= MAX_CODES && codes.every((code) => /^[a-z][a-z0-9_]{0,39}$/.test(code));
  return isFine ? null : dispositionTexts.returnCodesFault;
}

function ageFault({ minAge, maxAge }: ContractValues): string | null {
  const fault = age(maxAge);
  if (fault !== null || minAge === '' || maxAge === '') return fault;
  return Number(maxAge) < Number(minAge) ? t.agesCross : null;
}

/** Whether what says which leads it takes can be asked for. */
export function areFiltersWhole(values: ContractValues): boolean {
  const { zipCodes, radii, minAge, maxAge, customFilters } = contractRules(values);
  return [zipCodes, radii, minAge, maxAge, customFilters].every((fault) => fault === null);
}

function bidRules({ pricingModel, pingUrl, pingTimeout, minimumBidFloor }: ContractValues): FormErrors {
  if (pricingModel === 'fixed') return {};
  return {
    pingUrl: pingUrl === '' || /^https:\/\/./.test(pingUrl) ? null : t.deliveryUrlFault,
    pingTimeout: needed(pingTimeout) ?? wholeOrBlank(100, 60_000)(pingTimeout),
    minimumBidFloor: neededAmount(minimumBidFloor),
  };
}

/** What the form says of its values before anything is sent. */
export function contractRules(values: ContractValues): FormErrors {
  return {
    name: needed(values.name),
    buyerId: needed(values.buyerId),
    verticalId: needed(values.verticalId),
    zipCodes: zipFault(values.zipCodes),
    radii: radiusFault(values.radii),
    minAge: age(values.minAge),
    maxAge: ageFault(values),
    customFilters: lackingIn(values.customFilters),
    dedupWindowDays: wholeOrBlank(0, MAX_DAYS)(values.dedupWindowDays),
    price: neededAmount(values.price),
    ...bidRules(values),
    priority: rank(values.priority),
    weight: rank(values.weight),
    exclusiveMultiplier: /^(?:\d{1,2}(?:\.\d{1,2})?|100(?:\.0{1,2})?)$/.test(values.exclusiveMultiplier)
      ? null
      : t.multiplierFault,
    returnDispositions: codeFault(values.returnDispositions),
    ...scheduleRules(values),
    ...capRules(values),
    ...paceRules(values),
    licensedFields: values.licensedFields.length === 0 ? t.licensedNeeded : null,
    deliveryUrl: values.deliveryUrl === '' || /^https:\/\/./.test(values.deliveryUrl) ? null : t.deliveryUrlFault,
    timeout: needed(values.timeout) ?? wholeOrBlank(1, MAX_SECONDS)(values.timeout),
  };
}
