import { removeDemo } from '../demo/remove-demo.ts';
import type { Command } from './command.ts';
import { withDatabases } from './with-databases.ts';

export const demoRemoveCommand: Command = {
  name: 'demo remove',
  form: 'demo remove',
  summary: 'Take the demo tenant away: its rows, keys and files, and nothing else.',
  run: () =>
    withDatabases('Removing the demo', async ({ urls, secrets, settings }) => {
      const rows = await removeDemo(urls, secrets, settings.dataDir);
      process.stdout.write(
        rows === 0 ? 'There was no demo.\n' : `The demo is gone: ${rows} rows, its keys and its files.\n`,
      );
      return 0;
    }),
};
