import type { Command } from './command.ts';
import { demoCodeCommand } from './demo-code.ts';
import { demoRemoveCommand } from './demo-remove.ts';
import { doctorCommand } from './doctor.ts';
import { importLeadrouterCommand } from './import-leadrouter.ts';
import { keysRewrapCommand } from './keys-rewrap.ts';
import { leadSubmitCommand } from './lead-submit.ts';
import { migrateCommand } from './migrate.ts';
import { startCommand } from './start.ts';
import { ownerCreateCommand, superadminCreateCommand } from './owner-create.ts';
import { tenantCreateCommand } from './tenant-create.ts';

export const COMMANDS: readonly Command[] = [
  startCommand,
  doctorCommand,
  migrateCommand,
  tenantCreateCommand,
  ownerCreateCommand,
  superadminCreateCommand,
  leadSubmitCommand,
  importLeadrouterCommand,
  keysRewrapCommand,
  demoCodeCommand,
  demoRemoveCommand,
];

/** What the CLI can do, one line a command. */
export function usage(): string {
  const width = Math.max(...COMMANDS.map((command) => command.form.length));
  const lines = COMMANDS.map((command) => `  careroute ${command.form.padEnd(width)}  ${command.summary}`);
  const head = 'Careroute: lead routing, self-hosted.';
  const foot = 'Settings come from the environment: see docs/operate/configuration.md.';
  return `${head}\n\n${lines.join('\n')}\n\n${foot}\n`;
}
