import type { FormErrors } from '@mantine/form';
import { contractTexts as t } from '../../texts/contracts.ts';
import { needed, neededAmount, wholeOrBlank } from '../../ui/form/rules.ts';
import { type ContractValues, zipsOf } from './contract-values.ts';
import { capRules } from '../../contracts/cap-values.ts';
import { lacking } from '../../contracts/filter-row.ts';

const MAX_RANK = 1_000_000;
const MAX_SECONDS = 120;
const MAX_AGE = 150;
const MAX_DAYS = 365;

const age = wholeOrBlank(0, MAX_AGE);
const rank = (value: string) => needed(value) ?? wholeOrBlank(0, MAX_RANK)(value);

function zipFault(text: string): string | null {
  const bad = zipsOf(text).find((zip) => !/^(?:\d{5}|\d{1,4}\*)$/.test(zip));
  return bad === undefined ? null : t.zipFault(bad);
}

function ageFault({ minAge, maxAge }: ContractValues): string | null {
  const fault = age(maxAge);
  if (fault !== null || minAge === '' || maxAge === '') return fault;
  return Number(maxAge) < Number(minAge) ? t.agesCross : null;
}

function filterFault({ customFilters }: ContractValues): string | null {
  const found = customFilters.map((row, index) => ({ index, lack: lacking(row) })).find(({ lack }) => lack !== null);
  return found ? `${t.filter(found.index + 1)}: ${found.lack}` : null;
}

/** What the form says of its values before anything is sent. */
export function contractRules(values: ContractValues): FormErrors {
  return {
    name: needed(values.name),
    buyerId: needed(values.buyerId),
    verticalId: needed(values.verticalId),
    zipCodes: zipFault(values.zipCodes),
    minAge: age(values.minAge),
    maxAge: ageFault(values),
    customFilters: filterFault(values),
    dedupWindowDays: wholeOrBlank(0, MAX_DAYS)(values.dedupWindowDays),
    price: neededAmount(values.price),
    priority: rank(values.priority),
    weight: rank(values.weight),
    exclusiveMultiplier: /^(?:\d{1,2}(?:\.\d{1,2})?|100(?:\.0{1,2})?)$/.test(values.exclusiveMultiplier)
      ? null
      : t.multiplierFault,
    ...capRules(values),
    licensedFields: values.licensedFields.length === 0 ? t.licensedNeeded : null,
    deliveryUrl: values.deliveryUrl === '' || /^https:\/\/./.test(values.deliveryUrl) ? null : t.deliveryUrlFault,
    timeout: needed(values.timeout) ?? wholeOrBlank(1, MAX_SECONDS)(values.timeout),
  };
}
