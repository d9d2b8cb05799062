import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Database, openDatabase } from '../src/platform/postgres/index.ts';
import { firstCampaign, leadsOf, queueDeliveries } from './kit/post-leads.ts';
import { cpuSeconds, type Product, residentMb, startProduct } from './kit/product.ts';
import { quantile, runLoad } from './kit/tls-load.ts';
import { writeByNode } from './intake/node-writer.ts';

/**
 * Leads per second through HTTPS submit, with sealing, duplicates, decision, reservation, audit and queued delivery,
 * against the same rows written one transaction per lead by 8 clients on the same cluster, in turns.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SOAK_LEADS = Number(process.env['BENCH_SOAK_LEADS'] ?? 100_000);
const CONNECTIONS = 64;
const GOAL = 0.4;

const product = await startProduct({ https: 28443, http: 28080 }, { CAREROUTE_WORKER_CONCURRENCY: '0' });
const owner = openDatabase({
  url: product.demo.databases.applicationMigrator,
  maxConnections: 1,
  applicationName: 'bench',
  onIdleError: () => {},
});
try {
  await queueDeliveries(product.demo);
  await measureOurs(product, 2);
  const sizes = await rowSizes(owner);
  const ratios: number[] = [];
  let leads = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ours = await measureOurs(product, SECONDS);
    const baseline = await measureBaseline(product, sizes, SECONDS);
    leads += ours.answers;
    ratios.push(ours.perSecond / baseline);
    process.stdout.write(
      `round ${round}: ours ${ours.perSecond.toFixed(0)} leads/s ` +
        `(p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms), baseline ${baseline.toFixed(0)} leads/s; ` +
        `of two cores the load generator used ${ours.generatorShare.toFixed(0)} %, ` +
        `the server process ${ours.serverShare.toFixed(0)} %\n`,
    );
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

async function measureOurs({ demo, httpsPort, pid }: Product, seconds: number) {
  const [ownCpu, serverCpu] = [process.cpuUsage(), await cpuSeconds(pid)];
  const leads = leadsOf(firstCampaign(demo));
  const result = await runLoad({ port: httpsPort, caFile: demo.caFile, connections: CONNECTIONS, ...leads }, seconds);
  const own = process.cpuUsage(ownCpu);
  const wholeSeconds = result.seconds * 2;
  return {
    answers: result.answers,
    perSecond: result.answers / result.seconds,
    p50: quantile(result.latenciesMs, 0.5),
    p99: quantile(result.latenciesMs, 0.99),
    generatorShare: (100 * (own.user + own.system)) / 1e6 / wholeSeconds,
    serverShare: (100 * ((await cpuSeconds(pid)) - serverCpu)) / wholeSeconds,
  };
}

interface Sizes {
  readonly [name: string]: string;
}

/** Ids to refer to, and the sizes of our rows, so that the baseline writes as many bytes. */
async function rowSizes(db: Database): Promise<Sizes> {
  const [row] = await db.query<Record<string, string | number>>({
    text: `SELECT l.tenant_id AS tenant, l.campaign_id AS campaign, l.partner_id AS partner, l.vertical_id AS vertical,
      l.offer_id AS offer,
        s.contract_id AS contract, s.buyer_id AS buyer, length(l.sealed_identity) AS identity, length(l.sealed_contact)
          AS contact,
        length(l.sealed_health) AS health, length(l.sealed_other) AS other, length(s.sealed_licensed) AS licensed,
          d.verdicts::text AS verdicts, coalesce(length(d.sealed_details), 0) AS details
      FROM leads l JOIN sales s USING (tenant_id, lead_id) JOIN decisions d USING (tenant_id, lead_id) ORDER BY
        l.received_at DESC LIMIT 1`,
  });
  if (!row) throw new Error('no lead was written');
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}

async function measureBaseline({ demo }: Product, sizes: Sizes, seconds: number): Promise<number> {
  const url = demo.databases.applicationMigrator;
  const pgbench = spawnSync('pgbench', ['--version']);
  if (pgbench.error) return writeByNode(url, path.join(import.meta.dirname, 'intake', 'baseline.sql'), sizes, seconds);
  const parts = /^postgres:\/\/([^:]+):([^@]+)@\/([^?]+)\?host=([^&]+)&port=(\d+)$/.exec(url);
  if (!parts) throw new Error('the demo names its database in an unknown form');
  const [, user = '', password = '', database = '', host = '', port = ''] = parts.map((part) =>
    decodeURIComponent(part),
  );
  const variables = Object.entries(sizes).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const output = execFileSync(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      '8',
      '-j',
      '2',
      '-T',
      String(seconds),
      ...variables,
      '-f',
      path.join(import.meta.dirname, 'intake', 'baseline.sql'),
      database,
    ],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', PGHOST: host, PGPORT: port, PGUSER: user, PGPASSWORD: password },
    },
  );
  return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
}

async function soak(target: Product, done: number): Promise<number[]> {
  const memory: number[] = [];
  let leads = done;
  for (const quarter of [0.25, 0.5, 0.75, 1]) {
    while (leads < SOAK_LEADS * quarter) leads += (await measureOurs(target, 3)).answers;
    memory.push(await residentMb(target.pid));
  }
  return memory;
}
