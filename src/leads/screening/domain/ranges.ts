/** Addresses of one family as numbers, both ends included. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

/** Spans in order, with those that overlap or touch made one, so that a look-up takes a few steps. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= last.to + 1n) last.to = to > last.to ? to : last.to;
    else merged.push({ from, to });
  }
  return merged;
}

/** Whether one of merged spans holds the address. */
export function spansHold(merged: readonly Span[], address: bigint): boolean {
  let low = 0;
  let high = merged.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = merged[middle];
    if (!span) return false;
    if (address < span.from) high = middle - 1;
    else if (address > span.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** The number of bits that addresses of a span have in common, if it is a whole block; undefined otherwise. */
export function prefixOf({ from, to }: Span, bits: number): number | undefined {
  const size = to - from + 1n;
  const isBlock = (size & (size - 1n)) === 0n && from % size === 0n;
  return isBlock ? bits - (size.toString(2).length - 1) : undefined;
}
