import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request: the peer, or what trusted proxies say about it. Plain form, never a port. */
    clientAddress: string;
  }
}

/** Whether an address belongs to one of the proxies this installation trusts. */
export type TrustsProxy = (address: string | undefined) => boolean;

/** Compiles addresses and CIDR blocks. Throws on one that is neither, naming it. */
export function trustedProxyTest(blocks: readonly string[]): TrustsProxy {
  const list = new BlockList();
  for (const block of blocks) addBlock(list, block);
  return (address) => {
    const plain = plainAddress(address ?? '');
    return plain !== undefined && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}

function addBlock(list: BlockList, block: string): void {
  const [network = '', prefix, ...rest] = block.split('/');
  const version = isIP(network);
  const bits = prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix);
  const wellFormed = version !== 0 && rest.length === 0 && (prefix === undefined || /^\d{1,3}$/.test(prefix));
  if (!wellFormed || bits > (version === 6 ? 128 : 32)) {
    throw new TypeError(`trusted proxy "${block}" is neither an address nor a CIDR block such as 10.0.0.0/8`);
  }
  list.addSubnet(network, bits, version === 6 ? 'ipv6' : 'ipv4');
}

/** An address without port, brackets, zone or IPv4-in-IPv6 prefix; undefined if the text is none. */
export function plainAddress(text: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? undefined : address;
}

/**
 * The address to audit and limit by. Fastify walks X-Forwarded-For from the right through trusted proxies only;
 * an entry that is no address (a client may have written it) yields the last real one before it.
 */
export function clientAddressOf(request: FastifyRequest): string {
  const chain = request.ips ?? [request.ip];
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const address = plainAddress(chain[index] ?? '');
    if (address !== undefined) return address;
  }
  return '0.0.0.0';
}
