import { performance } from 'node:perf_hooks';
import type { KeptAnswer } from './answer-store.ts';
import { type RequestCheck, type VendorAnswer } from './request-check.ts';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import { type CheckKind, type CheckOutcome, type FailMode, isAnswer } from './domain/judge-checks.ts';
import { createSparingCheck } from './spare-vendor.ts';
import type { CheckRule } from './store.ts';

/** A lead as its checks see it. */
export interface CheckedContact {
  readonly tenantId: string;
  readonly regime: string;
  readonly values: CheckValues;
  readonly checks: readonly CheckRule[];
  /** Answers of earlier questions, as long as they may be used. */
  readonly kept: readonly KeptAnswer[];
  /** What was asked about this very post before settings changed: nobody is asked twice about one post. */
  readonly earlier: readonly MadeCheck[];
}

/** What is asked about, with the blind index of each. */
export type CheckValues = Readonly<Record<'phone' | 'email', { readonly value: string; readonly token: Buffer }>>;

/** One check of a lead: what is kept beside it. */
export interface MadeCheck {
  readonly checkId: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly kind: CheckKind;
  readonly failMode: FailMode;
  readonly outcome: CheckOutcome;
  readonly reference: string | null;
  readonly token: Buffer;
  readonly askedAt: Date | null;
  readonly fromCache: boolean;
  readonly durationMs: number | null;
  /** Until when the answer may be used again; null for one that may not, or that was kept before. */
  readonly keepUntil: Date | null;
}

export type RunChecks = (contact: CheckedContact, now: Date) => Promise<readonly MadeCheck[]>;

const DAY_MS = 86_400_000;

/** The value that a kind of check is about. */
export const valueFor = (kind: CheckKind): keyof CheckValues => (kind === 'email' ? 'email' : 'phone');

/** Whether an answer is young enough by what the vendor's setting says now. */
const isYoung = ({ cacheDays }: CheckRule, { askedAt }: KeptAnswer, now: Date): boolean =>
  now.getTime() - askedAt.getTime() < cacheDays * DAY_MS;

const isAbout = (
  one: { readonly vendorId: string; readonly token: Buffer },
  { vendorId, kind }: CheckRule,
  values: CheckValues,
): boolean => one.vendorId === vendorId && one.token.equals(values[valueFor(kind)].token);

/** The answer to an earlier question that may be taken for this one. */
export const keptFor = (
  rule: CheckRule,
  { values, kept }: Pick<CheckedContact, 'values' | 'kept'>,
  now: Date,
): KeptAnswer | undefined => kept.find((answer) => isAbout(answer, rule, values) && isYoung(rule, answer, now));

/** How long an answer is given to others here: until it is committed, and they find it in the database. */
const LINGER_MS = 1000;

interface Asking {
  readonly answer: Promise<VendorAnswer>;
  /** By the process's own watch; while the vendor thinks, there is no end. */
  until: number;
}

/** Asks once for all who ask the same at the same time. */
function createAskOnce() {
  const askings = new Map<string, Asking>();
  return async (name: string, ask: () => Promise<VendorAnswer>) => {
    const now = performance.now();
    for (const [other, { until }] of askings) {
      // The oldest stand first: behind one that is still asked there is little to forget.
      if (until >= now) break;
      askings.delete(other);
    }
    const known = askings.get(name);
    if (known && known.until >= now) return { answer: await known.answer, isShared: true };
    askings.delete(name);
    const asking: Asking = { answer: ask(), until: Number.POSITIVE_INFINITY };
    askings.set(name, asking);
    let lingerMs = 0;
    try {
      const answer = await asking.answer;
      if (isAnswer(answer.outcome)) lingerMs = LINGER_MS;
      return { answer, isShared: false };
    } finally {
      asking.until = performance.now() + lingerMs;
    }
  };
}

/**
 * Makes the checks of a lead, all vendors at once: none waits for another, and none longer than its own limit. Two
 * leads of one person that come at the same time ask once where an answer may be used again. One that is down is left
 * out for a while.
 */
export function createRunChecks(requestCheck: RequestCheck, clock: Clock): RunChecks {
  const askOnce = createAskOnce();
  const sparingCheck = createSparingCheck(requestCheck, clock);
  return ({ tenantId, regime, values, checks, kept, earlier }, now) =>
    Promise.all(
      checks.map(async (rule) => {
        const { value, token } = values[valueFor(rule.kind)];
        const own = earlier.find((check) => isAbout(check, rule, values) && check.askedAt !== null);
        if (own) return { ...own, ...headOf(rule) };
        const known = keptFor(rule, { values, kept }, now);
        if (known) return usedAgain(rule, known, now);
        const ask = () => sparingCheck({ tenantId, vendor: rule, value, regime });
        if (rule.cacheDays === 0) return made(rule, token, await ask());
        // The law too: one that may not be asked about a lead may be asked about another.
        const name = [tenantId, rule.vendorId, rule.url, regime, token.toString('hex')].join('/');
        const { answer, isShared } = await askOnce(name, ask);
        return made(rule, token, isShared ? { ...answer, checkId: newId(now.getTime()) } : answer, isShared);
      }),
    );
}

const headOf = ({ vendorId, name, kind, failMode }: CheckRule) => ({ vendorId, vendorName: name, kind, failMode });

const usedAgain = (rule: CheckRule, { token, result, reference, askedAt }: KeptAnswer, now: Date): MadeCheck => ({
  ...headOf(rule),
  checkId: newId(now.getTime()),
  outcome: result,
  reference,
  token,
  askedAt,
  fromCache: true,
  durationMs: null,
  keepUntil: null,
});

function made(rule: CheckRule, token: Buffer, answer: VendorAnswer, fromCache = false): MadeCheck {
  const { outcome, askedAt } = answer;
  const mayKeep = rule.cacheDays > 0 && isAnswer(outcome) && askedAt !== null;
  const keepUntil = mayKeep ? new Date(askedAt.getTime() + rule.cacheDays * DAY_MS) : null;
  return { ...headOf(rule), ...answer, token, fromCache, keepUntil };
}

/** The checks of a lead that was not expected to come so far that they matter: as if no vendor had answered. */
export const unasked = (checks: readonly CheckRule[], values: CheckValues, now: Date): MadeCheck[] =>
  checks.map((rule) =>
    made(rule, values[valueFor(rule.kind)].token, {
      checkId: newId(now.getTime()),
      outcome: 'not_asked',
      reference: null,
      askedAt: null,
      durationMs: null,
    }),
  );
