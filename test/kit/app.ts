import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RequestRates } from '../../src/core/gate/index.ts';
import { createEngine, type Engine } from '../../src/entry/compose/engine.ts';
import { buildServer } from '../../src/entry/compose/server.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { pagesDirectory } from '../../src/entry/pages/pages-directory.ts';
import { systemClock, type Clock } from '../../src/kernel/time.ts';
import { ensureLocalCertificate, type LocalCertificate } from '../../src/platform/http/index.ts';
import { createMail, type Mail } from '../../src/platform/mail/index.ts';
import { createOutbound } from '../../src/platform/outbound/index.ts';
import { type Client, createClient } from './client.ts';
import { freshDatabases, type TestDatabases } from './database.ts';

export interface TestApp extends TestDatabases {
  readonly baseUrl: string;
  /** Where its pages say they are. */
  readonly publicUrl: string;
  readonly engine: Engine;
  readonly certificate: LocalCertificate;
  readonly mail: Mail;
  /** Where mails are put, one file each. */
  readonly outboxDir: string;
  /** A new tenant, and a client that calls with its admin key. */
  tenant(name?: string): Promise<{ tenantId: string; adminKey: string; admin: Client }>;
  client(key?: string): Client;
  /** Errors that nobody was told of otherwise: empty when all is well. */
  readonly problems: unknown[];
  stop(): Promise<void>;
}

export interface TestAppOptions {
  /** Addresses whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** Whether its public address is where it really listens, as a browser needs it; `https://localhost` otherwise. */
  readonly atOwnAddress?: boolean;
  /** Whether it serves the portals too; they are built first if they are not. */
  readonly pages?: boolean;
  readonly clock?: Clock;
  readonly hasRoom?: () => boolean;
  /** Limits to test; without them nobody meets one. */
  readonly rates?: Partial<RequestRates>;
}

/** Limits that nobody meets. */
export const BOUNDLESS: RequestRates = {
  posting: 1_000_000,
  buyer: 1_000_000,
  partner: 1_000_000,
  admin: 1_000_000,
  session: 1_000_000,
  refused: 1_000_000,
  open: 1_000_000,
};

/** The whole application over real PostgreSQL and real TLS on loopback; buyers' endpoints on loopback are allowed. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { clock = systemClock } = options;
  const problems: unknown[] = [];
  const tell = (error: unknown): void => void problems.push(error);
  const databases = await freshDatabases(clock, tell);
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-app-'));
  const hosts = ['localhost', '127.0.0.1'];
  const certificate = await ensureLocalCertificate({ dir: directory, hosts, now: new Date() });
  const outbound = createOutbound({ allowCidrs: ['127.0.0.0/8'], caPem: certificate.caPem });
  const outbox = outboxIn(directory);
  const engine = createEngine(databases.runtime, outbound, tell);
  const { ownPort, publicUrl } = await addressOf(options);
  const server = await buildServer({
    runtime: databases.runtime,
    engine,
    clock,
    publicUrl,
    tls: { ...certificate, minVersion13Only: false },
    trustedProxies: options.trustedProxies ?? [],
    metricsToken: undefined,
    localMetrics: false,
    mail: outbox.mail,
    onProblem: tell,
    hasRoom: options.hasRoom ?? (() => true),
    pagesDirectory: options.pages ? await pagesDirectory(directory, () => {}) : undefined,
    rates: { ...BOUNDLESS, ...options.rates },
    onRequestError: ({ status, error }) => (status >= 500 ? tell(error) : undefined),
    onAuditFailure: tell,
  });
  const port = await server.listen({ host: '127.0.0.1', port: ownPort });
  const baseUrl = `https://localhost:${port}`;
  const client = (key?: string): Client => createClient(baseUrl, certificate.caPem, key);
  return {
    ...databases,
    baseUrl,
    publicUrl,
    engine,
    certificate,
    problems,
    ...outbox,
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

async function addressOf({ atOwnAddress }: TestAppOptions): Promise<{ ownPort: number; publicUrl: string }> {
  const ownPort = atOwnAddress ? await freePort() : 0;
  return { ownPort, publicUrl: `https://localhost${ownPort === 0 ? '' : `:${ownPort}`}` };
}

function outboxIn(directory: string): { readonly mail: Mail; readonly outboxDir: string } {
  const outboxDir = path.join(directory, 'outbox');
  return { outboxDir, mail: createMail({ from: 'Careroute <careroute@example.test>', outboxDir }) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
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
