import type { Server as NetServer, Socket } from 'node:net';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { isIP } from 'node:net';

/** Time limits of reading, for `createServer`: what arrives more slowly is cut off. */
export function readingLimits(requestTimeoutMs: number) {
  return {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(15_000, requestTimeoutMs),
    connectionsCheckingInterval: Math.min(1_000, Math.ceil(requestTimeoutMs / 4)),
    handshakeTimeout: 10_000,
    maxHeaderSize: 16 * 1024,
    /** Checked by ourselves, so that its absence is answered in the envelope. */
    requireHostHeader: false,
  };
}

/** Throws for a name: `localhost` would open a second listener that knows neither limits nor certificate reloads. */
export function requireAddress(host: string): void {
  if (isIP(host) === 0) throw new TypeError(`cannot listen on "${host}": give an address such as 127.0.0.1 or 0.0.0.0`);
}

/** The port a server listens on. */
export function portOf(server: NetServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server does not listen on a port');
  return address.port;
}

/** Follows the open connections of a server, also those still in a TLS handshake, which HTTP does not know of. */
export function openSockets(server: NetServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/**
 * Runs `stop`, which stops accepting and ends when the last connection has closed. Connections are closed as they
 * fall idle (an answered keep-alive connection would linger); what still runs after `limitMs` is cut.
 */
export async function closeWithin(
  limitMs: number,
  server: HttpServer | HttpsServer,
  sockets: ReadonlySet<Socket>,
  stop: () => Promise<void>,
): Promise<void> {
  const stopped = stop();
  const idle = setInterval(() => server.closeIdleConnections(), 25);
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, limitMs);
  try {
    await stopped;
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
