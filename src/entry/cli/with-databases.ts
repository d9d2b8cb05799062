import { createLog, type Log } from '../../platform/log/index.ts';
import type { Settings } from '../../platform/config/index.ts';
import type { DatabaseUrls } from '../compose/databases.ts';
import { reachEmbedded } from '../compose/embedded.ts';
import { lockDataDir } from '../compose/instance-lock.ts';
import { openDatabases } from '../compose/open-databases.ts';
import { rootSecretOf } from '../compose/root-secret.ts';
import { deriveSecrets, type DerivedSecrets } from '../compose/secrets.ts';
import { explain, rootKeyWarning, settingsOrComplain } from './settings.ts';

export interface Reach {
  readonly settings: Settings;
  readonly secrets: DerivedSecrets;
  readonly urls: DatabaseUrls;
  readonly log: Log;
}

/**
 * Does the work of a command with the databases open: embedded ones are those of the running Careroute, or are started
 * for the command and stopped again. The exit code is 2 for wrong settings, 1 for a failure, which is explained on
 * standard error, and what `work` gives otherwise.
 */
export async function withDatabases(what: string, work: (reach: Reach) => Promise<number>): Promise<number> {
  const settings = settingsOrComplain(false);
  if (!settings) return 2;
  const log = createLog({ level: settings.logLevel, destination: process.stderr });
  try {
    const root = await rootSecretOf(settings);
    if (root.madeIn) process.stderr.write(`${rootKeyWarning(root.madeIn)}\n`);
    const secrets = deriveSecrets(root.bytes);
    const lock = await lockDataDir(settings.dataDir);
    try {
      const databases =
        lock || settings.database.kind === 'external'
          ? await openDatabases(settings, secrets, (cluster, outcome) =>
              log.warn('database_restart', { cluster, outcome }),
            )
          : await reachEmbedded(settings.dataDir, secrets);
      try {
        return await work({ settings, secrets, urls: databases.urls, log });
      } finally {
        await databases.stop();
      }
    } finally {
      await lock?.release();
    }
  } catch (error) {
    process.stderr.write(`${what} failed: ${explain(error)}\n`);
    return 1;
  }
}
