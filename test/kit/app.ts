import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEngine, type Engine } from '../../src/entry/compose/engine.ts';
import { buildServer } from '../../src/entry/compose/server.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { systemClock, type Clock } from '../../src/kernel/time.ts';
import { ensureLocalCertificate, type LocalCertificate } from '../../src/platform/http/index.ts';
import { createOutbound } from '../../src/platform/outbound/index.ts';
import { type Client, createClient } from './client.ts';
import { freshDatabases, type TestDatabases } from './database.ts';

export interface TestApp extends TestDatabases {
  readonly baseUrl: string;
  readonly engine: Engine;
  readonly certificate: LocalCertificate;
  /** A new tenant, and a client that calls with its admin key. */
  tenant(name?: string): Promise<{ tenantId: string; adminKey: string; admin: Client }>;
  client(key?: string): Client;
  /** Errors that nobody was told of otherwise: empty when all is well. */
  readonly problems: unknown[];
  stop(): Promise<void>;
}

export interface TestAppOptions {
  readonly clock?: Clock;
  readonly hasRoom?: () => boolean;
}

/** The whole application over real PostgreSQL and real TLS on loopback; buyers' endpoints on loopback are allowed. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? systemClock;
  const databases = await freshDatabases(clock);
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-app-'));
  const certificate = await ensureLocalCertificate({
    dir: directory,
    hosts: ['localhost', '127.0.0.1'],
    now: new Date(),
  });
  const outbound = createOutbound({ allowCidrs: ['127.0.0.0/8'], caPem: certificate.caPem });
  const problems: unknown[] = [];
  const engine = createEngine(databases.runtime, outbound, (error) => problems.push(error));
  const server = await buildServer({
    runtime: databases.runtime,
    engine,
    clock,
    publicUrl: 'https://localhost',
    tls: { certPem: certificate.certPem, keyPem: certificate.keyPem, minVersion13Only: false },
    trustedProxies: [],
    metricsToken: undefined,
    localMetrics: false,
    hasRoom: options.hasRoom ?? (() => true),
    onRequestError: (failure) => {
      if (failure.status >= 500) problems.push(failure.error);
    },
    onAuditFailure: (error) => problems.push(error),
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const baseUrl = `https://localhost:${port}`;
  const client = (key?: string): Client => createClient(baseUrl, certificate.caPem, key);
  return {
    ...databases,
    baseUrl,
    engine,
    certificate,
    problems,
    client,
    tenant: tenantMaker(databases, client),
    async stop() {
      await server.close(1000);
      await outbound.close();
      await databases.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function tenantMaker({ runtime }: TestDatabases, client: (key: string) => Client): TestApp['tenant'] {
  let count = 0;
  return async (name = 'Test tenant') => {
    count += 1;
    const tenant = { slug: `tenant-${count}`, name, timeZone: 'America/Chicago', isDemo: false };
    const founded = await foundTenant(runtime, tenant);
    return { ...founded, admin: client(founded.adminKey) };
  };
}
