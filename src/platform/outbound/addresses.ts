import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { invalid } from '../../kernel/app-error.ts';

/** `allowed` is inside a network of the operator's list, `public` is global unicast, `refused` everything else. */
export type AddressVerdict = 'allowed' | 'public' | 'refused';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by its number, yet answered by the host of a virtual machine on Azure. */
const PLATFORM_SERVICES: readonly string[] = ['168.63.129.16'];

/**
 * Reads an address in the spelling of a resolver. Octal, hexadecimal and short forms and zones are not addresses here,
 * because others may read them differently.
 */
function parseAddress(text: string): Address | undefined {
  return isIP(text) === 0 || text.includes('%') ? undefined : ipaddr.parse(text);
}

/**
 * Whether the address is global unicast by the IANA special-purpose registries (RFC 6890).
 * IPv6 must lie in 2000::/3 and outside every special block, so forms that embed an IPv4 address
 * (mapped, compatible, SIIT, NAT64, 6to4, Teredo) are refused even when what they embed is public.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === undefined || address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return address.match(GLOBAL_UNICAST_V6);
  return !PLATFORM_SERVICES.includes(address.toString());
}

/**
 * The operator's list and the rule above as one function.
 * Throws VALIDATION_ERROR naming the entry when a network of the list cannot be read.
 */
export function createAddressCheck(allowCidrs: readonly string[]): (address: string) => AddressVerdict {
  const networks = allowCidrs.map((cidr, index): Network => {
    if (!ipaddr.isValidCIDR(cidr)) {
      const message = 'Write a network as address/length, for example 10.20.0.0/16.';
      throw invalid([{ field: `allowCidrs[${String(index)}]`, rule: 'not_a_network', message }]);
    }
    return ipaddr.parseCIDR(cidr);
  });
  return (text) => {
    const address = parseAddress(text);
    if (address === undefined) return 'refused';
    const isListed = networks.some(([base, length]) => base.kind() === address.kind() && address.match([base, length]));
    if (isListed) return 'allowed';
    return isPublicAddress(text) ? 'public' : 'refused';
  };
}

/** Whether two spellings name the same address. */
export function sameAddress(one: string, other: string): boolean {
  const [first, second] = [parseAddress(one), parseAddress(other)];
  return first !== undefined && second !== undefined && first.toString() === second.toString();
}
