import { openDatabase } from '../src/platform/postgres/index.ts';
import { measureBaseline, postFor, rateSaid, rowSizes } from './kit/lead-rate.ts';
import { queueDeliveries } from './kit/post-leads.ts';
import { type Product, residentMb, startProduct } from './kit/product.ts';
import { quantile } from './kit/tls-load.ts';

/**
 * Leads per second through HTTPS submit, with sealing, duplicates, decision, reservation, audit and queued delivery,
 * against the same rows written one transaction per lead by 8 clients on the same cluster, in turns.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SOAK_LEADS = Number(process.env['BENCH_SOAK_LEADS'] ?? 100_000);
const GOAL = 0.7;

const product = await startProduct({ https: 28443, http: 28080 }, { CAREROUTE_WORKER_CONCURRENCY: '0' });
const owner = openDatabase({
  url: product.demo.databases.applicationMigrator,
  maxConnections: 1,
  applicationName: 'bench',
  onIdleError: () => {},
});
try {
  await queueDeliveries(product.demo);
  await postFor(product, 2, 'accepted');
  const sizes = await rowSizes(owner);
  const ratios: number[] = [];
  let leads = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ours = await postFor(product, SECONDS, 'accepted');
    const baseline = await measureBaseline(product, sizes, SECONDS);
    leads += ours.answers;
    ratios.push(ours.perSecond / baseline);
    process.stdout.write(rateSaid(round, ours, baseline));
  }
  const memory = await soak(product, leads);
  const grown = memory.map((mb) => mb.toFixed(0)).join(', ');
  process.stdout.write(
    `memory of the server after each quarter of ${SOAK_LEADS} leads: ${grown} MB (goal: 350, flat)\n`,
  );
  const ratio = Number(quantile(ratios, 0.5).toFixed(3));
  const unit = 'leads/s over baseline leads/s';
  process.stdout.write(
    `${JSON.stringify({ bench: 'intake', ratio, goal: GOAL, unit, residentMb: Math.round(memory.at(-1) ?? 0) })}\n`,
  );
} finally {
  await owner.close();
  await product.stop();
}

async function soak(target: Product, done: number): Promise<number[]> {
  const memory: number[] = [];
  let leads = done;
  for (const quarter of [0.25, 0.5, 0.75, 1]) {
    while (leads < SOAK_LEADS * quarter) leads += (await postFor(target, 3, 'accepted')).answers;
    memory.push(await residentMb(target.pid));
  }
  return memory;
}
