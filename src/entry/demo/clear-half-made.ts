import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Careroute } from '../compose/careroute.ts';
import { removeDemo } from './remove-demo.ts';

type Installation = Pick<Careroute, 'settings' | 'databases' | 'runtime'>;

const markOf = ({ settings }: Installation): string => path.join(settings.dataDir, 'demo.unfinished');

/** Notes that a demo is being made, whose keys stand nowhere before it is whole. */
export async function markHalfMade(installation: Installation): Promise<void> {
  await writeFile(markOf(installation), '', { mode: 0o600, flush: true });
}

export async function unmarkHalfMade(installation: Installation): Promise<void> {
  await rm(markOf(installation), { force: true });
}

/** Takes away the demo of a start that died while it made it: nobody has its keys, and nobody has used it yet. */
export async function clearHalfMade(installation: Installation): Promise<void> {
  if (!existsSync(markOf(installation))) return;
  const { databases, runtime, settings } = installation;
  await removeDemo(databases.urls, runtime.secrets, settings.dataDir);
  await unmarkHalfMade(installation);
}
