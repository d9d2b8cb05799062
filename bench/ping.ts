import { type Buyers, sellOnlyTo, startBuyers } from './kit/buyers.ts';
import { runOpenLoad } from './kit/open-load.ts';
import { firstCampaign, queueDeliveries, requestOf } from './kit/post-leads.ts';
import { type Product, startProduct } from './kit/product.ts';
import { quantile } from './kit/tls-load.ts';

/**
 * How much longer a ping takes than the slowest of its ten bidders took itself, by that bidder's own report, at a
 * steady number of pings a second over HTTPS, each bid over TLS. Server, database, bidders and senders share the
 * machine.
 */
const PER_SECOND = Number(process.env['BENCH_PINGS'] ?? 500);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const BIDDERS = 10;
const CONNECTIONS = 64;
const GOAL_MS = 10;

const product = await startProduct({ https: 28453, http: 28090 }, { CAREROUTE_WORKER_CONCURRENCY: '0' });
let bidders: Buyers | undefined;
try {
  bidders = await startBuyers(product, BIDDERS);
  await queueDeliveries(product.demo);
  await sellOnlyTo(product, bidders.urls, (url) => ({
    pricingModel: 'ping_post',
    pingDeliveryConfig: { url: `${url}/ping` },
  }));
  await pingEvenly(product, Math.min(100, PER_SECOND), 2);
  const { latencies, answers } = await pingEvenly(product, PER_SECOND, SECONDS);
  const own = await bidders.slowest();
  const over = answers.flatMap((pingId, index) => {
    const tookMs = own.get(pingId);
    return tookMs === undefined ? [] : [(latencies[index] ?? 0) - tookMs];
  });
  if (over.length < answers.length) throw new Error('a ping reached no bidder');
  const p99OverMs = Number(quantile(over, 0.99).toFixed(1));
  process.stdout.write(`p50 over the slowest bidder: ${quantile(over, 0.5).toFixed(1)} ms of ${over.length} pings\n`);
  const unit = `p99 over the slowest of ${BIDDERS} bidders' own time at ${PER_SECOND} pings/s, over ${GOAL_MS} ms`;
  process.stdout.write(
    `${JSON.stringify({ bench: 'ping', ratio: Number((p99OverMs / GOAL_MS).toFixed(2)), goal: 1, unit, p99OverMs })}\n`,
  );
} finally {
  bidders?.stop();
  await product.stop();
}

/** Pings, with how long each took from when it was due. */
async function pingEvenly({ demo, httpsPort }: Product, perSecond: number, seconds: number) {
  const { postingKey } = firstCampaign(demo);
  const answers: string[] = [];
  const next = (): Buffer =>
    requestOf(
      'POST',
      '/api/v1/leads/ping',
      { authorization: `Bearer ${postingKey}` },
      { state: 'TX', zipCode: '78701' },
    );
  const check = (status: number, body: string): void => {
    const pingId = /"pingId":"([^"]+)"/.exec(body)?.[1];
    if (status !== 200 || !pingId || !body.includes(`"matchCount":${BIDDERS}`))
      throw new Error(`a ping was not answered: ${status} ${body.slice(0, 300)}`);
    answers.push(pingId);
  };
  const load = { port: httpsPort, caFile: demo.caFile, connections: CONNECTIONS, next, check };
  // An answer is judged right after its time was noted: both lists are in one order.
  const { latenciesMs } = await runOpenLoad(load, perSecond, seconds);
  return { latencies: latenciesMs, answers };
}
