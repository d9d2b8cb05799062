import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Database } from '../../src/platform/postgres/index.ts';
import { firstCampaign, leadsOf } from './post-leads.ts';
import { cpuSeconds, type Product } from './product.ts';
import { quantile, runLoad } from './tls-load.ts';
import { writeByNode } from '../intake/node-writer.ts';

const CONNECTIONS = 64;
const BASELINE = path.join(import.meta.dirname, '..', 'intake', 'baseline.sql');

/** Posts leads over HTTPS as fast as they are answered by this result, and says how fast that was. */
export async function postFor({ demo, httpsPort, pid }: Product, seconds: number, result: 'accepted' | 'success') {
  const [ownCpu, serverCpu] = [process.cpuUsage(), await cpuSeconds(pid)];
  const leads = leadsOf(firstCampaign(demo), result);
  const load = { port: httpsPort, caFile: demo.caFile, connections: CONNECTIONS, ...leads };
  const loaded = await runLoad(load, seconds);
  const own = process.cpuUsage(ownCpu);
  const wholeSeconds = loaded.seconds * 2;
  return {
    answers: loaded.answers,
    perSecond: loaded.answers / loaded.seconds,
    p50: quantile(loaded.latenciesMs, 0.5),
    p99: quantile(loaded.latenciesMs, 0.99),
    generatorShare: (100 * (own.user + own.system)) / 1e6 / wholeSeconds,
    serverShare: (100 * ((await cpuSeconds(pid)) - serverCpu)) / wholeSeconds,
  };
}

/** How fast leads went beside the baseline, in words. */
export const rateSaid = (round: number, ours: Awaited<ReturnType<typeof postFor>>, baseline: number): string =>
  `round ${round}: ours ${ours.perSecond.toFixed(0)} leads/s ` +
  `(p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms), baseline ${baseline.toFixed(0)} leads/s; ` +
  `of two cores the load generator used ${ours.generatorShare.toFixed(0)} %, ` +
  `the server process ${ours.serverShare.toFixed(0)} %\n`;

interface Sizes {
  readonly [name: string]: string;
}

/** Ids to refer to, and the sizes of our rows, so that the baseline writes as many bytes. */
export async function rowSizes(db: Database): Promise<Sizes> {
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

/** Leads a second that 8 clients write on the same cluster, one transaction a lead, with rows of these sizes. */
export async function measureBaseline({ demo }: Product, sizes: Sizes, seconds: number): Promise<number> {
  const url = demo.databases.applicationMigrator;
  const pgbench = spawnSync('pgbench', ['--version']);
  if (pgbench.error) return writeByNode(url, BASELINE, sizes, seconds);
  const parts = /^postgres:\/\/([^:]+):([^@]+)@\/([^?]+)\?host=([^&]+)&port=(\d+)$/.exec(url);
  if (!parts) throw new Error('the demo names its database in an unknown form');
  const [, user = '', password = '', database = '', host = '', port = ''] = parts.map((part) =>
    decodeURIComponent(part),
  );
  const variables = Object.entries(sizes).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const output = execFileSync(
    'pgbench',
    ['-n', '-M', 'prepared', '-c', '8', '-j', '2', '-T', String(seconds), ...variables, '-f', BASELINE, database],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', PGHOST: host, PGPORT: port, PGUSER: user, PGPASSWORD: password },
    },
  );
  return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
}
