import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyfileProvider } from '../src/core/vault/index.ts';
import { createEngine } from '../src/entry/compose/engine.ts';
import { openRuntime } from '../src/entry/compose/runtime.ts';
import { deriveSecrets } from '../src/entry/compose/secrets.ts';
import { buildServer } from '../src/entry/compose/server.ts';
import { systemClock } from '../src/kernel/time.ts';
import { ensureLocalCertificate, type HttpServer } from '../src/platform/http/index.ts';
import { createOutbound } from '../src/platform/outbound/index.ts';

const FILE = path.join(import.meta.dirname, '..', 'docs', 'openapi.json');
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none';

/** Builds the whole server over databases that are never connected to, and gives what is read off it. */
export async function readOffServer<T>(read: (app: HttpServer['app']) => T): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-openapi-'));
  const secrets = deriveSecrets(Buffer.alloc(32, 1));
  const urls = {
    application: NOWHERE,
    app: NOWHERE,
    identity: NOWHERE,
    queue: NOWHERE,
    keystore: NOWHERE,
    keystoreApp: NOWHERE,
  };
  const runtime = openRuntime({
    urls,
    secrets,
    provider: keyfileProvider(secrets.keyfileRoot),
    clock: systemClock,
    onIdleError: () => {},
    onBackgroundFailure: () => {},
  });
  const outbound = createOutbound({ allowCidrs: [] });
  try {
    const { certPem, keyPem } = await ensureLocalCertificate({ dir: directory, hosts: ['localhost'], now: new Date() });
    const server = await buildServer({
      runtime,
      engine: createEngine(runtime, outbound, () => {}),
      clock: systemClock,
      publicUrl: 'https://localhost:8443',
      mail: { send: () => Promise.reject(new Error('nothing is sent while routes are read off')) },
      onProblem: () => {},
      tls: { certPem, keyPem, minVersion13Only: false },
      trustedProxies: [],
      metricsToken: undefined,
      localMetrics: false,
      hasRoom: () => true,
      pagesDirectory: undefined,
      onRequestError: () => {},
      onAuditFailure: () => {},
    });
    await server.app.ready();
    return read(server.app);
  } finally {
    await runtime.close();
    await outbound.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The OpenAPI document that the routes add up to. */
export const openApiText = (): Promise<string> => readOffServer((app) => `${JSON.stringify(app.swagger(), null, 2)}\n`);

async function main(): Promise<void> {
  const text = await openApiText();
  if (!process.argv.includes('--check')) {
    await writeFile(FILE, text);
    process.stdout.write(`${FILE}: ${text.length} bytes\n`);
  } else if (text !== (await readFile(FILE, 'utf8'))) {
    process.stderr.write(
      'docs/openapi.json is not what the routes say. Run "npm run dump:openapi" and review the difference.\n',
    );
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
