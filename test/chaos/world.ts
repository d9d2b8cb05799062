import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Statement } from '../../src/platform/postgres/index.ts';
import type { Client } from '../kit/client.ts';
import { stopServers } from '../kit/clusters.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { freePorts, type ProductProcess, runProduct } from '../kit/product.ts';
import { demoPlace } from './demo-place.ts';

/**
 * The product in a process that is killed again and again, its buyers in this one, and two windows into its databases.
 */
export interface World {
  readonly dataDir: string;
  readonly market: Market;
  /** Answers at once; a job delivers. The market's own campaign delivers while its sender waits. */
  readonly queued: { readonly campaignId: string; readonly posting: Client };
  readonly admin: Client;
  readonly application: Window;
  readonly keystore: Window;
  product(): ProductProcess;
  /** Begins to start the product anew; `ready` waits for it. */
  start(): ProductProcess;
  /** Waits until the product answers that it can work, starting it if it does not run. */
  ready(): Promise<void>;
  /** All that any of its processes has written. */
  output(): string;
  stop(): Promise<void>;
}

const CONTACT = ['firstName', 'lastName', 'email', 'phone'];
/** Short, so that what a crash left is soon nobody's. */
const DELIVERY_SECONDS = 1;
const SENDER_WAITS_MS = 700;
/** Used up within the first strikes. */
const PACK_LEADS = 30;
const READY_LIMIT_MS = 120_000;

export async function startWorld(): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-chaos-'));
  await chmod(dataDir, 0o755);
  const ports = await freePorts();
  const written: ProductProcess[] = [];
  const start = (): ProductProcess => {
    const started = runProduct(['start', '--demo'], { dataDir, ports });
    written.push(started);
    return started;
  };
  const product = (): ProductProcess => written.at(-1) ?? start();
  const clearAway = async (): Promise<void> => {
    await written.at(-1)?.end('SIGKILL');
    await stopServers(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await start().ready();
    const built = await build(dataDir);
    const ready = async (): Promise<void> => {
      if (!product().isRunning()) start();
      await product().ready();
      await untilReady(built.admin, product());
    };
    return {
      ...built,
      dataDir,
      product,
      start,
      ready,
      output: () => written.map((process) => process.output()).join('\n'),
      async stop() {
        await Promise.all([built.market.stop(), built.application.close(), built.keystore.close()]);
        await clearAway();
      },
    };
  } catch (error) {
    await clearAway();
    throw error;
  }
}

async function build(
  dataDir: string,
): Promise<Pick<World, 'market' | 'queued' | 'admin' | 'application' | 'keystore'>> {
  const place = await demoPlace(dataDir);
  const { demo, admin, client } = place;
  const terms = { licensedFields: CONTACT };
  const market = await startMarket(place, admin, {
    campaign: { responseDeadlineMs: SENDER_WAITS_MS },
    buyers: [
      {
        timeoutSeconds: DELIVERY_SECONDS,
        contract: { price: '30.00', uncertainPolicy: 'resend', whenPackEmpty: 'bill', ...terms },
      },
      { timeoutSeconds: DELIVERY_SECONDS, contract: { price: '20.00', uncertainPolicy: 'hold', ...terms } },
      { timeoutSeconds: DELIVERY_SECONDS, contract: { price: '10.00', uncertainPolicy: 'resend', ...terms } },
    ],
  });
  const prepaying = market.buyers[0]?.buyerId ?? '';
  const sold = await admin.post(`/api/v1/buyers/${prepaying}/packs`, { leads: PACK_LEADS, pricePerLead: '25.00' });
  assert.equal(sold.status, 200, sold.text);
  const { partnerId, offerId } = market;
  const made = await admin.post('/api/v1/campaigns', {
    name: 'Queued',
    partnerId,
    offerId,
    costPerLead: '4.00',
    responseDeadlineMs: 0,
  });
  assert.equal(made.status, 201, made.text);
  const { id, postingKey } = made.json.data as { id: string; postingKey: string };
  return {
    market,
    admin,
    queued: { campaignId: id, posting: client(postingKey) },
    application: openWindow(demo.databases.applicationMigrator),
    keystore: openWindow(demo.databases.keystoreMigrator),
  };
}

export interface Window {
  query<Row>(statement: Statement): Promise<Row[]>;
  close(): Promise<void>;
}

/** Looks into a database as its owner; waits while it is away. */
export function openWindow(url: string): Window {
  const options = { url, maxConnections: 2, applicationName: 'careroute-chaos', onIdleError: () => {} };
  const database = openDatabase(options);
  return {
    async query<Row>(statement: Statement): Promise<Row[]> {
      const limit = Date.now() + READY_LIMIT_MS;
      for (;;) {
        try {
          return await database.query<Row>(statement);
        } catch (error) {
          if (!isAway(error) || Date.now() > limit) throw error;
          await sleep(50);
        }
      }
    },
    close: () => database.close(),
  };
}

/** Whether an error tells of a lost connection, and not of a wrong statement. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('57P') || code.startsWith('08') || !/^[0-9A-Z]{5}$/.test(code);
}

async function untilReady(client: Client, product: ProductProcess): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  for (;;) {
    if (!product.isRunning()) throw new Error(`the product ended by itself:\n${product.output().slice(-6000)}`);
    try {
      if ((await client.get('/readyz')).status === 200) return;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
    }
    if (Date.now() > limit) throw new Error(`the product is not ready again:\n${product.output().slice(-6000)}`);
    await sleep(50);
  }
}
