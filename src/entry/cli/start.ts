import { parseArgs } from 'node:util';
import type { Settings } from '../../platform/config/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { type Careroute, startCareroute } from '../compose/careroute.ts';
import { tenantIds } from '../compose/tenants.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { tell } from '../demo/tell.ts';
import type { Command } from './command.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { explain, rootKeyWarning, settingsOrComplain } from './settings.ts';

const FORM = 'start [--demo]';

export const startCommand: Command = {
  name: 'start',
  form: FORM,
  summary: 'Run the product; with --demo, with an example tenant and buyers on this machine.',
  async run(args) {
    const options = { demo: { type: 'boolean', default: false } } as const;
    const parsed = parsedOrComplain(FORM, () => parseArgs({ args: [...args], options }));
    if (!parsed) return 2;
    const settings = settingsOrComplain(parsed.values.demo);
    return settings ? runUntilStopped(settings) : 2;
  },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts, says what can be done now, and stops in good order at Ctrl-C or SIGTERM. */
async function runUntilStopped(settings: Settings): Promise<number> {
  const log = createLog({ level: settings.logLevel, destination: process.stderr });
  const stopped = stopSignal();
  let careroute: Careroute | undefined;
  let demo: Demo | undefined;
  try {
    careroute = await startCareroute({ settings, log, onStep: (step) => say(`  ${step} …`) });
    if (careroute.rootKeyMadeIn) say(rootKeyWarning(careroute.rootKeyMadeIn));
    if (settings.demo) {
      demo = await startDemo(careroute, (step) => say(`  ${step} …`));
      await tell(demo, careroute, say);
    } else {
      say(`Careroute answers at ${careroute.baseUrl}`);
      if ((await tenantIds(careroute.runtime)).length === 0)
        say('There is no tenant yet. Make one: careroute tenant create NAME --slug SLUG --time-zone ZONE');
      say('Invite the owner of a tenant: careroute owner create EMAIL --tenant SLUG');
    }
    say('Stop it with Ctrl-C.');
    await stopped;
    say('Stopping …');
    return 0;
  } catch (error) {
    process.stderr.write(`Careroute could not start: ${explain(error)}\n`);
    return 1;
  } finally {
    try {
      await demo?.stop();
    } finally {
      await careroute?.stop();
      if (careroute) say('Stopped.');
    }
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
