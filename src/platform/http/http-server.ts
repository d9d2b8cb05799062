import Fastify from 'fastify';
import { newId } from '../../kernel/ids.ts';
import type { App, RequestFailureLog } from './app.ts';
import { installBodyParsers } from './body-parsers.ts';
import { clientAddressOf, trustedProxyTest } from './client-address.ts';
import { connectionErrors } from './connection-errors.ts';
import { errorHandler } from './error-handler.ts';
import { FailureLog } from './failure-log.ts';
import { closeWithin, openSockets, portOf, readingLimits, requireAddress } from './listening.ts';
import { installRequestChecks } from './request-checks.ts';
import { lazySerializers } from './lazy-serializers.ts';
import { requestIdOf } from './request-id.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { type CertificatePair, secureContextOptions } from './tls-options.ts';
import { validatorCompiler } from './validator-compiler.ts';

export interface HttpServerOptions {
  readonly tls: CertificatePair & { readonly minVersion13Only: boolean };
  /** Largest body, in bytes; 1 MiB unless given. */
  readonly bodyLimitBytes?: number;
  /** Time for a request to arrive whole; headers have the same, at most 15 s. 30 s unless given. */
  readonly requestTimeoutMs?: number;
  /** Addresses and CIDR blocks whose X-Forwarded-For and x-request-id are believed; none unless given. */
  readonly trustedProxies?: readonly string[];
  readonly requestIdFactory?: () => string;
  /** Hears of every refused and failed request, also those that never became one. */
  readonly onRequestError: RequestFailureLog;
}

export interface HttpServer {
  /** Register routes and plugins here, before `listen`. */
  readonly app: App;
  /** Listens on an address (never a name) and gives the port. */
  listen(at: { readonly host: string; readonly port: number }): Promise<number>;
  /** Serves new connections with another certificate; throws if the pair does not match. */
  applyCertificate(pair: CertificatePair): void;
  /** Stops accepting, lets requests in flight finish for at most `limitMs`, then cuts what is left. */
  close(limitMs?: number): Promise<void>;
}

const MIB = 1024 * 1024;

/**
 * The HTTPS server: Fastify over TLS 1.2 or newer, HTTP/1.1. All errors, of every layer, come in one envelope.
 * Source of the limits: clients that send nothing, or slowly, must not hold a connection.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { tls, requestTimeoutMs = 30_000, bodyLimitBytes = MIB, onRequestError } = options;
  const createRequestId = options.requestIdFactory ?? newId;
  const trusts = trustedProxyTest(options.trustedProxies ?? []);
  const answerError = errorHandler(onRequestError);
  const broken = connectionErrors({ createRequestId, onFailure: onRequestError, headers: SECURITY_HEADERS });
  const app: App = Fastify({
    https: {
      ...secureContextOptions(tls, tls.minVersion13Only),
      ...readingLimits(requestTimeoutMs),
      ALPNProtocols: ['http/1.1'],
    },
    logController: new FailureLog(onRequestError),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: 75_000,
    connectionTimeout: 120_000,
    return503OnClosing: false,
    trustProxy: (address) => trusts(address),
    genReqId: requestIdOf(trusts, () => createRequestId()),
    clientErrorHandler: broken.answer,
    frameworkErrors(thrown, request, reply) {
      request.clientAddress = clientAddressOf(request);
      answerError(thrown, request, reply).catch(() => reply.raw.destroy());
    },
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: { buildSerializer: lazySerializers } },
  });
  let closing = false;
  app.addHook('preClose', async () => void (closing = true));
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler(answerError);
  installBodyParsers(app);
  installRequestChecks(app, () => closing);
  app.server.on('request', broken.watch);
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  const sockets = openSockets(app.server);
  return {
    app,
    async listen({ host, port }) {
      requireAddress(host);
      await app.listen({ host, port });
      return portOf(app.server);
    },
    applyCertificate: (pair) => app.server.setSecureContext(secureContextOptions(pair, tls.minVersion13Only)),
    close: (limitMs = 10_000) => closeWithin(limitMs, app.server, sockets, () => app.close()),
  };
}
