import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../kit/chance.ts';
import { killed, serverPid, signalTo } from '../kit/clusters.ts';
import type { World } from './world.ts';

/** What can befall a running installation. */
const BLOWS = {
  /** kill -9 of the product: its databases live on as orphans. */
  product: (world: World) => world.product().end('SIGKILL'),
  application: async (world: World) => killed(await serverPid(world.dataDir, 'application')),
  keystore: async (world: World) => killed(await serverPid(world.dataDir, 'keystore')),
  /** One server process: PostgreSQL ends all others too and recovers. */
  backend: async (world: World, chance: Chance) => killed(chance.pick(await backends(world))),
  /** As when the machine loses power. */
  everything: async (world: World) => {
    const servers = await Promise.all([serverPid(world.dataDir, 'application'), serverPid(world.dataDir, 'keystore')]);
    for (const pid of [...servers, world.product().pid]) signalTo(pid, 'SIGKILL');
    await world.product().ended;
  },
  /** Asked to stop in the middle of work. */
  stop: (world: World) => stopInOrder(world),
  /** Asked to stop while a database is gone. */
  stop_without_database: async (world: World, chance: Chance) => {
    await killed(await serverPid(world.dataDir, chance.pick(['application', 'keystore'])));
    await sleep(chance.between(0, 400));
    await stopInOrder(world);
  },
  /** Killed, and killed again while it starts. */
  start: async (world: World, chance: Chance) => {
    await world.product().end('SIGKILL');
    const again = world.start();
    await sleep(chance.between(0, 2500));
    await again.end('SIGKILL');
  },
} as const;

export type Blow = keyof typeof BLOWS;

/** In turn, those that cut deepest more often. */
const TURNS: readonly Blow[] = [
  'product',
  'application',
  'everything',
  'backend',
  'stop',
  'product',
  'keystore',
  'start',
  'application',
  'product',
  'stop_without_database',
  'everything',
  'backend',
];

export function blowOf(seed: number): Blow {
  const blow = TURNS[seed % TURNS.length];
  if (!blow) throw new RangeError('a seed is a whole number from 0');
  return blow;
}

/** Strikes once. Blows that leave the product running must not end it. */
export async function strike(world: World, blow: Blow, chance: Chance): Promise<void> {
  await BLOWS[blow](world, chance);
}

async function stopInOrder(world: World): Promise<void> {
  const { code, signal } = await world.product().end('SIGTERM');
  if (code !== 0) throw new Error(`a stop ended with ${code ?? signal}:\n${world.product().output().slice(-6000)}`);
}

async function backends(world: World): Promise<number[]> {
  const rows = await world.application.query<{ pid: number }>({
    text: `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <>
      'careroute-chaos' ORDER BY pid`,
  });
  return rows.map((row) => row.pid);
}
