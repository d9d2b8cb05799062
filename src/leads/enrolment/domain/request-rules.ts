export const REQUEST_STATUSES = ['pending', 'approved', 'declined', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** What a partner asked for before, of one offer. */
export interface EarlierRequest {
  readonly status: RequestStatus;
  readonly askedAt: Date;
  /** Null while it waits. */
  readonly decidedAt: Date | null;
}

/** What a partner may ask for: an offer as it is listed, and how the partner stands to it. */
export interface Asking {
  readonly status: 'active' | 'paused';
  readonly isEnrolled: boolean;
  readonly earlier: readonly EarlierRequest[];
}

/** Who was declined waits so many days before asking again. */
export const DECLINED_DAYS = 7;
/** A partner asks for one offer so often within so many days, whatever became of it. */
export const MOST_ASKED = 3;
export const ASKED_DAYS = 30;

const DAY_MS = 86_400_000;
const after = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** Why a partner may not ask for an offer; `again` is the first instant at which nothing keeps it from doing so. */
export type AskRefusal =
  | { readonly kind: 'enrolled' | 'waiting' | 'not_open' }
  | { readonly kind: 'declined' | 'too_often'; readonly again: Date };

/** Whether a partner may ask for an offer now: undefined where it may. What lasts longest is said. */
export function askRefusal({ status, isEnrolled, earlier }: Asking, now: Date): AskRefusal | undefined {
  if (isEnrolled) return { kind: 'enrolled' };
  if (earlier.some((one) => one.status === 'pending')) return { kind: 'waiting' };
  if (status !== 'active') return { kind: 'not_open' };
  const waits = [...declinedUntil(earlier), ...tooOftenUntil(earlier)].filter(({ again }) => again > now);
  return waits.toSorted((one, other) => other.again.getTime() - one.again.getTime())[0];
}

const declinedUntil = (earlier: readonly EarlierRequest[]) =>
  earlier.flatMap(({ status, decidedAt }) =>
    status === 'declined' && decidedAt ? [{ kind: 'declined' as const, again: after(decidedAt, DECLINED_DAYS) }] : [],
  );

/** Asking is open again once the oldest of as many as are allowed lies far enough back. */
function tooOftenUntil(earlier: readonly EarlierRequest[]) {
  const newestFirst = earlier.toSorted((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
  const last = newestFirst[MOST_ASKED - 1];
  return last ? [{ kind: 'too_often' as const, again: after(last.askedAt, ASKED_DAYS) }] : [];
}

/** A request as it stands when staff decides it. */
export interface Deciding {
  readonly status: RequestStatus;
  /** Null for an offer that partners see no more. */
  readonly listed: 'active' | 'paused' | null;
  readonly visibility: string;
  readonly isEnrolled: boolean;
  readonly partnerStatus: string;
}

/** Why a request cannot be approved. */
export type ApproveRefusal = 'decided' | 'private' | 'closed' | 'enrolled' | 'partner_inactive';

/** Whether a request can be approved: undefined where it can. The reason that ends the matter comes first. */
export function approveRefusal(deciding: Deciding): ApproveRefusal | undefined {
  if (deciding.status !== 'pending') return 'decided';
  if (deciding.isEnrolled) return 'enrolled';
  if (deciding.listed === null) return deciding.visibility === 'private' ? 'private' : 'closed';
  return deciding.partnerStatus === 'active' ? undefined : 'partner_inactive';
}
