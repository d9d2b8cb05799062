import { readFile } from 'node:fs/promises';
import { createApiClient } from '../src/entry/demo/api-client.ts';
import type { DemoFile } from '../src/entry/demo/demo.ts';
import type { Asked } from './caller-check/server.ts';
import { type AskedProduct, startAskedProduct } from './caller-check/start-server.ts';
import { firstCampaign, leadsOf, queueDeliveries } from './kit/post-leads.ts';
import { quantile, runLoad } from './kit/tls-load.ts';

/**
 * What it costs to check a caller, over the work of a lead: CPU time of the server process and its databases, in turns
 * in one process.
 * - A lead: whole, through HTTPS, at the load of the bench of intake.
 * - A check: what the gate does with a request before its handler begins, alone and many times: the header is read, the
 *   key or session hashed and looked up, its state, networks and limit looked at, its use counted, the policy table
 *   asked. Look-ups are remembered for a second, so that the leads of a second share one. A key has to stand a second
 *   look in the transaction of the write, which a group of leads shares: the groups of this run are counted.
 * Not compared is what both would do anyhow: TLS, reading the request, the transaction itself. A session is held
 * against the work of a lead too. Told, and not in the ratio: one that is looked up for each request, as that of people
 * who come now and then.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const [CHECKS, LOOK_UPS, SECOND_LOOKS] = [20_000, 1000, 1000];
const CONNECTIONS = 64;
const GOAL = 0.05;
const PASSWORD = 'seven green bicycles';

const product = await startAskedProduct();
try {
  await queueDeliveries(product.demo);
  const callers = await callersOf(product.demo);
  await measureRound(callers);
  const costs: Costs[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const cost = await measureRound(callers);
    costs.push(cost);
    process.stdout.write(`round ${round}: ${describe(cost)}\n`);
  }
  const [key, session, anew] = [keyShare, sessionShare, anewShare].map((share) => quantile(costs.map(share), 0.5));
  process.stdout.write(
    `of the work of a lead: the check of a key ${percent(key)} (${percent(Math.min(...costs.map(keyShare)))} to ` +
      `${percent(Math.max(...costs.map(keyShare)))}), of a session ${percent(session)}; ` +
      `of a session that is looked up for each request ${percent(anew)}\n`,
  );
  const ratio = Number(Math.max(key ?? Number.NaN, session ?? Number.NaN).toFixed(4));
  const unit = 'CPU time of checking a caller over that of a lead, at most';
  process.stdout.write(`${JSON.stringify({ bench: 'caller-check', ratio, goal: GOAL, unit })}\n`);
} finally {
  await product.stop();
}

/** CPU milliseconds of one of each, and how the leads came. */
interface Costs {
  readonly lead: number;
  readonly leadsPerSecond: number;
  readonly leadsPerGroup: number;
  readonly key: number;
  readonly keyAnew: number;
  readonly secondLook: number;
  readonly session: number;
  readonly sessionAnew: number;
}

function keyShare({ lead, key, keyAnew, secondLook, leadsPerSecond, leadsPerGroup }: Costs): number {
  return (key + keyAnew / leadsPerSecond + secondLook / leadsPerGroup) / lead;
}

function sessionShare({ lead, session, sessionAnew, leadsPerSecond }: Costs): number {
  return (session + sessionAnew / leadsPerSecond) / lead;
}

function anewShare({ lead, sessionAnew }: Costs): number {
  return sessionAnew / lead;
}

interface Callers {
  readonly postingKey: string;
  readonly key: Pick<Extract<Asked, { kind: 'check' }>, 'routeId' | 'headers'>;
  readonly session: Pick<Extract<Asked, { kind: 'check' }>, 'routeId' | 'headers'>;
}

async function measureRound({ key, session, postingKey }: Callers): Promise<Costs> {
  const cost = async (times: number, asked: Asked): Promise<number> => {
    const { cpuSeconds } = await product.ask({ kind: 'cpu' });
    return (((await product.ask(asked)).cpuSeconds - cpuSeconds) * 1000) / times;
  };
  const check = (times: number, lookUp: 'known' | 'anew', who: Callers['key']): Promise<number> =>
    cost(times, { kind: 'check', times, lookUp, ...who });
  return {
    ...(await measureLeads(product)),
    key: await check(CHECKS, 'known', key),
    session: await check(CHECKS, 'known', session),
    keyAnew: await check(LOOK_UPS, 'anew', key),
    sessionAnew: await check(LOOK_UPS, 'anew', session),
    secondLook: await cost(SECOND_LOOKS, { kind: 'look_again', key: postingKey, times: SECOND_LOOKS }),
  };
}

async function measureLeads(target: AskedProduct): Promise<Pick<Costs, 'lead' | 'leadsPerSecond' | 'leadsPerGroup'>> {
  const { port, demo } = target;
  const before = await target.ask({ kind: 'cpu' });
  const load = { port, caFile: demo.caFile, connections: CONNECTIONS, ...leadsOf(firstCampaign(demo)) };
  const { answers, seconds } = await runLoad(load, SECONDS);
  const after = await target.ask({ kind: 'cpu' });
  return {
    lead: ((after.cpuSeconds - before.cpuSeconds) * 1000) / answers,
    leadsPerSecond: answers / seconds,
    leadsPerGroup: answers / (after.secondLooks - before.secondLooks),
  };
}

/** The posting key of a campaign, and the session of a person who signed in. */
async function callersOf(demo: DemoFile): Promise<Callers> {
  const api = createApiClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'), demo.admin.apiKey);
  const email = 'bench@example.test';
  await api.call('POST', '/api/v1/users', { email, name: 'Kim Doe', role: 'support', password: PASSWORD });
  const body = JSON.stringify({ email, password: PASSWORD });
  const signedIn = await api.send({ method: 'POST', path: '/api/v1/auth/sign-in', body });
  api.close();
  const [cookie] = signedIn.headers['set-cookie']?.[0]?.split(';') ?? [];
  if (!cookie) throw new Error(`nobody could sign in: ${signedIn.status}`);
  const { postingKey } = firstCampaign(demo);
  return {
    postingKey,
    key: { routeId: 'submit_lead', headers: { authorization: `Bearer ${postingKey}` } },
    session: { routeId: 'get_lead', headers: { cookie } },
  };
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${(100 * share).toFixed(2)} %`;
}

function describe(cost: Costs): string {
  const { leadsPerSecond, leadsPerGroup, lead, key, keyAnew, secondLook, session, sessionAnew } = cost;
  const inUs = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`;
  return (
    `${leadsPerSecond.toFixed(0)} leads/s in groups of ${leadsPerGroup.toFixed(1)}, ${lead.toFixed(2)} ms each; ` +
    `key ${inUs(key)}, looked up ${inUs(keyAnew)}, second look ${inUs(secondLook)}; ` +
    `session ${inUs(session)}, looked up ${inUs(sessionAnew)}`
  );
}
