import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { AppError, notFound } from '../../kernel/app-error.ts';
import type { App } from './app.ts';
import { plainAddress } from './client-address.ts';

export interface HealthOptions {
  /** Whether the service can work, and what was looked at. A rejection counts as "not ready". */
  ready(): Promise<{ readonly ok: boolean; readonly checks: Readonly<Record<string, boolean>> }>;
  /** The figures in Prometheus' text format. */
  metrics(): Promise<string>;
  readonly metricsToken?: string | undefined;
  /** Whether processes of this machine may read metrics where there is no token; nobody may otherwise. */
  readonly localMetrics?: boolean;
}

/** Registers /healthz (the process runs), /readyz (it can work; 503 if not) and /metrics. */
export function registerHealth(app: App, options: HealthOptions): void {
  const ok = Type.Object({ status: Type.Literal('ok') });
  app.get('/healthz', { schema: { tags: ['operation'], response: { 200: ok } } }, () => ({ status: 'ok' as const }));

  const ready = Type.Object({ status: Type.Literal('ok'), checks: Type.Record(Type.String(), Type.Boolean()) });
  app.get('/readyz', { schema: { tags: ['operation'], response: { 200: ready } } }, async () => {
    const { ok: isReady, checks } = await readiness(options);
    if (isReady) return { status: 'ok' as const, checks };
    const failed = Object.entries(checks)
      .filter(([, passed]) => !passed)
      .map(([name]) => name);
    throw new AppError('UNAVAILABLE', `The service is not ready: ${failed.join(', ')}.`, {
      faults: failed.map((field) => ({ field, rule: 'not_ready', message: 'This check does not pass.' })),
      retryAfterSeconds: 5,
    });
  });

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    requireMetricsAccess(request, options);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await options.metrics());
  });
}

async function readiness(options: HealthOptions): ReturnType<HealthOptions['ready']> {
  try {
    return await options.ready();
  } catch (error) {
    throw new AppError('UNAVAILABLE', 'The service is not ready.', { cause: error, retryAfterSeconds: 5 });
  }
}

function requireMetricsAccess(request: FastifyRequest, { metricsToken: token, localMetrics }: HealthOptions): void {
  if (token === undefined) {
    if (!localMetrics || !isLocal(request)) throw notFound();
    return;
  }
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new AppError('UNAUTHORIZED', 'Send the token of the metrics as Authorization: Bearer.');
  }
}

/** Whether a process of this machine asks for itself; what a proxy on this machine passes on is not local. */
function isLocal(request: FastifyRequest): boolean {
  const { headers } = request;
  if (['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => headers[name] !== undefined)) return false;
  const peer = plainAddress(request.raw.socket.remoteAddress ?? '') ?? '';
  return peer === '::1' || (isIP(peer) === 4 && peer.startsWith('127.'));
}
