import type { FormErrors } from '@mantine/form';
import type { Body, Ok } from '../../frame/ok.ts';
import { replayTexts as t } from '../../texts/replay.ts';
import { neededAmount, orBlank, wholeOrBlank } from '../../ui/form/rules.ts';
import type { ContractLink } from './link-contract.tsx';
import { type Offer, offerValues, type OfferValues } from './offer-values.ts';

const PATH = '/api/v1/offers/{offerId}/replay';

export type Replay = Ok<typeof PATH, 'post'>['data'];
export type ReplayBody = NonNullable<Body<typeof PATH, 'post'>>;
type Contract = Ok<'/api/v1/contracts', 'get'>['data'][number];

export const CAPS = ['dailyLeadCap', 'weeklyLeadCap', 'monthlyLeadCap'] as const;
export type CapName = (typeof CAPS)[number];

/** A contract as a draft has it, in texts. */
export type DraftRow = Record<CapName | 'price' | 'priority' | 'weight' | 'status', string> & {
  readonly contractId: string;
  readonly name: string;
  readonly buyerName: string;
  /** What its status is, in the API's word. */
  readonly isStatus: string;
  readonly bids: boolean;
};

export type Period = keyof typeof t.periods;

export type ReplayValues = Pick<OfferValues, 'distributionType' | 'distributionRule' | 'maxSales'> & {
  period: Period;
  from: string;
  to: string;
  rows: DraftRow[];
};

const MAX = 1_000_000;
const MOST_LEADS = 10_000_000;
const DAY_MS = 86_400_000;

/** The offer and its contracts as they are, for the form: contracts as they count in the offer. */
export function replayValues(
  offer: Offer,
  links: readonly ContractLink[],
  contracts: readonly Contract[],
): ReplayValues {
  const { distributionType, distributionRule, maxSales } = offerValues(offer);
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  const rows = links.map((link): DraftRow => {
    const contract = known.get(link.contractId);
    return {
      contractId: link.contractId,
      name: link.contractName,
      buyerName: link.buyerName ?? '–',
      isStatus: link.status,
      bids: contract?.pricingModel === 'ping_post',
      status: link.status,
      price: link.price,
      priority: String(link.priority),
      weight: String(link.weight),
      dailyLeadCap: orBlank(contract?.dailyLeadCap),
      weeklyLeadCap: orBlank(contract?.weeklyLeadCap),
      monthlyLeadCap: orBlank(contract?.monthlyLeadCap),
    };
  });
  return { distributionType, distributionRule, maxSales, period: '7', from: '', to: '', rows };
}

/** What the form says of its values before anything is sent. */
export function replayRules(values: ReplayValues): FormErrors {
  const isByDays = values.period === 'days';
  const isUnbound = values.distributionType === 'hybrid' && values.maxSales === '';
  const errors: FormErrors = {
    from: isByDays && values.from === '' ? t.daysNeeded : null,
    to: isByDays && values.to === '' ? t.daysNeeded : isByDays && values.to < values.from ? t.daysOrder : null,
    maxSales: isUnbound ? wholeOrBlank(1, 1000)('0') : wholeOrBlank(1, 1000)(values.maxSales),
  };
  for (const [index, row] of values.rows.entries()) {
    const at = `rows.${index}.`;
    errors[`${at}price`] = row.bids ? null : neededAmount(row.price);
    for (const name of ['priority', 'weight'] as const)
      errors[`${at}${name}`] = wholeOrBlank(0, MAX)(row[name] === '' ? 'none' : row[name]);
    for (const name of CAPS) errors[`${at}${name}`] = wholeOrBlank(0, MOST_LEADS)(row[name]);
  }
  return errors;
}

const whole = (text: string): number | null => (text === '' ? null : Number(text));

type Draft = NonNullable<ReplayBody['drafts']>[number];

const isDraftStatus = (status: string): status is 'active' | 'paused' => status === 'active' || status === 'paused';

/** What of a contract is in draft; undefined where it is as it was loaded. */
function draftOf(row: DraftRow, before: DraftRow | undefined): Draft | undefined {
  const differs = (name: keyof DraftRow): boolean => row[name] !== before?.[name];
  const draft: Draft = {
    ...(differs('status') && isDraftStatus(row.status) ? { status: row.status } : {}),
    ...(differs('price') && !row.bids ? { price: row.price } : {}),
    ...(differs('priority') ? { priority: Number(row.priority) } : {}),
    ...(differs('weight') ? { weight: Number(row.weight) } : {}),
    ...(differs('dailyLeadCap') ? { dailyLeadCap: whole(row.dailyLeadCap) } : {}),
    ...(differs('weeklyLeadCap') ? { weeklyLeadCap: whole(row.weeklyLeadCap) } : {}),
    ...(differs('monthlyLeadCap') ? { monthlyLeadCap: whole(row.monthlyLeadCap) } : {}),
  };
  return Object.keys(draft).length === 0 ? undefined : { contractId: row.contractId, ...draft };
}

/** What is in draft, as it is sent: nothing of what is as it was loaded. */
export function draftsOf(values: ReplayValues, before: ReplayValues): Pick<ReplayBody, 'drafts' | 'offer'> {
  const drafts = values.rows.flatMap((row, index) => draftOf(row, before.rows[index]) ?? []);
  const { distributionType, distributionRule, maxSales } = values;
  const most = distributionType === 'exclusive' ? before.maxSales : maxSales;
  const offer = {
    ...(distributionType === before.distributionType ? {} : { distributionType }),
    ...(distributionRule === before.distributionRule ? {} : { distributionRule }),
    ...(most === before.maxSales ? {} : { maxSales: whole(most) }),
  };
  return {
    ...(drafts.length > 0 ? { drafts } : {}),
    ...(Object.keys(offer).length > 0 ? { offer } : {}),
  };
}

/** The period as it is sent, counted back from now unless days are chosen. */
export function periodOf({ period, from, to }: ReplayValues, now: Date): Pick<ReplayBody, 'dateFrom' | 'dateTo'> {
  if (period === 'days') return { dateFrom: from, dateTo: to };
  const begin = new Date(now.getTime() - Number(period) * DAY_MS);
  return { dateFrom: begin.toISOString(), dateTo: now.toISOString() };
}
