import type { Static } from 'typebox';
import { centsOf } from '../../core/gate/index.ts';
import type { Fault } from '../../kernel/app-error.ts';
import { ALWAYS_OPEN, readFilters } from '../routing/index.ts';
import type { contractUpdate } from './contract-wire.ts';
import { readCaps } from './cap-wire.ts';
import { readBidding } from './read-bidding.ts';
import { readDelivery } from './read-delivery.ts';
import { readSchedule, uncapped } from './read-schedule.ts';
import type { ContractTermsStored, DeliveryAuth } from './store.ts';

export type TermsBody = Omit<Static<typeof contractUpdate>, '_snapshot' | 'name'>;

/** What a request makes of a contract's terms. `auth` undefined: as it was; null: none. */
export interface ReadTerms {
  readonly terms: ContractTermsStored;
  readonly auth: DeliveryAuth | null | undefined;
  /** For requests for bids. */
  readonly pingAuth: DeliveryAuth | null | undefined;
  readonly faults: readonly Fault[];
}

/** What the buyer gets when nobody says otherwise: enough to reach a person, nothing of health. */
const DEFAULT_LICENSED = ['firstName', 'lastName', 'email', 'phone', 'zipCode', 'state'] as const;

/** The terms of a contract of which nothing is said. */
export const BLANK_TERMS: ContractTermsStored = {
  priceCents: 0,
  priority: 10,
  weight: 1,
  caps: {},
  schedule: ALWAYS_OPEN,
  pacing: 'none',
  ramp: null,
  exclusiveMultiplierBp: 10_000,
  exclusiveOnly: false,
  geo: null,
  demographic: null,
  custom: [],
  licensedFields: DEFAULT_LICENSED,
  delivery: null,
  uncertainPolicy: 'resend',
};

/** Reads the terms in a body, in all spellings of the wire contract, over those before. Collects every fault. */
export function readTerms(body: TermsBody, before: ContractTermsStored): ReadTerms {
  const faults: Fault[] = [];
  const { filters, faults: unread } = readFilters(body, before);
  faults.push(...unread);
  const delivery = readDelivery(body, before.delivery, faults);
  const bidding = readBidding(body, before.bidding ?? null, faults);
  const terms: ContractTermsStored = {
    priceCents: readPrice(body, faults) ?? before.priceCents,
    priority: body.priority ?? before.priority,
    weight: body.weight ?? before.weight,
    caps: readCaps(body, before.caps, faults),
    schedule: readSchedule(body, before.schedule, faults),
    pacing: body.pacing ?? before.pacing,
    ramp: body.ramp === undefined ? before.ramp : body.ramp,
    exclusiveMultiplierBp: readMultiplier(body, before, faults),
    exclusiveOnly: readExclusiveOnly(body, before, faults),
    ...filters,
    licensedFields: body.licensedFields ?? before.licensedFields,
    delivery: delivery.terms,
    uncertainPolicy: body.uncertainPolicy ?? before.uncertainPolicy,
    ...readWhenPackEmpty(body, before),
    ...readDedup(body, before.dedup),
    ...(bidding.terms || before.bidding !== undefined ? { bidding: bidding.terms } : {}),
  };
  faults.push(...uncapped(terms.pacing, terms.ramp, terms.caps));
  return { terms, auth: delivery.auth, pingAuth: bidding.auth, faults };
}

/** Kept only where it goes on: not said, it refuses, and older versions stay what they are. */
function readWhenPackEmpty(
  { whenPackEmpty }: TermsBody,
  before: ContractTermsStored,
): Pick<ContractTermsStored, 'whenPackEmpty'> {
  const when = whenPackEmpty ?? before.whenPackEmpty;
  return when === 'bill' ? { whenPackEmpty: when } : {};
}

/** What a body says of people whom the buyer has had before, over what was said before, if anything ever was. */
function readDedup(
  { dedupEnabled, dedupWindowDays }: TermsBody,
  before: ContractTermsStored['dedup'],
): Pick<ContractTermsStored, 'dedup'> {
  const enabled = dedupEnabled === undefined ? (before?.enabled ?? null) : dedupEnabled;
  const windowDays = dedupWindowDays === undefined ? (before?.windowDays ?? null) : dedupWindowDays;
  return enabled === null && windowDays === null ? {} : { dedup: { enabled, windowDays } };
}

const conflict = (field: string, other: string, how = 'Says the same as'): Fault => ({
  field,
  rule: 'conflict',
  message: `${how} ${other}. Send one of them.`,
});

/** A multiple with two decimals, from 0 to 100; null is once the price. */
function readMultiplier({ exclusiveMultiplier }: TermsBody, before: ContractTermsStored, faults: Fault[]): number {
  if (exclusiveMultiplier === undefined) return before.exclusiveMultiplierBp;
  const hundredths = exclusiveMultiplier === null ? 100 : centsOf(exclusiveMultiplier);
  if (hundredths <= 10_000) return hundredths * 100;
  const message = 'Is more than a hundred times the price. Send a multiple such as 1.5.';
  faults.push({ field: 'exclusiveMultiplier', rule: 'maximum', message });
  return before.exclusiveMultiplierBp;
}

/** `ruleType` or `allowMultiSale`; both may be said if they say the same. */
function readExclusiveOnly(
  { ruleType, allowMultiSale }: TermsBody,
  before: ContractTermsStored,
  faults: Fault[],
): boolean {
  const byType = ruleType === undefined || ruleType === 'oneToOne' ? undefined : ruleType === 'exclusive';
  const byFlag = allowMultiSale === undefined ? undefined : !allowMultiSale;
  if (byType !== undefined && byFlag !== undefined && byType !== byFlag)
    faults.push(conflict('allowMultiSale', 'ruleType', 'Contradicts'));
  return byType ?? byFlag ?? before.exclusiveOnly;
}

/** `price` or `pricePerLead`; saying it twice is well if it is the same. */
function readPrice({ price, pricePerLead }: TermsBody, faults: Fault[]): number | undefined {
  const [cents, other] = [price, pricePerLead].map((value) => (value === undefined ? undefined : centsOf(value)));
  if (cents !== undefined && other !== undefined && cents !== other) faults.push(conflict('pricePerLead', 'price'));
  return cents ?? other;
}
