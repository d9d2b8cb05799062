import { type Static, type TProperties, Type } from 'typebox';
import { amount, centsOf, nullable, oneOf, type Shown } from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { Fault } from '../../kernel/app-error.ts';
import type { CapPeriod, Caps } from '../routing/index.ts';

const maybe = Type.Optional;
const leads = maybe(nullable(Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Null: no cap.' })));
const atOnce = maybe(
  nullable(
    Type.Integer({
      minimum: 0,
      maximum: 10_000_000,
      description: 'Leads at once that are on their way to the buyer and have no answer yet. Null: no cap.',
    }),
  ),
);
const spend = maybe(nullable(amount));

/** Caps as requests may say them, for a contract or for a buyer over all its contracts. */
export const capFields = {
  dailyLeadCap: leads,
  weeklyLeadCap: leads,
  monthlyLeadCap: leads,
  dailySpendCap: spend,
  weeklySpendCap: spend,
  monthlySpendCap: spend,
  concurrentLeadCap: atOnce,
  capMode: maybe(oneOf(['enforce', 'observe'])),
  caps: maybe(
    nullable(
      Type.Object(
        { daily: leads, weekly: leads, monthly: leads, concurrent: atOnce },
        { additionalProperties: false, description: 'Another spelling of the caps on leads.' },
      ),
    ),
  ),
} satisfies TProperties;
const capsBody = Type.Object(capFields);
type CapsBody = Static<typeof capsBody>;

/** Caps as answers show them. */
export const capItem = {
  dailyLeadCap: nullable(Type.Integer()),
  weeklyLeadCap: nullable(Type.Integer()),
  monthlyLeadCap: nullable(Type.Integer()),
  dailySpendCap: nullable(Type.String()),
  weeklySpendCap: nullable(Type.String()),
  monthlySpendCap: nullable(Type.String()),
  concurrentLeadCap: nullable(Type.Integer()),
  capMode: Type.String(),
};

const PERIODS: readonly (readonly [CapPeriod, 'daily' | 'weekly' | 'monthly'])[] = [
  ['day', 'daily'],
  ['week', 'weekly'],
  ['month', 'monthly'],
];

/** The caps of a body over those before; what it does not speak of stays. Null lifts a cap. */
export function readCaps(body: CapsBody, before: Caps, faults: Fault[]): Caps {
  const leadCaps = { ...before.leads };
  const spendCaps = { ...before.spendCents };
  for (const [period, word] of PERIODS) {
    put(leadCaps, period, readLeads(body, word, faults));
    const money = body[`${word}SpendCap`];
    put(spendCaps, period, money === undefined || money === null ? money : centsOf(money));
  }
  const open = readLeads(body, 'concurrent', faults);
  const concurrent = open === undefined ? before.concurrent : open;
  const observe = body.capMode === undefined ? before.observe === true : body.capMode === 'observe';
  return {
    ...(Object.keys(leadCaps).length > 0 ? { leads: leadCaps } : {}),
    ...(Object.keys(spendCaps).length > 0 ? { spendCents: spendCaps } : {}),
    ...(concurrent === undefined || concurrent === null ? {} : { concurrent }),
    ...(observe ? { observe } : {}),
  };
}

/** A cap on leads, in either spelling; both may be said if they say the same. */
function readLeads(
  body: CapsBody,
  word: 'daily' | 'weekly' | 'monthly' | 'concurrent',
  faults: Fault[],
): number | null | undefined {
  const [own, other] = [body[`${word}LeadCap`], body.caps?.[word]];
  if (own !== undefined && other !== undefined && own !== other)
    faults.push({
      field: `caps.${word}`,
      rule: 'conflict',
      message: `Says another number than ${word}LeadCap. Send one of them.`,
    });
  return own === undefined ? other : own;
}

function put(limits: Partial<Record<CapPeriod, number>>, period: CapPeriod, value: number | null | undefined): void {
  if (value === null) delete limits[period];
  else if (value !== undefined) limits[period] = value;
}

/** Caps in the spelling that requests may use. */
export const showCaps = ({ leads: leadCaps, spendCents, concurrent: most, observe = false }: Caps): Shown => ({
  ...Object.fromEntries<unknown>(
    PERIODS.flatMap(([period, word]): [string, unknown][] => [
      [`${word}LeadCap`, leadCaps?.[period] ?? null],
      [`${word}SpendCap`, spendCents?.[period] === undefined ? null : formatCents(spendCents[period])],
    ]),
  ),
  concurrentLeadCap: most ?? null,
  capMode: observe ? 'observe' : 'enforce',
});
