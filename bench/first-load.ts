/**
 * What a portal costs to open: the compressed JavaScript of its first page, and the time until that page shows its
 * figures, with a processor four times slower, over TLS on loopback, nothing kept from before.
 */
import { startSharedCluster } from '../test/kit/cluster.ts';
import { openPortals, type SignedVisit } from '../test/kit/portals.ts';

const ROLES = ['owner', 'buyer', 'partner', 'practice_owner', 'superadmin'] as const;
const HOME = { owner: '/admin', buyer: '/buyer', partner: '/partner', practice_owner: '/practice' } as const;
const homeOf = (role: (typeof ROLES)[number]): string => (role === 'superadmin' ? '/installation' : HOME[role]);

const MOST_BYTES = 300_000;
const MOST_MS = 1_500;
const ROUNDS = 5;
const SLOWER = 4;

interface Opened {
  readonly bytes: number;
  readonly ms: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Opens a portal once, in a profile that was never here before. */
async function openOnce(visit: SignedVisit, address: string): Promise<Opened> {
  const { page, context } = visit;
  const chrome = await context.newCDPSession(page);
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await chrome.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  chrome.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  chrome.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  // The page answers: what was asked of it after it was shown has been done.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  return { bytes, ms: performance.now() - began };
}

const cluster = await startSharedCluster();
Object.assign(process.env, cluster.env);
const portals = await openPortals();
try {
  let worst = 0;
  for (const role of ROLES) {
    const rounds: Opened[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await portals.visit(role);
      rounds.push(await openOnce(visit, portals.app.baseUrl + homeOf(role)));
      await visit.close();
    }
    const bytes = median(rounds.map((round) => round.bytes));
    const ms = median(rounds.map((round) => round.ms));
    worst = Math.max(worst, bytes / MOST_BYTES, ms / MOST_MS);
    console.log(
      `${role.padEnd(16)} ${(bytes / 1000).toFixed(0).padStart(4)} KB of script  ${ms.toFixed(0).padStart(5)} ms`,
    );
  }
  const unit = 'worst of script over 300 KB and time over 1.5 s, at a quarter of the processor';
  console.log(JSON.stringify({ bench: 'first-load', ratio: Number(worst.toFixed(2)), goal: 1, unit }));
} finally {
  await portals.stop();
  await cluster.stop();
}
