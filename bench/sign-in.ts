import { runOpenLoad } from './kit/open-load.ts';
import { firstCampaign, leadsOf, queueDeliveries } from './kit/post-leads.ts';
import { cpuSeconds, type Product, startProduct } from './kit/product.ts';
import { type Load, type LoadResult, quantile, runLoad } from './kit/tls-load.ts';
import { gather, makePeople, type Person } from './sign-in/crowd.ts';

/**
 * What a crowd that signs in does to lead intake: leads come at half the rate that this machine takes at most (measured
 * first), open loop, and their p99 is taken in windows without and with 100 sign-ins under way, in turns. Each sign-in
 * is real: the right password, over HTTPS, from an address of its own; whoever is in begins again.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 8);
const CROWD = 100;
const CONNECTIONS = 64;
const GOAL = 2;

const product = await startProduct(
  { https: 28443, http: 28080 },
  { CAREROUTE_WORKER_CONCURRENCY: '0', CAREROUTE_TRUSTED_PROXIES: '127.0.0.1/32' },
);
try {
  await queueDeliveries(product.demo);
  const people = await makePeople(product, CROWD);
  const load: Load = {
    port: product.httpsPort,
    caFile: product.demo.caFile,
    connections: CONNECTIONS,
    ...leadsOf(firstCampaign(product.demo)),
  };
  await runLoad(load, 3);
  const most = await runLoad(load, 5);
  const perSecond = Math.round(most.answers / most.seconds / 2);
  process.stdout.write(
    `at most ${(most.answers / most.seconds).toFixed(0)} leads/s; from now on ${perSecond} leads/s\n`,
  );
  await runOpenLoad(load, perSecond, 3);
  const [without, within, signIns]: [number[], number[], number[]] = [[], [], []];
  const ratios: number[] = [];
  let turnedAway = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const alone = await watchCpu(product, () => runOpenLoad(load, perSecond, SECONDS));
    tell(`round ${round}, alone`, alone);
    const crowded = await watchCpu(product, () => withCrowd(product, people, load, perSecond));
    tell(`round ${round}, with ${CROWD} sign-ins`, crowded);
    without.push(...alone.latenciesMs);
    within.push(...crowded.latenciesMs);
    signIns.push(...crowded.tookMs);
    turnedAway += crowded.turnedAway;
    ratios.push(quantile(crowded.latenciesMs, 0.99) / quantile(alone.latenciesMs, 0.99));
  }
  process.stdout.write(
    `${(signIns.length / (ROUNDS * SECONDS)).toFixed(1)} sign-ins/s (p50 ${quantile(signIns, 0.5).toFixed(0)} ms, ` +
      `p99 ${quantile(signIns, 0.99).toFixed(0)} ms), ${turnedAway} turned away; ratios of the rounds: ` +
      `${ratios.map((one) => one.toFixed(2)).join(', ')}\n`,
  );
  // Over all windows of a kind: of one window p99 is a handful of leads, and a collection or a checkpoint moves it.
  const ratio = Number((quantile(within, 0.99) / quantile(without, 0.99)).toFixed(3));
  const unit = `p99 of lead intake with ${CROWD} sign-ins over p99 without, at most`;
  process.stdout.write(`${JSON.stringify({ bench: 'sign-in', ratio, goal: GOAL, unit })}\n`);
} finally {
  await product.stop();
}

async function withCrowd(target: Product, people: readonly Person[], load: Load, perSecond: number) {
  const crowd = await gather(target, people);
  const leads = await runOpenLoad(load, perSecond, SECONDS);
  return { ...leads, ...(await crowd.disperse()) };
}

interface Watched extends LoadResult {
  readonly serverShare: number;
  readonly generatorShare: number;
}

/** Adds what share of two cores the server and this process used. */
async function watchCpu<T extends LoadResult>(target: Product, run: () => Promise<T>): Promise<T & Watched> {
  const [own, server] = [process.cpuUsage(), await cpuSeconds(target.pid)];
  const result = await run();
  const used = process.cpuUsage(own);
  const percent = (cpu: number): number => (100 * cpu) / (2 * result.seconds);
  return {
    ...result,
    serverShare: percent((await cpuSeconds(target.pid)) - server),
    generatorShare: percent((used.user + used.system) / 1e6),
  };
}

function tell(when: string, { latenciesMs, serverShare, generatorShare }: Watched): void {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(latenciesMs, share).toFixed(1));
  const shares = `the server process ${serverShare.toFixed(0)} %, the load generator ${generatorShare.toFixed(0)} %`;
  process.stdout.write(`${when}: p50 ${p50} ms, p99 ${p99} ms; of two cores ${shares}\n`);
}
