import ipaddr from 'ipaddr.js';

/**
 * States of a buyer or partner in which its keys open nothing. One that is paused gets no leads and sends none, but
 * goes on reading what is its own; one that is pending is being set up.
 */
export const SHUT_OUT: readonly string[] = ['suspended', 'inactive', 'rejected'];

/** What decides whether a key opens anything. */
export interface KeyState {
  readonly tenantStatus: string;
  /** Of the buyer or partner that the key is bound to; null for the tenant's own. */
  readonly ownerStatus: string | null;
  readonly allowedCidrs: readonly string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Whether the account of the person who made it for the own side is over. */
  readonly makerGone: boolean;
}

/** Whether a key opens anything at an instant, from an address. */
export function opens(key: KeyState, now: Date, address: string): boolean {
  if (key.makerGone || key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return false;
  if (key.tenantStatus !== 'active' || (key.ownerStatus !== null && SHUT_OUT.includes(key.ownerStatus))) return false;
  return key.allowedCidrs.length === 0 || isInNetworks(address, key.allowedCidrs);
}

/** Whether an address is in one of the networks. */
export function isInNetworks(address: string, cidrs: readonly string[]): boolean {
  const from = ipaddr.process(address);
  return cidrs.some((cidr) => {
    const [network, bits] = ipaddr.parseCIDR(cidr);
    return network.kind() === from.kind() && from.match([network, bits]);
  });
}
