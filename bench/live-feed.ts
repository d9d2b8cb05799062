/**
 * Whether the page of the live feed keeps its frames at 100 leads a second: frames drawn while leads come, over frames
 * drawn while none do, in turns on one page; server, databases, senders and browser share the machine. Told beside it:
 * how many of the leads the page heard of, and how late.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startSharedCluster } from '../test/kit/cluster.ts';
import { openPortals, type Portals, type SignedVisit } from '../test/kit/portals.ts';

const PER_SECOND = 100;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const GOAL = 0.95;

/** Counts the frames that the page draws, and the longest gap between two, for some seconds. */
const framesOf = ({ page }: SignedVisit): Promise<{ frames: number; longestMs: number }> =>
  page.evaluate(`new Promise((done) => {
    const began = performance.now();
    let [frames, last, longestMs] = [0, began, 0];
    const next = (now) => {
      frames += 1;
      longestMs = Math.max(longestMs, now - last);
      last = now;
      if (now - began < ${SECONDS * 1000}) requestAnimationFrame(next);
      else done({ frames, longestMs: Math.round(longestMs) });
    };
    requestAnimationFrame(next);
  })`);

/** Posts leads at an even pace, whatever the answers take. Gives how many were taken. */
async function postEvenly({ market }: Portals): Promise<number> {
  const posts: Promise<{ readonly status: number }>[] = [];
  const began = performance.now();
  for (let count = 0; count < PER_SECOND * SECONDS; count += 1) {
    posts.push(market.post());
    const ahead = (count * 1000) / PER_SECOND - (performance.now() - began);
    if (ahead > 0) await pause(ahead);
  }
  const answers = await Promise.all(posts);
  return answers.filter(({ status }) => status === 200).length;
}

const cluster = await startSharedCluster();
Object.assign(process.env, cluster.env);
const portals = await openPortals();
try {
  const visit = await portals.visit('owner');
  await visit.open('/admin/leads/live');
  await visit.page.locator('tbody tr').first().waitFor();
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const quiet = await framesOf(visit);
    const [busy, taken] = await Promise.all([framesOf(visit), postEvenly(portals)]);
    ratios.push(busy.frames / quiet.frames);
    const newest: { readonly json: { readonly data: { readonly shortId: string } } } = await portals.market.post();
    const sent = performance.now();
    await visit.page.getByText(newest.json.data.shortId).waitFor();
    console.log(
      `round ${round}: ${(quiet.frames / SECONDS).toFixed(0)} frames/s quiet (longest gap ${quiet.longestMs} ms), ` +
        `${(busy.frames / SECONDS).toFixed(0)} with ${(taken / SECONDS).toFixed(0)} leads/s (longest gap ` +
        `${busy.longestMs} ms); the next lead was seen ${(performance.now() - sent).toFixed(0)} ms after its answer`,
    );
  }
  const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
  const unit = 'frames drawn with 100 leads/s over frames drawn with none';
  console.log(JSON.stringify({ bench: 'live-feed', ratio: Number(ratio.toFixed(2)), goal: GOAL, unit }));
} finally {
  await portals.stop();
  await cluster.stop();
}
