import { readFile } from 'node:fs/promises';
import { createApiClient, type ApiClient } from '../src/entry/demo/api-client.ts';
import { freePorts } from '../test/kit/product.ts';
import { fillLeads, type Filled } from './lead-list/fill-leads.ts';
import { firstCampaign, leadsOf, queueDeliveries } from './kit/post-leads.ts';
import { startProduct } from './kit/product.ts';
import { quantile, runLoad } from './kit/tls-load.ts';

/**
 * The list of leads among a million of them, over HTTPS with an admin key that sees personal data: how long the slowest
 * of twenty requests with a cursor takes, whatever the list is narrowed by. Each case is its first page and the page
 * after it. The newest leads were really posted, so a first page opens 50 people; the rest was filled in by SQL.
 * Told, and not in the ratio: the answers without a cursor, which count.
 */
const LEADS = Number(process.env['BENCH_LEADS'] ?? 1_000_000);
const REQUESTS = Number(process.env['BENCH_REQUESTS'] ?? 40);
const COUNTED_REQUESTS = 5;
const GOAL_MS = 300;
const PAGE = 50;

const product = await startProduct(await freePorts(), { CAREROUTE_WORKER_CONCURRENCY: '0' });
try {
  const { demo, httpsPort: port } = product;
  const admin = createApiClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'), demo.admin.apiKey);
  const started = performance.now();
  const filled = await fillLeads(demo, admin, LEADS);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`${LEADS} leads and ${filled.sales} sales filled in, in ${seconds} s\n`);
  await queueDeliveries(demo);
  await runLoad({ port, caFile: demo.caFile, connections: 8, ...leadsOf(firstCampaign(demo)) }, 1);
  const worst = await measureAll(admin, filled);
  await measureCounted(admin, filled);
  const ratio = Number((worst / GOAL_MS).toFixed(3));
  const unit = `worst p95 over ${GOAL_MS} ms`;
  process.stdout.write(`${JSON.stringify({ bench: 'lead-list', ratio, goal: 1, unit })}\n`);
  admin.close();
} finally {
  await product.stop();
}

type Who = 'admin' | 'partner' | 'buyer';

/** A client with a key of its own, since each key may ask only so often a minute. */
async function clientOf(api: ApiClient, who: Who, { common }: Filled): Promise<ApiClient> {
  const binding =
    who === 'admin' ? {} : who === 'partner' ? { partnerId: common.partnerId } : { buyerId: common.buyerId };
  const body = { name: 'Bench', piiAccess: true, ...binding };
  const { data } = await api.call<{ data: { key: string } }>('POST', '/api/v1/auth/api-keys', body);
  return createApiClient(product.demo.baseUrl, await readFile(product.demo.caFile, 'utf8'), data.key);
}

interface Case {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly who?: Who;
}

function casesOf({ common, rare, gone, firstAt }: Filled): Case[] {
  const day = (share: number): string =>
    new Date(firstAt.getTime() + share * (Date.now() - firstAt.getTime())).toISOString();
  const same = (['campaignId', 'partnerId', 'verticalId', 'offerId', 'buyerId', 'contractId'] as const).flatMap(
    (id) => [
      { name: `${id}, much`, query: { [id]: common[id] } },
      { name: `${id}, rare and old`, query: { [id]: rare[id] } },
    ],
  );
  return [
    { name: 'everything', query: {} },
    { name: 'deep down', query: { dateTo: day(0.4) } },
    { name: 'a range of days', query: { dateFrom: day(0.2), dateTo: day(0.21) } },
    ...same,
    { name: 'buyerId, many and old', query: { buyerId: gone.buyerId } },
    ...['sold', 'rejected', 'pending', 'returned', 'scrubbed'].map((status) => ({
      name: `status ${status}`,
      query: { status },
    })),
    ...['true', 'false'].flatMap((truth) => [
      { name: `isTest ${truth}`, query: { isTest: truth } },
      { name: `isSold ${truth}`, query: { isSold: truth } },
    ]),
    { name: 'rare campaign, returned', query: { campaignId: rare.campaignId, status: 'returned' } },
    { name: 'buyerId, not sold', query: { buyerId: common.buyerId, isSold: 'false' } },
    { name: 'buyerId, rejected', query: { buyerId: common.buyerId, status: 'rejected' } },
    { name: 'buyerId, returned', query: { buyerId: common.buyerId, status: 'returned' } },
    { name: 'buyerId, rare campaign', query: { buyerId: common.buyerId, campaignId: rare.campaignId } },
    { name: 'as a partner', query: {}, who: 'partner' },
    { name: 'as a partner, returned', query: { status: 'returned' }, who: 'partner' },
    { name: 'as a buyer', query: {}, who: 'buyer' },
  ];
}

interface List {
  readonly data: readonly unknown[];
  readonly pagination: { readonly total: number | null; readonly nextCursor?: string | null };
}

/** Milliseconds of each request, and the last answer. */
interface Timed {
  readonly ms: readonly number[];
  readonly list: List;
}

async function timed(client: ApiClient, query: Case['query'], times: number): Promise<Timed> {
  const path = `/api/v1/leads?${new URLSearchParams({ limit: String(PAGE), ...query }).toString()}`;
  let list = await client.call<List>('GET', path);
  const ms: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now();
    list = await client.call<List>('GET', path);
    ms.push(performance.now() - begun);
  }
  return { ms, list };
}

/** The worst p95 of all cases, in milliseconds. */
async function measureAll(admin: ApiClient, filled: Filled): Promise<number> {
  let worst = 0;
  for (const { name, query, who = 'admin' } of casesOf(filled)) {
    const client = await clientOf(admin, who, filled);
    const first = await timed(client, { ...query, cursor: '' }, REQUESTS);
    tell(name, first);
    worst = Math.max(worst, quantile(first.ms, 0.95));
    const { nextCursor } = first.list.pagination;
    if (typeof nextCursor === 'string') {
      const second = await timed(client, { ...query, cursor: nextCursor }, REQUESTS);
      tell(`${name}, next page`, second);
      worst = Math.max(worst, quantile(second.ms, 0.95));
    }
    client.close();
  }
  return worst;
}

async function measureCounted(admin: ApiClient, { common, rare }: Filled): Promise<void> {
  const cases = {
    'without a cursor, first page': {},
    'without a cursor, far down': { offset: String(LEADS - 100) },
    'without a cursor, much of it': { campaignId: common.campaignId },
    'without a cursor, little of it': { campaignId: rare.campaignId },
  };
  for (const [name, query] of Object.entries(cases)) tell(name, await timed(admin, query, COUNTED_REQUESTS));
}

function tell(name: string, { ms, list }: Timed): void {
  const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)].map((one) => `${one.toFixed(1)} ms`.padStart(10));
  const { data, pagination } = list;
  const of = pagination.total === null ? '' : ` of ${pagination.total}`;
  process.stdout.write(`${name.padEnd(44)} p50 ${p50}  p95 ${p95}  ${data.length} rows${of}\n`);
}
