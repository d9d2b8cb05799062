import type { Verdict } from '../routing/index.ts';

type Refused = Extract<Verdict, { outcome: 'refused' }>;
type Detail = Refused['detail'];

/** A verdict as it may stand in clear: who was asked, and the code of the answer. */
export type ClearVerdict = Exclude<Verdict, Refused> | Omit<Refused, 'detail'>;

/** What contracts asked of the fields that failed them, by contract id. To be sealed: an exclusion tells the value. */
export type VerdictDetails = Readonly<Record<string, Detail>>;

/** Parts what may stand in clear from what may not. */
export function splitVerdicts(verdicts: readonly Verdict[]): {
  readonly clear: readonly ClearVerdict[];
  readonly details: VerdictDetails;
} {
  const details: Record<string, Detail> = {};
  const clear = verdicts.map((verdict): ClearVerdict => {
    if (verdict.outcome !== 'refused') return verdict;
    const { detail, ...rest } = verdict;
    if (Object.keys(detail).length > 0) details[verdict.contractId] = detail;
    return rest;
  });
  return { clear, details };
}
