import { mergeSpans, type Span, spansHold } from './domain/ranges.ts';
import { indexReferrers, isBlockedReferrer, type ReferrerIndex } from './domain/referrer.ts';
import { readAddress, readEnds } from './read-range.ts';

/** A row of one of the lists, as intake reads them. */
export interface BlockRow {
  readonly kind: 'ip' | 'caller_id' | 'referrer';
  /** The first address; the token in hexadecimal; the host with its path. */
  readonly value: string;
  /** The last address. */
  readonly until: string | null;
}

/** The block lists of a tenant in the form in which a lead is looked up. */
export interface Blocks {
  readonly v4: readonly Span[];
  readonly v6: readonly Span[];
  /** Tokens of phone numbers, in hexadecimal. */
  readonly callerIds: ReadonlySet<string>;
  readonly referrers: ReferrerIndex;
}

/** Why a post is refused whoever the person is. */
export type BlockCode = 'blocked_ip' | 'blocked_caller_id' | 'blocked_referrer';

/** Makes the lists ready for look-ups. */
export function buildBlocks(rows: readonly BlockRow[]): Blocks {
  const valuesOf = (kind: BlockRow['kind']) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
  const ranges = rows
    .filter(({ kind }) => kind === 'ip')
    .map(({ value, until }) => readEnds(value, until ?? value))
    .filter((range) => 'family' in range);
  const spansOf = (family: 4 | 6) => mergeSpans(ranges.filter((range) => range.family === family));
  return {
    v4: spansOf(4),
    v6: spansOf(6),
    callerIds: new Set(valuesOf('caller_id')),
    referrers: indexReferrers(valuesOf('referrer')),
  };
}

/** What of a post may be blocked. */
export interface Sender {
  readonly ipAddress: string | undefined;
  /** Tokens of the phone numbers that the lead names. */
  readonly phoneTokens: readonly Buffer[];
  readonly referrers: readonly string[];
}

/** Why the post is refused; undefined if it is not. */
export function blockOf(blocks: Blocks, { ipAddress, phoneTokens, referrers }: Sender): BlockCode | undefined {
  if (ipAddress !== undefined && holdsAddress(blocks, ipAddress)) return 'blocked_ip';
  if (blocks.callerIds.size > 0 && phoneTokens.some((token) => blocks.callerIds.has(token.toString('hex'))))
    return 'blocked_caller_id';
  return referrers.some((referrer) => isBlockedReferrer(blocks.referrers, referrer)) ? 'blocked_referrer' : undefined;
}

function holdsAddress({ v4, v6 }: Blocks, text: string): boolean {
  if (v4.length + v6.length === 0) return false;
  const address = readAddress(text);
  return address !== undefined && spansHold(address.family === 4 ? v4 : v6, address.value);
}
