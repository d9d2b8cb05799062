import { openDatabase } from '../src/platform/postgres/index.ts';
import { sellOnlyTo, startBuyers, type Buyers } from './kit/buyers.ts';
import { measureBaseline, postFor, rateSaid, rowSizes } from './kit/lead-rate.ts';
import { postFreely } from './kit/post-leads.ts';
import { startProduct } from './kit/product.ts';
import { quantile } from './kit/tls-load.ts';

/**
 * Leads per second through HTTPS submit, each delivered over TLS to a buyer that takes it and settled before its sender
 * is answered, against rows written one transaction per lead by 8 clients on the same cluster, in turns. Server,
 * database, buyer and senders share the machine.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const GOAL = 0.35;
const DEADLINE_MS = 20_000;

const product = await startProduct({ https: 28463, http: 28095 });
const owner = openDatabase({
  url: product.demo.databases.applicationMigrator,
  maxConnections: 1,
  applicationName: 'bench',
  onIdleError: () => {},
});
let buyers: Buyers | undefined;
try {
  buyers = await startBuyers(product, 1);
  await postFreely(product.demo, DEADLINE_MS);
  await sellOnlyTo(product, buyers.urls, () => ({ price: '20.00' }));
  await postFor(product, 2, 'success');
  const sizes = await rowSizes(owner);
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ours = await postFor(product, SECONDS, 'success');
    const baseline = await measureBaseline(product, sizes, SECONDS);
    ratios.push(ours.perSecond / baseline);
    process.stdout.write(rateSaid(round, ours, baseline));
  }
  const ratio = Number(quantile(ratios, 0.5).toFixed(3));
  const unit = 'leads/s delivered over TLS and settled, over baseline leads/s';
  process.stdout.write(`${JSON.stringify({ bench: 'deliver', ratio, goal: GOAL, unit })}\n`);
} finally {
  buyers?.stop();
  await owner.close();
  await product.stop();
}
