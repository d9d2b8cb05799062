import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from './app.ts';
import { requirePlainBody } from './body-parsers.ts';
import { clientAddressOf } from './client-address.ts';
import { malformed } from './framework-errors.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * Installs what happens before any route: headers of every answer, the client's address, and the refusals that need
 * no route. An unknown address is 404 and a wrong method 405 before a byte of the body is read.
 */
export function installRequestChecks(app: App, isClosing: () => boolean): void {
  app.decorateRequest('clientAddress', '0.0.0.0');
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    reply.header('x-request-id', request.id);
    request.clientAddress = clientAddressOf(request);
    try {
      if (isClosing()) throw shuttingDown();
      check(app, request, reply);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new TypeError('thrown value is no error'));
    }
  });
  // For a route that finds nothing by itself: an unknown address does not come this far.
  app.setNotFoundHandler(() => {
    throw nowhere();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing()) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** The refusal of an address at which there is nothing. */
export const nowhere = (): AppError => new AppError('NOT_FOUND', 'There is nothing at this address. Check the path.');

const shuttingDown = (): AppError =>
  new AppError('UNAVAILABLE', 'This server is shutting down. Send the request again.', { retryAfterSeconds: 1 });

function check(app: App, request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.httpVersionMajor !== 1) throw malformed('This is not HTTP/1.1 or HTTP/1.0.', 'malformed_http');
  if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
    throw malformed('The Host header is missing.', 'required', 'host');
  }
  if (request.is404) throw refuseRoute(app, request, reply);
  requirePlainBody(request);
}

function refuseRoute(app: App, request: FastifyRequest, reply: FastifyReply): AppError {
  const allowed = app.supportedMethods.filter((method) => app.findRoute({ method, url: request.url }) !== null);
  if (allowed.length === 0) return nowhere();
  reply.header('allow', allowed.join(', '));
  const message = `This address does not take ${request.method}. Use ${allowed.join(' or ')}.`;
  return new AppError('METHOD_NOT_ALLOWED', message);
}
