import type { IncomingMessage } from 'node:http';
import type { TrustsProxy } from './client-address.ts';

const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id of a request: a trusted proxy's `x-request-id` if it is sane, otherwise a new one. Strangers choose none. */
export function requestIdOf(trusts: TrustsProxy, create: () => string): (raw: IncomingMessage) => string {
  return (raw) => {
    const given = raw.headers['x-request-id'];
    return typeof given === 'string' && SANE.test(given) && trusts(raw.socket.remoteAddress) ? given : create();
  };
}
