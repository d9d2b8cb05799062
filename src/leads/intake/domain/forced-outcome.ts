/** What a test may ask to be answered. */
export const TEST_RESULTS = ['sold', 'rejected', 'duplicate', 'pending'] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

/** Of a duplicate there is no lead. */
export type KeptTestResult = Exclude<TestResult, 'duplicate'>;

export const isTestResult = (text: string): text is TestResult => TEST_RESULTS.some((result) => result === text);

interface End<Status> {
  readonly status: Status;
  readonly reason: string | null;
  readonly payoutCents: number | null;
}

/** A lead that may be a test with an outcome that was asked for. */
export interface MaybeForced<Status> extends End<Status> {
  readonly testResult: KeptTestResult | null;
  /** What such a test would have paid. */
  readonly testPayoutCents: number | null;
}

/**
 * How a lead stands to whoever sent it: a test with an asked-for outcome as that outcome. Nothing else looks at it so:
 * no buyer, no count and no ledger.
 */
export function seenBySender<Status extends string>(
  lead: MaybeForced<Status>,
): End<Status | 'sold' | 'unsold' | 'pending'> {
  const { status, reason, payoutCents, testResult, testPayoutCents } = lead;
  if (testResult === null || status === 'erased') return { status, reason, payoutCents };
  switch (testResult) {
    case 'sold':
      return { status: 'sold', reason: null, payoutCents: testPayoutCents };
    case 'rejected':
      return { status: 'unsold', reason: 'no_matching_contracts', payoutCents: null };
    case 'pending':
      return { status: 'pending', reason: 'uncertain', payoutCents: null };
    default:
      return testResult satisfies never;
  }
}
