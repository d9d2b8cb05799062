import { contractTexts as t } from '../texts/contracts.ts';
import { money } from '../ui/format.ts';
import type { FieldWords } from '../ui/form/changes.ts';
import { amountOrBlank, orBlank, wholeOrBlank } from '../ui/form/rules.ts';

const MOST_LEADS = 10_000_000;
export const LEAD_CAPS = ['dailyLeadCap', 'weeklyLeadCap', 'monthlyLeadCap'] as const;
export const SPEND_CAPS = ['dailySpendCap', 'weeklySpendCap', 'monthlySpendCap'] as const;
type CapField = (typeof LEAD_CAPS)[number] | (typeof SPEND_CAPS)[number] | 'concurrentLeadCap';

/** Caps as a form holds them, of a contract or of a buyer. */
export type CapValues = Record<CapField, string> & { capMode: 'enforce' | 'observe' };

export const NO_CAPS: CapValues = {
  dailyLeadCap: '',
  weeklyLeadCap: '',
  monthlyLeadCap: '',
  dailySpendCap: '',
  weeklySpendCap: '',
  monthlySpendCap: '',
  concurrentLeadCap: '',
  capMode: 'enforce',
};

/** Caps as the API shows them. */
export type ShownCaps = Record<(typeof LEAD_CAPS)[number] | 'concurrentLeadCap', number | null> &
  Record<(typeof SPEND_CAPS)[number], string | null> & { readonly capMode: string };

/** What was loaded, for the form. */
export const capValues = (caps: ShownCaps): CapValues => ({
  dailyLeadCap: orBlank(caps.dailyLeadCap),
  weeklyLeadCap: orBlank(caps.weeklyLeadCap),
  monthlyLeadCap: orBlank(caps.monthlyLeadCap),
  dailySpendCap: orBlank(caps.dailySpendCap),
  weeklySpendCap: orBlank(caps.weeklySpendCap),
  monthlySpendCap: orBlank(caps.monthlySpendCap),
  concurrentLeadCap: orBlank(caps.concurrentLeadCap),
  capMode: caps.capMode === 'observe' ? 'observe' : 'enforce',
});

const whole = (text: string): number | null => (text === '' ? null : Number(text));
const amount = (text: string): string | null => (text === '' ? null : text);

/** What is sent of the form. */
export const capBody = (values: CapValues) => ({
  dailyLeadCap: whole(values.dailyLeadCap),
  weeklyLeadCap: whole(values.weeklyLeadCap),
  monthlyLeadCap: whole(values.monthlyLeadCap),
  dailySpendCap: amount(values.dailySpendCap),
  weeklySpendCap: amount(values.weeklySpendCap),
  monthlySpendCap: amount(values.monthlySpendCap),
  concurrentLeadCap: whole(values.concurrentLeadCap),
  capMode: values.capMode,
});

/** What the form says of caps before anything is sent. */
export const capRules = (values: CapValues): Record<CapField, string | null> => ({
  dailyLeadCap: wholeOrBlank(0, MOST_LEADS)(values.dailyLeadCap),
  weeklyLeadCap: wholeOrBlank(0, MOST_LEADS)(values.weeklyLeadCap),
  monthlyLeadCap: wholeOrBlank(0, MOST_LEADS)(values.monthlyLeadCap),
  dailySpendCap: amountOrBlank(values.dailySpendCap),
  weeklySpendCap: amountOrBlank(values.weeklySpendCap),
  monthlySpendCap: amountOrBlank(values.monthlySpendCap),
  concurrentLeadCap: wholeOrBlank(0, MOST_LEADS)(values.concurrentLeadCap),
});

/** The name of a cap: "Leads a day". */
export const CAP_LABELS: Readonly<Record<CapField, string>> = {
  dailyLeadCap: t.leadsPer.daily,
  weeklyLeadCap: t.leadsPer.weekly,
  monthlyLeadCap: t.leadsPer.monthly,
  dailySpendCap: t.spendPer.daily,
  weeklySpendCap: t.spendPer.weekly,
  monthlySpendCap: t.spendPer.monthly,
  concurrentLeadCap: t.concurrentLeads,
};

/** What of a change of caps is told before it is saved. */
export const CAP_WORDS: FieldWords<CapValues> = {
  ...CAP_LABELS,
  capMode: { label: t.capMode, say: (mode) => t.capModes[mode] },
};

/** Caps that there are, each with its number: "Leads a day", "50". */
export function capFacts(caps: ShownCaps): [string, string][] {
  const leads = [...LEAD_CAPS, 'concurrentLeadCap' as const].flatMap((name): [string, string][] =>
    caps[name] === null ? [] : [[CAP_LABELS[name], String(caps[name])]],
  );
  const spend = SPEND_CAPS.flatMap((name): [string, string][] =>
    caps[name] === null ? [] : [[CAP_LABELS[name], money(caps[name])]],
  );
  const all = [...leads, ...spend];
  if (all.length === 0) return [[t.howMany, t.noCaps]];
  return caps.capMode === 'observe' ? [...all, [t.capMode, t.capModes.observe]] : all;
}
