import { keyfileProvider } from '../../src/core/vault/index.ts';
import { createEngine } from '../../src/entry/compose/engine.ts';
import { openRuntime } from '../../src/entry/compose/runtime.ts';
import { buildServer } from '../../src/entry/compose/server.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { createOutbound } from '../../src/platform/outbound/index.ts';
import { BOUNDLESS, type TestApp } from './app.ts';
import { type Client, createClient } from './client.ts';
import { TEST_SECRETS } from './cluster.ts';

/**
 * The application once more over the same databases, with pools, settings and groups of its own, as another process
 * would have it.
 */
export async function secondProcess(app: TestApp): Promise<{ client(key?: string): Client; stop(): Promise<void> }> {
  const tell = (error: unknown): void => void app.problems.push(error);
  const runtime = openRuntime({
    urls: app.urls,
    secrets: TEST_SECRETS,
    provider: keyfileProvider(TEST_SECRETS.keyfileRoot),
    clock: systemClock,
    onIdleError: () => {},
    onBackgroundFailure: tell,
  });
  const outbound = createOutbound({ allowCidrs: ['127.0.0.0/8'], caPem: app.certificate.caPem });
  const server = await buildServer({
    runtime,
    engine: createEngine(runtime, outbound, tell),
    clock: systemClock,
    publicUrl: app.publicUrl,
    tls: { ...app.certificate, minVersion13Only: false },
    trustedProxies: [],
    metricsToken: undefined,
    localMetrics: false,
    mail: app.mail,
    onProblem: tell,
    hasRoom: () => true,
    pagesDirectory: undefined,
    rates: BOUNDLESS,
    onRequestError: ({ status, error }) => (status >= 500 ? tell(error) : undefined),
    onAuditFailure: tell,
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    client: (key) => createClient(`https://localhost:${port}`, app.certificate.caPem, key),
    async stop() {
      await server.close(1000);
      await outbound.close();
      await runtime.close();
    },
  };
}
