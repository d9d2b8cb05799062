import { migrateAll } from '../compose/databases.ts';
import type { Command } from './command.ts';
import { withDatabases } from './with-databases.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  form: 'migrate',
  summary: 'Bring both databases to the newest schema; safe to run twice, or twice at once.',
  run: () =>
    withDatabases('Migration', async ({ urls, secrets }) => {
      let applied = 0;
      await migrateAll(urls, secrets, (name) => {
        applied += 1;
        process.stdout.write(`Applied ${name}\n`);
      });
      process.stdout.write(
        applied === 0 ? 'Nothing to do: both databases are up to date.\n' : `${applied} migrations applied.\n`,
      );
      return 0;
    }),
};
