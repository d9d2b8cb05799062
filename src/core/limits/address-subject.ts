import ipaddr from 'ipaddr.js';

/** What an IPv6 customer gets at the least: whoever holds one address of it holds them all. */
const IPV6_BITS = 64;

/**
 * Whom an address stands for when tries and requests are counted: the address itself for IPv4, its /64 for IPv6, in
 * one spelling each (`192.0.2.7/32`, `2001:db8:0:1::/64`). IPv4 inside IPv6 counts as IPv4, a zone not at all. What is
 * no address gives `unknown`, so that all such callers share one budget.
 */
export function addressSubject(address: string): string {
  const bare = address.replace(/%.*$/, '');
  // The short forms of IPv4 (`127.1`) are none: nothing that accepts connections writes them.
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return 'unknown';
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return `${parsed.toString()}/32`;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_BITS}`).toString()}/${IPV6_BITS}`;
}
