import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ApiClient, createApiClient } from '../../src/entry/demo/api-client.ts';
import { ensureLocalCertificate } from '../../src/platform/http/index.ts';
import { firstCampaign } from './post-leads.ts';
import type { Product } from './product.ts';

/** Simulated buyers in a process of their own, over TLS. */
export interface Buyers {
  readonly urls: readonly string[];
  /** How long the slowest of them took for each request for bids, in ms, by ping. */
  slowest(): Promise<ReadonlyMap<string, number>>;
  stop(): void;
}

/** Starts buyers that take every lead, and bid on every ping. */
export async function startBuyers({ dataDir }: Product, count: number): Promise<Buyers> {
  const certificate = await ensureLocalCertificate({ dir: `${dataDir}/tls`, hosts: ['localhost'], now: new Date() });
  const pair = await certificate.issue(['127.0.0.1']);
  const given = JSON.stringify({ cert: pair.certPem, key: pair.keyPem, count });
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'run-buyers.ts'), [given]);
  const [{ urls }] = (await once(child, 'message')) as [{ urls: string[] }];
  return {
    urls,
    async slowest() {
      child.send('slowest');
      const [{ slowest }] = (await once(child, 'message')) as [{ slowest: [string, number][] }];
      return new Map(slowest);
    },
    stop: () => void child.kill(),
  };
}

/** An offer of these buyers alone, one contract each, to which the demo's first campaign sends. */
export async function sellOnlyTo(
  { demo }: Product,
  urls: readonly string[],
  termsOf: (url: string) => object,
): Promise<void> {
  const api = createApiClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'), demo.admin.apiKey);
  const verticals = await api.call<{ data: { id: string }[] }>('GET', '/api/v1/verticals');
  const verticalId = verticals.data[0]?.id ?? '';
  const offerId = await make(api, '/api/v1/offers', { name: 'Bench', verticalId, status: 'active' });
  for (const [index, url] of urls.entries()) {
    const buyerId = await make(api, '/api/v1/buyers', { name: `Buyer ${index + 1}` });
    const own = { name: `Buys ${index + 1}`, buyerId, verticalId, deliveryUrl: `${url}/leads` };
    const contractId = await make(api, '/api/v1/contracts', { ...own, ...termsOf(url) });
    await api.call('POST', `/api/v1/offers/${offerId}/contracts`, { contractId });
  }
  await api.call('PATCH', `/api/v1/campaigns/${firstCampaign(demo).id}`, { offerId, pingDeadlineMs: 10_000 });
  api.close();
}

async function make(api: ApiClient, where: string, body: object): Promise<string> {
  return (await api.call<{ data: { id: string } }>('POST', where, body)).data.id;
}
