import { systemClock } from '../../kernel/time.ts';
import type { Settings } from '../../platform/config/index.ts';
import { migrateAll } from '../compose/databases.ts';
import { keyProviderOf } from '../compose/key-provider.ts';
import { openRuntime, type Runtime } from '../compose/runtime.ts';
import { withDatabases } from './with-databases.ts';

/** Does the work of a command on databases of the newest schema; exit codes are those of `withDatabases`. */
export function withRuntime(
  what: string,
  work: (runtime: Runtime, settings: Settings) => Promise<number>,
): Promise<number> {
  return withDatabases(what, async ({ settings, secrets, urls, log }) => {
    await migrateAll(urls, secrets, () => {});
    const runtime = openRuntime({
      urls,
      secrets,
      provider: await keyProviderOf(settings, secrets),
      clock: systemClock,
      onIdleError: (error) => log.warn('database_connection_lost', { error }),
      onBackgroundFailure: (error, reason) => log.warn('background_failure', { error, reason }),
    });
    try {
      return await work(runtime, settings);
    } finally {
      await runtime.close();
    }
  });
}
