import { CHECK_RESULTS, type CheckOutcome } from './judge-checks.ts';

/** What came back of a question. */
export type CheckReply =
  | { readonly kind: 'response'; readonly status: number; readonly bodyText: string }
  | { readonly kind: 'not_sent'; readonly isTimeout: boolean }
  | { readonly kind: 'uncertain'; readonly isTimeout: boolean };

/** What a vendor said, or why it said nothing. */
export interface CheckAnswer {
  readonly outcome: CheckOutcome;
  /** What the vendor calls its answer. */
  readonly reference: string | null;
}

const no = (outcome: CheckOutcome): CheckAnswer => ({ outcome, reference: null });

/**
 * Reads a vendor's answer: `{"result": "clear", "reference": "…"}`. What is not exactly one of the known words is no
 * answer. `asked` is what the vendor was asked about, in every form that it was told.
 */
export function readCheck(reply: CheckReply, asked: readonly string[]): CheckAnswer {
  if (reply.kind === 'not_sent') return no(reply.isTimeout ? 'timed_out' : 'unreachable');
  if (reply.kind === 'uncertain') return no(reply.isTimeout ? 'timed_out' : 'connection_lost');
  if (reply.status < 200 || reply.status > 299) return no('http_error');
  const body = parseBody(reply.bodyText);
  const outcome = CHECK_RESULTS.find((result) => result === body?.['result']);
  if (!body || !outcome) return no('malformed');
  return { outcome, reference: referenceOf(body['reference'], asked) };
}

function parseBody(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** So many letters or digits in a row of what was asked tell who it is. */
const TELLING = 7;

/**
 * The vendor's reference, kept in clear: so one that repeats a part of what was asked about, however it is written, is
 * dropped.
 */
function referenceOf(value: unknown, asked: readonly string[]): string | null {
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(value)) return null;
  const text = bare(value);
  const isTelling = asked.some((told) => {
    const part = bare(told);
    if (part.length < TELLING) return part !== '' && text.includes(part);
    return Array.from({ length: part.length - TELLING + 1 }, (_, at) => part.slice(at, at + TELLING)).some((piece) =>
      text.includes(piece),
    );
  });
  return isTelling ? null : value;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
