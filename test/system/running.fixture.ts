import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ApiClient, createApiClient } from '../../src/entry/demo/api-client.ts';
import { type BuyerSimulator, startBuyerSimulator } from '../../src/entry/demo/buyer-simulator.ts';
import { type DemoMarket, seedMarket } from '../../src/entry/demo/market.ts';
import { freePorts, type ProductProcess, runProduct } from '../kit/product.ts';
import type { External } from './external.fixture.ts';

/** Careroute over databases of one's own, with a tenant whose three buyers all accept. */
export interface Running {
  readonly product: ProductProcess;
  readonly tenantId: string;
  readonly adminKey: string;
  readonly market: DemoMarket;
  readonly simulators: readonly BuyerSimulator[];
  /** A client with this key. */
  client(key: string): ApiClient;
  /** Ends clients, simulators and the product; gives the product's exit code. */
  stop(): Promise<number | null>;
}

/** Runs a command of the CLI to its end with these settings; gives its output. Fails if the exit code is another. */
export async function command(
  external: Pick<External, 'dataDir'>,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  code = 0,
): Promise<string> {
  const product = runProduct(args, { dataDir: external.dataDir, env });
  const ended = await product.ended;
  assert.equal(ended.code, code, `careroute ${args.join(' ')}: ${product.output()}`);
  return product.output();
}

/** Makes a tenant by the CLI, and starts the product with buyers on this machine's own address. */
export async function startRunning(external: External, env: Readonly<Record<string, string>>): Promise<Running> {
  const { address, certificates, dataDir } = external;
  const { tenantId, adminKey } = await makeTenant(external, env);
  const ports = await freePorts();
  const outbound = {
    CAREROUTE_HOST: '127.0.0.1',
    CAREROUTE_OUTBOUND_ALLOW: `${address}/32`,
    CAREROUTE_OUTBOUND_CA_FILE: path.join(certificates, 'ca.crt'),
  };
  const product = runProduct(['start'], { dataDir, ports, env: { ...env, ...outbound } });
  const simulators: BuyerSimulator[] = [];
  const clients: ApiClient[] = [];
  const stop = async (): Promise<number | null> => {
    for (const client of clients) client.close();
    await Promise.all(simulators.map((simulator) => simulator.stop()));
    return (await product.end('SIGTERM')).code;
  };
  try {
    await product.ready();
    const ca = await readFile(path.join(dataDir, 'tls', 'ca.crt'), 'utf8');
    const client = (key: string): ApiClient => {
      const made = createApiClient(`https://localhost:${ports.https}`, ca, key);
      clients.push(made);
      return made;
    };
    simulators.push(...(await startSimulators(external)));
    const market = await seedMarket(
      client(adminKey),
      simulators.map((simulator) => simulator.url),
    );
    return { product, tenantId, adminKey, market, simulators, client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

let tenants = 0;

async function makeTenant(external: External, env: Readonly<Record<string, string>>) {
  tenants += 1;
  const args = ['tenant', 'create', 'North Clinic', '--slug', `north-${tenants}`, '--time-zone', 'America/Chicago'];
  const output = await command(external, env, args);
  const [, tenantId = ''] = /^Tenant (\S+)$/m.exec(output) ?? [];
  const [, adminKey = ''] = /^Admin key .*: (\S+)$/m.exec(output) ?? [];
  assert.ok(tenantId && adminKey, 'no tenant and key were printed');
  return { tenantId, adminKey };
}

async function startSimulators({ address, certificates }: External): Promise<BuyerSimulator[]> {
  const read = (name: string): Promise<string> => readFile(path.join(certificates, name), 'utf8');
  const tls = { cert: await read('server.crt'), key: await read('server.key') };
  const start = (name: string) => startBuyerSimulator({ name, behaviour: 'accept', tls, host: address, port: 0 });
  return Promise.all(['one', 'two', 'three'].map(start));
}
