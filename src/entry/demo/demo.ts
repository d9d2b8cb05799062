import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Careroute } from '../compose/careroute.ts';
import { foundTenant, tenantIds } from '../compose/tenants.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { clearHalfMade, markHalfMade, unmarkHalfMade } from './clear-half-made.ts';
import { type BuyerSimulator, startBuyerSimulator } from './buyer-simulator.ts';
import { DEMO_BUYERS, type DemoMarket, seedMarket } from './market.ts';
import { type DemoPerson, seedPeople } from './people.ts';
import { sampleLead } from './sample-lead.ts';
import { type DemoVendor, followVendor, startDemoVendor } from './vendor.ts';

/** What scripts need to use the demo; written to `demo.json`. */
export interface DemoFile extends DemoMarket {
  readonly baseUrl: string;
  readonly httpUrl: string;
  readonly caFile: string;
  readonly tenantId: string;
  readonly admin: { readonly apiKey: string };
  /** Who can sign in; empty in a demo that was made before there were pages. */
  readonly people?: readonly DemoPerson[];
  /** A vendor of checks; none in a demo that was made before there were any. */
  readonly vendor?: DemoVendor;
  readonly sampleLead: Record<string, unknown>;
  readonly databases: {
    readonly application: string;
    readonly keystore: string;
    readonly applicationMigrator: string;
    readonly keystoreMigrator: string;
  };
}

export interface Demo {
  readonly file: DemoFile;
  readonly filePath: string;
  readonly simulators: readonly BuyerSimulator[];
  readonly api: ApiClient;
  stop(): Promise<void>;
}

const DEMO_SLUG = 'demo';
const SLOW_MS = 3000;

/** Starts the simulators, and makes the demo tenant at the first start; a second start uses what is there. */
export async function startDemo(careroute: Careroute, onStep: (step: string) => void): Promise<Demo> {
  const { certificate, settings } = careroute;
  if (!certificate)
    throw new Error(
      'CAREROUTE_TLS_CERT_FILE: the demo needs its own local certificate. Unset it, or start without --demo.',
    );
  await requireDemoAlone(careroute);
  const filePath = path.join(settings.dataDir, 'demo.json');
  await clearHalfMade(careroute);
  const before = await readDemoFile(filePath);
  const simulators = await startSimulators(careroute, before);
  const vendor = await startDemoVendor(careroute, before?.vendor);
  const stopSimulators = async (): Promise<void> => {
    await Promise.all([...simulators, vendor].map((simulator) => simulator.stop()));
  };
  try {
    const known = (await tenantIds(careroute.runtime)).find((tenant) => tenant.isDemo);
    if (known && before?.tenantId !== known.tenantId) {
      throw new Error(
        `${filePath} is gone, and with it the keys of the demo. Run "careroute demo remove" and start again.`,
      );
    }
    const kept = known && before ? before : await seed(careroute, simulators, onStep);
    const api = createApiClient(careroute.baseUrl, certificate.caPem, kept.admin.apiKey);
    const file: DemoFile = {
      ...kept,
      ...addresses(careroute),
      buyers: await followSimulators(api, kept, simulators),
      vendor: await followVendor(api, kept.vendor, vendor),
      sampleLead: sampleLead(kept.partners[0]?.campaigns[0]?.id ?? ''),
    };
    await writeDemoFile(filePath, file);
    await unmarkHalfMade(careroute);
    const stop = async (): Promise<void> => {
      api.close();
      await stopSimulators();
    };
    return { file, filePath, simulators, api, stop };
  } catch (error) {
    await stopSimulators();
    throw error;
  }
}

/** Deliveries to this machine, which the demo needs, would be open to every tenant. */
async function requireDemoAlone({ runtime }: Careroute): Promise<void> {
  if ((await tenantIds(runtime)).every((tenant) => tenant.isDemo)) return;
  throw new Error(
    '--demo: there are tenants here besides the demo, and its deliveries to this machine would be open to them. ' +
      'Start without --demo, or choose another CAREROUTE_DATA_DIR.',
  );
}

async function startSimulators(
  { certificate, settings }: Careroute,
  before: DemoFile | undefined,
): Promise<BuyerSimulator[]> {
  const pair = await certificate?.issue(['localhost', '127.0.0.1']);
  if (!pair) throw new Error('the demo has no certificate');
  const starting = await Promise.allSettled(
    DEMO_BUYERS.map((spec, index) => {
      const port = Number(new URL(before?.buyers[index]?.simulatorUrl ?? 'https://localhost:0').port);
      const name = spec.name;
      const stateFile = path.join(settings.dataDir, `demo-buyer-${index + 1}.json`);
      const at = {
        name,
        behaviour: spec.behaviour,
        tls: { cert: pair.certPem, key: pair.keyPem },
        host: '127.0.0.1',
        stateFile,
        delayMs: SLOW_MS,
      };
      return startOnPort(at, port);
    }),
  );
  const started = starting.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  for (const outcome of starting) {
    if (outcome.status === 'fulfilled') continue;
    await Promise.all(started.map((simulator) => simulator.stop()));
    throw outcome.reason;
  }
  return started;
}

/** The port of last time if it is free, so that contracts need no change; any other if not. */
async function startOnPort(
  at: Omit<Parameters<typeof startBuyerSimulator>[0], 'port'>,
  port: number,
): Promise<BuyerSimulator> {
  try {
    return await startBuyerSimulator({ ...at, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return startBuyerSimulator({ ...at, port: 0 });
    throw error;
  }
}

async function seed(
  careroute: Careroute,
  simulators: readonly BuyerSimulator[],
  onStep: (step: string) => void,
): Promise<DemoFile> {
  await markHalfMade(careroute);
  onStep('Making the demo tenant with partners, buyers, contracts, an offer and people');
  const { tenantId, adminKey } = await foundTenant(careroute.runtime, {
    slug: DEMO_SLUG,
    name: 'Demo Dental Leads',
    timeZone: 'America/Chicago',
    isDemo: true,
  });
  const api = createApiClient(careroute.baseUrl, careroute.certificate?.caPem ?? '', adminKey);
  try {
    const market = await seedMarket(
      api,
      simulators.map((simulator) => simulator.url),
    );
    const password = `demo ${randomBytes(9).toString('base64url')}`;
    const people = await seedPeople(careroute, api, { ...market, tenantId }, password);
    return { ...addresses(careroute), tenantId, admin: { apiKey: adminKey }, people, ...market, sampleLead: {} };
  } finally {
    api.close();
  }
}

/** A simulator that had to move gets its contract's address changed. */
async function followSimulators(
  api: ApiClient,
  file: DemoFile,
  simulators: readonly BuyerSimulator[],
): Promise<DemoFile['buyers']> {
  return Promise.all(
    file.buyers.map(async (buyer, index) => {
      const url = simulators[index]?.url ?? buyer.simulatorUrl;
      if (url === buyer.simulatorUrl) return buyer;
      for (const id of buyer.contractIds)
        await api.call('PATCH', `/api/v1/contracts/${id}`, { deliveryUrlOverride: url });
      return { ...buyer, simulatorUrl: url };
    }),
  );
}

function addresses({ baseUrl, httpUrl, certificate, databases }: Careroute) {
  const { urls } = databases;
  return {
    baseUrl,
    httpUrl,
    caFile: certificate?.caFile ?? '',
    databases: {
      application: urls.app,
      keystore: urls.keystoreApp,
      applicationMigrator: urls.application,
      keystoreMigrator: urls.keystore,
    },
  };
}

async function readDemoFile(filePath: string): Promise<DemoFile | undefined> {
  try {
    return JSON.parse(await readFile(filePath, 'utf8')) as DemoFile;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDemoFile(filePath: string, file: DemoFile): Promise<void> {
  await writeFile(`${filePath}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await rename(`${filePath}.new`, filePath);
}
