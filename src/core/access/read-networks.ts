import ipaddr from 'ipaddr.js';
import type { Fault } from '../../kernel/app-error.ts';

/** Addresses and CIDR blocks as the database keeps them; notes a fault for each that is neither. */
export function readNetworks(given: readonly string[], faults: Fault[]): string[] {
  return given.flatMap((text, index) => {
    const network = networkOf(text);
    if (network !== undefined) return [network];
    const message = 'Send an address such as 192.0.2.7, or a block such as 192.0.2.0/24 whose host bits are zero.';
    faults.push({ field: `allowedCidrs.${index}`, rule: 'wrong_format', message });
    return [];
  });
}

function networkOf(text: string): string | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return `${text}/32`;
  if (!text.includes('/') && ipaddr.IPv6.isValid(text)) return `${ipaddr.IPv6.parse(text).toString()}/128`;
  if (!isBlock(text)) return undefined;
  const [address, bits] = ipaddr.parseCIDR(text);
  const start =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return start.toString() === address.toString() ? `${address.toString()}/${bits}` : undefined;
}

const isBlock = (text: string): boolean =>
  ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);

/**
 * Whether networks, in the form that `readNetworks` gives, lie within bounds. No bounds hold everything; no networks
 * mean everything, and lie within no bounds.
 */
export function allWithin(networks: readonly string[], bounds: readonly string[]): boolean {
  if (bounds.length === 0) return true;
  return networks.length > 0 && networks.every((network) => bounds.some((bound) => isWithin(network, bound)));
}

function isWithin(network: string, bound: string): boolean {
  const [start, bits] = ipaddr.parseCIDR(network);
  const [outer, outerBits] = ipaddr.parseCIDR(bound);
  return start.kind() === outer.kind() && bits >= outerBits && start.match([outer, outerBits]);
}
