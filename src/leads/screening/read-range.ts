import ipaddr from 'ipaddr.js';
import { prefixOf, type Span } from './domain/ranges.ts';

/** Addresses of one family from one to another, as text and as numbers. */
export interface AddressRange extends Span {
  readonly family: 4 | 6;
  readonly fromIp: string;
  readonly toIp: string;
}

/** Why a range could not be read. */
export interface UnreadableRange {
  readonly rule: 'wrong_form' | 'mixed' | 'backwards' | 'host_bits' | 'too_broad';
}

/** An address as a number, IPv4 inside IPv6 as IPv4; undefined for what is none. */
export function readAddress(text: string): { family: 4 | 6; value: bigint; text: string } | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined;
  const parsed = ipaddr.process(text);
  const bytes = parsed.toByteArray();
  return {
    family: bytes.length === 4 ? 4 : 6,
    value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
    text: parsed.toString(),
  };
}

const bitsOf = (family: 4 | 6): number => (family === 4 ? 32 : 128);

/** A block may hold at most so many addresses: a slip of the hand must not shut out a continent. */
const BROADEST: Readonly<Record<4 | 6, number>> = { 4: 8, 6: 19 };

/** Reads one address, a block such as `192.0.2.0/24`, or two addresses with a dash between them. */
export function readRange(text: string): AddressRange | UnreadableRange {
  const trimmed = text.trim();
  const [from = '', to = from, ...more] = trimmed.split(/\s*(?:-|–)\s*/);
  if (more.length > 0) return { rule: 'wrong_form' };
  return trimmed.includes('/') ? readBlock(trimmed) : readEnds(from, to);
}

/** Reads the range from one address to another. */
export function readEnds(fromText: string, toText: string): AddressRange | UnreadableRange {
  const from = readAddress(fromText.trim());
  const to = readAddress(toText.trim());
  if (!from || !to) return { rule: 'wrong_form' };
  if (from.family !== to.family) return { rule: 'mixed' };
  if (from.value > to.value) return { rule: 'backwards' };
  const { family } = from;
  if (to.value - from.value >= 1n << BigInt(bitsOf(family) - BROADEST[family])) return { rule: 'too_broad' };
  return { family, from: from.value, to: to.value, fromIp: from.text, toIp: to.text };
}

function readBlock(text: string): AddressRange | UnreadableRange {
  const isV4 = ipaddr.IPv4.isValidCIDRFourPartDecimal(text);
  if (!isV4 && !ipaddr.IPv6.isValidCIDR(text)) return { rule: 'wrong_form' };
  const family = isV4 ? ipaddr.IPv4 : ipaddr.IPv6;
  const first = family.networkAddressFromCIDR(text).toString();
  if (first !== family.parseCIDR(text)[0].toString()) return { rule: 'host_bits' };
  return readEnds(first, family.broadcastAddressFromCIDR(text).toString());
}

/** A range as people write it: an address, a block, or two addresses. */
export function rangeText({ fromIp, toIp }: { readonly fromIp: string; readonly toIp: string }): string {
  if (fromIp === toIp) return fromIp;
  const [from, to] = [readAddress(fromIp), readAddress(toIp)];
  const prefix = from && to ? prefixOf({ from: from.value, to: to.value }, bitsOf(from.family)) : undefined;
  return prefix === undefined ? `${fromIp}-${toIp}` : `${fromIp}/${prefix}`;
}
