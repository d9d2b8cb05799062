import { quantile } from './kit/tls-load.ts';
import { chance, contractsOf, type Lead, leadsOf } from './match/market.ts';
import { engineOf } from './match/rules-engine.ts';
import { firstMismatch, type Subject, subjectOf } from '../src/leads/routing/domain/match-filters.ts';
import { type KeptMatcher, type Matchable, matcherOf } from '../src/leads/routing/domain/matcher.ts';
import { placeOfZip } from '../src/leads/routing/find-place.ts';

/**
 * Which of 1,000, 10,000 and 100,000 contracts a lead fits: by our matcher, by a plain loop that asks each contract,
 * and by json-rules-engine with the same rules, in one process. What the three find is compared before it is timed.
 * Each of our times is that of a lead as it comes: its age and its place are found out anew. The growth compares leads
 * that fit alike many contracts, since the work goes by those; with ten times the contracts they live elsewhere.
 * The ratio is our speed at 10,000 over that of json-rules-engine.
 */
const SIZES = [1000, 10_000, 100_000] as const;
const LEADS = Number(process.env['BENCH_LEADS'] ?? 20_000);
const ENGINE_LEADS = Number(process.env['BENCH_ENGINE_LEADS'] ?? 15);
const LOOP_LEADS = 200;
const CHECKED = 100;
/** Contracts that a lead fits, where sizes are compared. */
const [FEWEST, MOST] = [10, 30];
const GOAL = 1000;
const GOAL_US = 100;
const GOAL_GROWTH = 3;
const NOW = new Date('2026-03-08T12:00:00Z');

const known = { now: NOW, timeZone: 'America/New_York', placeOf: placeOfZip };
const subject = (lead: Lead): Subject => subjectOf(lead, known);
const leads = leadsOf(LEADS, 7);
const measured = [];
for (const size of SIZES) measured.push(await measure(size));
const [, middle, great] = measured;
if (!middle || !great) throw new Error('nothing was measured');
const ratio = Number((middle.engineUs / middle.allUs).toFixed(0));
const growth = Number((great.alikeUs / middle.alikeUs).toFixed(2));
const medianUs = Number(middle.allUs.toFixed(1));
process.stdout.write(
  `at 10,000: median ${medianUs} µs (goal: ${GOAL_US}), ${ratio} times as fast as json-rules-engine; ` +
    `from 10,000 to 100,000, for leads that fit ${FEWEST} to ${MOST} contracts: ` +
    `${growth} times (goal: ${GOAL_GROWTH})\n`,
);
const unit = 'times as fast as json-rules-engine at 10,000 contracts';
process.stdout.write(`${JSON.stringify({ bench: 'match', ratio, goal: GOAL, unit, medianUs, growth })}\n`);

async function measure(size: number) {
  const contracts = contractsOf(size, size);
  const began = performance.now();
  const matcher = matcherOf(1, contracts);
  const buildMs = performance.now() - began;
  const changedMs = timeOfChange(matcher, contracts);
  const engineUs = await measureEngine(contracts, matcher);
  const loopUs = measureLoop(contracts, matcher);
  for (const lead of leads.slice(0, 5000)) matcher.match(subject(lead));
  const times = leads.map((lead) => {
    const start = performance.now();
    const found = matcher.match(subject(lead)).size;
    return { us: (performance.now() - start) * 1000, found };
  });
  const median = (list: readonly { readonly us: number }[]): number =>
    quantile(
      list.map(({ us }) => us),
      0.5,
    );
  const alike = times.filter(({ found }) => found >= FEWEST && found <= MOST);
  const [allUs, alikeUs] = [median(times), median(alike)];
  const matches = quantile(
    times.map(({ found }) => found),
    0.5,
  );
  process.stdout.write(
    `${size} contracts: built in ${buildMs.toFixed(0)} ms, one changed in ${changedMs.toFixed(1)} ms; a lead fits ` +
      `${matches} (median); ours ${allUs.toFixed(1)} µs, plain loop ${loopUs.toFixed(0)} µs, json-rules-engine ` +
      `${engineUs.toFixed(0)} µs; the ${alike.length} leads that fit ${FEWEST} to ${MOST}: ${alikeUs.toFixed(1)} µs\n`,
  );
  return { allUs, alikeUs, engineUs, loopUs };
}

/** Milliseconds until a matcher knows of one changed contract. */
function timeOfChange(matcher: KeptMatcher, contracts: readonly Matchable[]): number {
  const at = Math.floor(chance(1)() * contracts.length);
  const changed = contracts.map((one, index) => (index === at ? { ...one, version: 2, geo: null } : one));
  const began = performance.now();
  matcherOf(2, changed, matcher);
  return performance.now() - began;
}

function measureLoop(contracts: readonly Matchable[], matcher: KeptMatcher): number {
  const loop = (lead: Lead): number => {
    const asked = subject(lead);
    let found = 0;
    for (const one of contracts) if (firstMismatch(one, asked) === null) found += 1;
    return found;
  };
  const some = leads.slice(0, Math.max(10, Math.floor((LOOP_LEADS * 1000) / contracts.length)));
  for (const lead of some.slice(0, CHECKED)) same(loop(lead), matcher.match(subject(lead)).size, 'the plain loop');
  return quantile(
    some.map((lead) => {
      const start = performance.now();
      loop(lead);
      return (performance.now() - start) * 1000;
    }),
    0.5,
  );
}

async function measureEngine(contracts: readonly Matchable[], matcher: KeptMatcher): Promise<number> {
  const engine = engineOf(contracts);
  const times: number[] = [];
  for (const lead of leads.slice(0, contracts.length > 10_000 ? 3 : ENGINE_LEADS)) {
    const start = performance.now();
    const asked = subject(lead);
    const { events } = await engine.run({ ...lead, age: asked.age(), place: asked.place() });
    times.push((performance.now() - start) * 1000);
    same(events.length, matcher.match(subject(lead)).size, 'json-rules-engine');
  }
  return quantile(times, 0.5);
}

function same(theirs: number, ours: number, who: string): void {
  if (theirs !== ours) throw new Error(`${who} finds ${theirs} contracts, the matcher ${ours}`);
}
