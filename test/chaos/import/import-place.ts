import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../../src/entry/demo/people.ts';
import { browserClient } from '../../kit/browser-client.ts';
import { type Client, createClient } from '../../kit/client.ts';
import { stopServers } from '../../kit/clusters.ts';
import { type Market, startMarket } from '../../kit/market.ts';
import { freePorts, type ProductProcess, runProduct } from '../../kit/product.ts';
import { type DemoPlace, demoPlace } from '../demo-place.ts';
import { openWindow, type Window } from '../world.ts';

/** The product in a process that is killed, somebody who is signed in, and a window into the database. */
export interface ImportPlace {
  readonly market: Market;
  readonly owner: Client;
  readonly application: Window;
  product(): ProductProcess;
  /** Kills the product and starts it again; its databases live on as orphans. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product with two buyers: the dearer one takes `capped` leads a day, the other one the rest. */
export async function startImportPlace(capped: number): Promise<ImportPlace> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-import-'));
  await chmod(dataDir, 0o755);
  const ports = await freePorts();
  const start = (): ProductProcess => runProduct(['start', '--demo'], { dataDir, ports });
  let product = start();
  const clearAway = async (): Promise<void> => {
    await product.end('SIGKILL');
    await stopServers(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await product.ready();
    const place = await demoPlace(dataDir);
    // What a kill leaves uncertain is sent again until the buyer answers.
    const again = { uncertainPolicy: 'resend' };
    const market = await startMarket(place, place.admin, {
      buyers: [
        { contract: { price: '30.00', dailyLeadCap: capped, ...again } },
        { contract: { price: '20.00', ...again } },
      ],
    });
    const application = openWindow(place.demo.databases.applicationMigrator);
    const owner = await signIn(place);
    return {
      market,
      owner,
      application,
      product: () => product,
      async kill() {
        await product.end('SIGKILL');
        product = start();
        await product.ready();
      },
      async stop() {
        await Promise.all([market.stop(), application.close()]);
        await clearAway();
      },
    };
  } catch (error) {
    await clearAway();
    throw error;
  }
}

/** The demo's owner, signed in by the pages' own way. */
async function signIn({ demo, certificate }: DemoPlace): Promise<Client> {
  const person = demo.people?.find(({ portal }) => portal === 'admin');
  assert.ok(person);
  const { origin } = new URL(demo.baseUrl);
  const browser = browserClient({ baseUrl: demo.baseUrl, certificate });
  const post = async (where: string, body: object): Promise<void> => {
    const answer = await browser.call('POST', where, body, { origin });
    assert.equal(answer.status, 200, answer.text);
  };
  await post('/api/v1/auth/sign-in', { email: person.email, password: person.password });
  await post('/api/v1/auth/second-factor', { code: codeOf(person.authenticatorSecret ?? '', new Date()) });
  assert.ok(browser.cookie);
  return createClient(demo.baseUrl, certificate.caPem, undefined, { cookie: browser.cookie, origin });
}

/** Asks until there is an answer: a product that is being killed gives none. */
export async function untilAnswered<A>(ask: () => Promise<A>): Promise<A> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      await sleep(50);
    }
  }
}
