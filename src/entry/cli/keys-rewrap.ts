import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { systemClock } from '../../kernel/time.ts';
import { keyProviderOf } from '../compose/key-provider.ts';
import { openRuntime } from '../compose/runtime.ts';
import { tenantIds } from '../compose/tenants.ts';
import type { Command } from './command.ts';
import { withDatabases } from './with-databases.ts';

export const keysRewrapCommand: Command = {
  name: 'keys rewrap',
  form: 'keys rewrap',
  summary: 'Give every tenant a new key and move all subject keys under it; may be broken off and run again.',
  run: () =>
    withDatabases('Rewrapping', async ({ settings, secrets, urls, log }) => {
      const provider = await keyProviderOf(settings, secrets);
      const runtime = openRuntime({
        urls,
        secrets,
        provider,
        clock: systemClock,
        onIdleError: (error) => log.warn('database_connection_lost', { error }),
        onBackgroundFailure: (error, reason) => log.error('background_failure', { error, reason }),
      });
      try {
        for (const { tenantId, slug } of await tenantIds(runtime)) {
          const moved = await runtime.vault.rewrap(tenantId, (count) =>
            process.stdout.write(`\r${slug}: ${count} keys`),
          );
          await runtime.tenancy.withTenant(systemContext(tenantId), (tx) =>
            recordAudit(tx, systemClock.now(), [
              {
                event: {
                  action: 'vault.rewrap',
                  entity: 'tenant',
                  entityIds: [tenantId],
                  outcome: 'done',
                  detail: { moved },
                },
                origin: {},
              },
            ]),
          );
          process.stdout.write(`\r${slug}: ${moved} keys moved\n`);
        }
        return 0;
      } finally {
        await runtime.close();
      }
    }),
};
