import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { plainAddress } from './client-address.ts';
import { connectionErrors } from './connection-errors.ts';
import { errorBody } from './error-response.ts';
import { closeWithin, openSockets, portOf, readingLimits, requireAddress } from './listening.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface PlaintextServerOptions {
  /** Where browsers are sent, such as `https://leads.example.com`. */
  readonly publicUrl: string;
  /** A key crossed the network in the clear: flag it, tell its owner. */
  onKeySeen(bearerKey: string, clientAddress: string): Promise<void> | void;
  /** Hears of what `onKeySeen` throws. */
  readonly onProblem: (error: unknown) => void;
  /** Time for a request to arrive; 5 s unless given. */
  readonly requestTimeoutMs?: number;
}

export interface PlaintextServer {
  listen(at: { readonly host: string; readonly port: number }): Promise<number>;
  close(limitMs?: number): Promise<void>;
}

/** Strict-Transport-Security must not be sent in the clear (RFC 6797, 7.2). */
const { 'strict-transport-security': _notInTheClear, ...HEADERS } = SECURITY_HEADERS;

/**
 * The plaintext port. It processes nothing: a page load of a browser is sent to the HTTPS address, everything else is
 * refused before its body is read, and a key seen here is reported, for it is no secret any more.
 * Slow or garbled requests of strangers are cut off without a report.
 */
export function createPlaintextServer(options: PlaintextServerOptions): PlaintextServer {
  const { origin } = new URL(options.publicUrl);
  const broken = connectionErrors({ createRequestId: newId, onFailure: () => {}, headers: HEADERS });
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    broken.watch(request, response);
    if (isPageLoad(request)) redirect(request, response, origin);
    else refuse(response, origin);
    const address = plainAddress(request.socket.remoteAddress ?? '') ?? '0.0.0.0';
    for (const key of keysIn(request)) report(options, key, address).catch(options.onProblem);
  };
  const server = createServer(readingLimits(options.requestTimeoutMs ?? 5_000), handle);
  server.on('checkContinue', handle).on('checkExpectation', handle).on('clientError', broken.answer);
  server.setTimeout(10_000);
  const sockets = openSockets(server);
  return {
    async listen({ host, port }) {
      requireAddress(host);
      server.listen(port, host);
      await once(server, 'listening');
      return portOf(server);
    },
    async close(limitMs = 1_000) {
      if (server.listening) await closeWithin(limitMs, server, sockets, () => promisify(server.close.bind(server))());
    },
  };
}

/** Keys as clients send them; postback addresses carry one in the query. */
function keysIn(request: IncomingMessage): ReadonlySet<string> {
  const { headers } = request;
  const named = [
    /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1],
    [headers['x-api-key']].flat().at(0),
    new URLSearchParams(/\?(.*)$/.exec(request.url ?? '')?.[1]).get('key'),
  ];
  return new Set(named.filter((key) => typeof key === 'string' && key !== '' && key.length <= 512) as string[]);
}

async function report(options: PlaintextServerOptions, key: string, address: string): Promise<void> {
  try {
    await options.onKeySeen(key, address);
  } catch (error) {
    options.onProblem(error);
  }
}

function isPageLoad(request: IncomingMessage): boolean {
  const { headers, method } = request;
  const takesPages = (headers.accept ?? '').toLowerCase().includes('text/html');
  const carriesKey = headers.authorization !== undefined || keysIn(request).size > 0;
  return (method === 'GET' || method === 'HEAD') && takesPages && !carriesKey;
}

/** Sends a browser to the same path on our own host: never the Host header's, and no path that could name another. */
function redirect(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const asked = request.url ?? '/';
  const path = /^\/[\x21-\x7e]*$/.test(asked) && asked.length <= 2_048 ? asked.replace(/^[/\\]+/, '/') : '/';
  response.writeHead(308, { ...HEADERS, location: origin + path, 'content-length': '0', connection: 'close' }).end();
}

function refuse(response: ServerResponse, origin: string): void {
  const requestId = newId();
  const message =
    `This port is not encrypted and processes nothing. Use ${origin} instead; ` +
    'a key sent here has crossed the network in the clear, so replace it.';
  const body = JSON.stringify(errorBody(new AppError('PLAINTEXT_REFUSED', message), requestId));
  response
    .writeHead(403, {
      ...HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'x-request-id': requestId,
      connection: 'close',
    })
    .end(body);
}
