/** What the words of a reply say. `none`: JSON without a verdict. `unreadable`: no JSON object. */
export type BodyVerdict = 'accepted' | 'rejected' | 'duplicate' | 'contradiction' | 'none' | 'unreadable';

/** A reply as read: its verdict, the buyer's own id of the lead, and its words, which may repeat personal data. */
export interface BuyerReply {
  readonly verdict: BodyVerdict;
  readonly buyerLeadId?: string;
  readonly message?: string;
}

/** Whole words, in any capitals. */
const WORDS: ReadonlyMap<string, 'accepted' | 'rejected' | 'duplicate'> = new Map([
  ...['accepted', 'success', 'sold'].map((word) => [word, 'accepted'] as const),
  ...[
    'rejected',
    'reject',
    'declined',
    'refused',
    'denied',
    'unsold',
    'unmatched',
    'no_match',
    'not_accepted',
    'invalid',
    'failed_data_validation',
    'failed',
    'failure',
    'unsuccessful',
  ].map((word) => [word, 'rejected'] as const),
  ...['duplicate', 'duplicated', 'duplicate_lead'].map((word) => [word, 'duplicate'] as const),
]);
const ID_KEYS = ['buyerleadid', 'buyer_lead_id', 'leadid', 'lead_id', 'id'];
const MESSAGE_KEYS = ['message', 'msg', 'reason', 'error'];
const MAX_MESSAGE_LENGTH = 200;

/**
 * Reads a reply by its text, whatever type it claims. The verdict may stand at the top or one level down under `data`;
 * if the two disagree, or `accepted` and `status` do, it is a contradiction. Keys are taken in any capitals.
 */
export function readBuyerReply(bodyText: string): BuyerReply {
  const top = asRecord(parse(bodyText.replace(/^\uFEFF/, '')));
  if (top === null) return { verdict: 'unreadable' };
  const levels = [top, ...(top.get('data') ?? []).flatMap((data) => asRecord(data) ?? [])];
  const buyerLeadId = firstOf(levels, ID_KEYS, idOf);
  const message = firstOf(levels, MESSAGE_KEYS, messageOf);
  return {
    verdict: combine(levels.flatMap(verdictsOf)),
    ...(buyerLeadId === undefined ? {} : { buyerLeadId }),
    ...(message === undefined ? {} : { message }),
  };
}

/** Values by lower-case key: a list, for keys may differ in capitals only. Numeric keys are keys like others. */
type Level = ReadonlyMap<string, readonly unknown[]>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asRecord(value: unknown): Level | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const level = new Map<string, unknown[]>();
  for (const [key, item] of Object.entries(value)) {
    const lower = key.toLowerCase();
    const items = level.get(lower);
    if (items === undefined) level.set(lower, [item]);
    else items.push(item);
  }
  return level;
}

/** Booleans and their words under `accepted`, listed words under `status`; anything else says nothing. */
function verdictsOf(level: Level): ('accepted' | 'rejected' | 'duplicate')[] {
  const accepted = (level.get('accepted') ?? []).flatMap((raw) => {
    const word = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
    return word === true || word === 'true'
      ? ['accepted' as const]
      : word === false || word === 'false'
        ? ['rejected' as const]
        : [];
  });
  const status = (level.get('status') ?? []).flatMap((raw) => {
    const word =
      typeof raw === 'string'
        ? WORDS.get(
            raw
              .trim()
              .toLowerCase()
              .replace(/[\s-]+/g, '_'),
          )
        : undefined;
    return word === undefined ? [] : [word];
  });
  return [...accepted, ...status];
}

/** A duplicate is a kind of rejection, and says more; any other disagreement is a contradiction. */
function combine(verdicts: readonly ('accepted' | 'rejected' | 'duplicate')[]): BodyVerdict {
  const [first, ...others] = new Set(verdicts);
  if (first === undefined) return 'none';
  if (others.length === 0) return first;
  return verdicts.includes('accepted') ? 'contradiction' : 'duplicate';
}

function firstOf<T>(
  levels: readonly Level[],
  keys: readonly string[],
  take: (raw: unknown) => T | undefined,
): T | undefined {
  for (const level of levels) {
    for (const key of keys) {
      for (const raw of level.get(key) ?? []) {
        const taken = take(raw);
        if (taken !== undefined) return taken;
      }
    }
  }
  return undefined;
}

function idOf(raw: unknown): string | undefined {
  const text = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
  return typeof text === 'string' && /^[\x21-\x7e]{1,255}$/.test(text) ? text : undefined;
}

function messageOf(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw
    .slice(0, 10 * MAX_MESSAGE_LENGTH)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return text === '' ? undefined : text.slice(0, MAX_MESSAGE_LENGTH).toWellFormed();
}
