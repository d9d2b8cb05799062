import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { createRequestLimits, mountRoutes, type RequestRates } from '../../core/gate/index.ts';
import type { Clock } from '../../kernel/time.ts';
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
  registerHealth,
  registerOpenApi,
  registerWebPages,
  type RequestFailureLog,
} from '../../platform/http/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { allRoutes } from '../api.ts';
import { PAGE_PATHS } from '../pages/pages-directory.ts';
import type { Engine } from './engine.ts';
import { identityDeps } from './identity.ts';
import type { Runtime } from './runtime.ts';

export const VERSION = '0.1.0';

export interface ServerOptions {
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly mail: Mail;
  /** Hears of what failed after its answer was given. */
  readonly onProblem: (error: unknown) => void;
  readonly tls: HttpServerOptions['tls'];
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | undefined;
  readonly localMetrics: boolean;
  readonly hasRoom: () => boolean;
  /** Where the built portals lie; without them only the API is served. */
  readonly pagesDirectory: string | undefined;
  /** Other limits than the usual ones. */
  readonly rates?: RequestRates | undefined;
  readonly onRequestError: RequestFailureLog;
  readonly onAuditFailure: (error: unknown, requestId: string) => void;
}

/** The HTTPS surface: every route behind the gate, health, metrics and the OpenAPI document. */
export async function buildServer(options: ServerOptions): Promise<HttpServer> {
  const { runtime, tls, trustedProxies, onRequestError } = options;
  const server = createHttpServer({ tls, trustedProxies, onRequestError });
  const metrics = createMetrics(server);
  await registerOpenApi(server.app, { title: 'Careroute', version: VERSION, serverUrl: options.publicUrl });
  registerHealth(server.app, {
    ready: () => readiness(runtime, options.hasRoom),
    metrics: () => metrics.registry.metrics(),
    metricsToken: options.metricsToken,
    localMetrics: options.localMetrics,
  });
  const identity = identityDeps(runtime, options);
  if (options.pagesDirectory) {
    await registerWebPages(server.app, { directory: options.pagesDirectory, paths: PAGE_PATHS });
  }
  mountRoutes(server.app, allRoutes(runtime, options.engine, { ...options, identity }), {
    authenticator: runtime.authenticator,
    tenancy: runtime.tenancy,
    identityTenancy: runtime.identityTenancy,
    clock: options.clock,
    limits: createRequestLimits(runtime.limiter, options.rates),
    publicOrigin: new URL(options.publicUrl).origin,
    onStranger: (route, code) => metrics.strangers.inc({ route, code }),
    onAuditFailure: options.onAuditFailure,
  });
  return server;
}

async function readiness(runtime: Runtime, hasRoom: () => boolean) {
  const answers = async (database: Runtime['app']): Promise<boolean> =>
    (await database.query({ text: 'SELECT 1' })).length === 1;
  const [application, identity, keystore] = await Promise.allSettled([
    answers(runtime.app),
    answers(runtime.identity),
    answers(runtime.keystore),
  ]);
  const passed = (result: PromiseSettledResult<boolean>): boolean => result.status === 'fulfilled' && result.value;
  const checks = {
    application: passed(application),
    identity: passed(identity),
    keystore: passed(keystore),
    disk: hasRoom(),
  };
  return { ok: Object.values(checks).every(Boolean), checks };
}

function createMetrics(server: HttpServer) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'careroute_http_request_seconds',
    help: 'Time from a request to its answer, by route template and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers: [registry],
  });
  const strangers = new Counter({
    name: 'careroute_strangers_refused_total',
    help: 'Requests refused before anybody was recognised, by route and code.',
    labelNames: ['route', 'code'],
    registers: [registry],
  });
  server.app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { route: request.routeOptions.url ?? 'none', method: request.method, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  return { registry, strangers };
}
