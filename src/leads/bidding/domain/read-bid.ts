import { parseCents } from '../../../kernel/money.ts';

/** What came back of a request for a bid, and when: both in milliseconds since it was sent. */
export interface BidReply {
  readonly reply:
    | { readonly kind: 'response'; readonly status: number; readonly bodyText: string }
    | { readonly kind: 'not_sent' }
    | { readonly kind: 'uncertain'; readonly isTimeout: boolean };
  readonly tookMs: number;
  readonly deadlineMs: number;
}

/** What is known of whom was asked. */
export interface BidQuestion {
  readonly pingId: string;
  readonly currency: string;
  readonly floorCents: number;
}

/** A bid in whole cents, with what the buyer calls it. */
export interface Bid {
  readonly verdict: 'bid';
  readonly priceCents: number;
  readonly reference: string | null;
}

/** Why there is no bid to take. `no_bid`: the buyer does not want it. A `late` one answered, a `timed_out` did not. */
export const NO_BIDS = [
  'no_bid',
  'timed_out',
  'late',
  'unreachable',
  'connection_lost',
  'http_error',
  'malformed',
  'other_ping',
  'no_amount',
  'text_amount',
  'not_a_number',
  'negative',
  'fraction_of_cent',
  'too_large',
  'other_currency',
  'below_floor',
] as const;
export type NoBid = (typeof NO_BIDS)[number];
export type BidVerdict = Bid | { readonly verdict: NoBid };

const no = (verdict: NoBid): BidVerdict => ({ verdict });
/** As much as money may be anywhere here: twelve digits before the point. */
const LARGEST_CENTS = 99_999_999_999_999;
const NOT_JSON_NUMBER = /:\s*[+-]?(?:NaN|Infinity)\s*[,}]/;

/**
 * Reads a buyer's answer to a request for a bid: `{"pingId", "bid": 12.5, "accepted": true}`, or `accepted` false. An
 * amount is a JSON number of at most two decimals, read by its own digits and never rounded; text is refused, since
 * nobody can say what else a buyer writes there. What came after the deadline never wins, whatever it says.
 */
export function readBid({ reply, tookMs, deadlineMs }: BidReply, question: BidQuestion): BidVerdict {
  if (reply.kind === 'not_sent') return no('unreachable');
  if (reply.kind === 'uncertain') return no(reply.isTimeout ? 'timed_out' : 'connection_lost');
  if (tookMs > deadlineMs) return no('late');
  if (reply.status === 204) return no('no_bid');
  if (reply.status < 200 || reply.status > 299) return no('http_error');
  const body = parseBody(reply.bodyText);
  if (body === undefined) return no(NOT_JSON_NUMBER.test(reply.bodyText) ? 'not_a_number' : 'malformed');
  return readBody(body, question);
}

function readBody(body: Body, { pingId, currency, floorCents }: BidQuestion): BidVerdict {
  const accepted = flagOf(body['accepted']);
  if (accepted === 'malformed') return no('malformed');
  if (accepted === false) return no('no_bid');
  const named = body['pingId'];
  if (isGiven(named) && (typeof named !== 'string' || named.toLowerCase() !== pingId)) return no('other_ping');
  const spoken = body['currency'];
  if (isGiven(spoken) && (typeof spoken !== 'string' || spoken.toUpperCase() !== currency)) return no('other_currency');
  const amount = amountOf(body['bid'] ?? body['bidPrice'] ?? null);
  if (typeof amount === 'string') return no(amount);
  // Nothing is offered: the buyer does not want it.
  if (amount === 0) return no('no_bid');
  return amount < floorCents
    ? no('below_floor')
    : { verdict: 'bid', priceCents: amount, reference: referenceOf(body['bidId']) };
}

/** Marks a number of the JSON text, kept by its own digits: a float would have lost some of them. */
const DIGITS = Symbol('digits');
interface Digits {
  readonly [DIGITS]: string;
}
const isDigits = (value: unknown): value is Digits => typeof value === 'object' && value !== null && DIGITS in value;

type Body = Readonly<Record<string, unknown>>;
type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

function parseBody(text: string): Body | undefined {
  const keepDigits: Reviver = (_key, value, { source }) =>
    typeof value === 'number' ? { [DIGITS]: source ?? String(value) } : value;
  try {
    const value: unknown = JSON.parse(
      text.replace(/^\uFEFF/, ''),
      keepDigits as (key: string, value: unknown) => unknown,
    );
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !isDigits(value);
    return isObject ? (value as Body) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function flagOf(value: unknown): boolean | undefined | 'malformed' {
  if (!isGiven(value)) return undefined;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'true') return true;
  return word === false || word === 'false' ? false : 'malformed';
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

function amountOf(value: unknown): number | NoBid {
  if (value === null) return 'no_amount';
  if (typeof value === 'string') return /^\s*[+-]?(?:nan|infinity)\s*$/i.test(value) ? 'not_a_number' : 'text_amount';
  if (!isDigits(value)) return 'malformed';
  const decimal = plainDecimal(value[DIGITS]);
  if (decimal === undefined) return 'too_large';
  if (decimal.startsWith('-') && /[1-9]/.test(decimal)) return 'negative';
  if (/\.\d{3,}$/.test(decimal)) return 'fraction_of_cent';
  const cents = parseCents(decimal.replace(/^-/, ''));
  return cents.ok && cents.value <= LARGEST_CENTS ? cents.value : 'too_large';
}

/** A JSON number without exponent and without zeros that say nothing; undefined beyond all money. */
function plainDecimal(text: string): string | undefined {
  const [, sign = '', whole = '', part = '', exponent = '0'] = PLAIN.exec(text) ?? [];
  const shift = Number(exponent);
  if (whole === '' || Math.abs(shift) > 100) return /^-?0(?:\.0*)?(?:[eE]|$)/.test(text) ? '0' : undefined;
  const digits = `${'0'.repeat(Math.max(0, -shift))}${whole}${part}${'0'.repeat(Math.max(0, shift))}`;
  const point = digits.length - part.length - Math.max(0, shift) + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const after = digits.slice(point).replace(/0+$/, '');
  return `${sign}${before}${after === '' ? '' : `.${after}`}`;
}

/** What is given back with the lead: visible ASCII only, for it travels in a header. */
const referenceOf = (value: unknown): string | null => {
  const text = isDigits(value) ? value[DIGITS] : value;
  return typeof text === 'string' && /^[\x21-\x7e]{1,100}$/.test(text) ? text : null;
};
