import { mayBeAsked } from './request-check.ts';
import { type CheckedContact, keptFor } from './run-checks.ts';
import type { CheckKind, FailMode } from './domain/judge-checks.ts';

/** What would be done about a check. `use_again`: the answer to an earlier question would be taken. */
export const CHECK_PLANS = ['ask', 'use_again', 'no_agreement', 'not_ask'] as const;

export interface PlannedCheck {
  readonly vendorId: string;
  readonly vendorName: string;
  readonly kind: CheckKind;
  readonly failMode: FailMode;
  readonly plan: (typeof CHECK_PLANS)[number];
}

/** What would be asked about a lead, in the order of its campaign, if it comes so far; nobody is asked. */
export function planChecks(
  { regime, values, checks, kept }: Omit<CheckedContact, 'tenantId' | 'earlier'>,
  { now, isRefused }: { readonly now: Date; readonly isRefused: boolean },
): PlannedCheck[] {
  return checks.map((rule) => {
    const isKnown = keptFor(rule, { values, kept }, now) !== undefined;
    const plan = isRefused ? 'not_ask' : isKnown ? 'use_again' : mayBeAsked(rule, regime) ? 'ask' : 'no_agreement';
    return { vendorId: rule.vendorId, vendorName: rule.name, kind: rule.kind, failMode: rule.failMode, plan };
  });
}
