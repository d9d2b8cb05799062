import { parseArgs } from 'node:util';
import type { Settings } from '../../platform/config/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { type Careroute, startCareroute } from '../compose/careroute.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { tell } from '../demo/tell.ts';
import type { Command } from './command.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { explain, settingsOrComplain } from './settings.ts';

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
    warnOfRootKey(careroute);
    if (settings.demo) {
      demo = await startDemo(careroute, (step) => say(`  ${step} …`));
      await tell(demo, careroute, say);
    } else {
      say(`Careroute answers at ${careroute.baseUrl}`);
    }
    say('Stop it with Ctrl-C.');
    await stopped;
    say('Stopping …');
    return 0;
  } catch (error) {
    process.stderr.write(`Careroute could not start: ${explain(error)}\n`);
    return 1;
  } finally {
    await demo?.stop();
    await careroute?.stop();
    if (careroute) say('Stopped.');
  }
}

function warnOfRootKey(careroute: Careroute): void {
  if (!careroute.rootKeyMadeIn) return;
  say('');
  say(`  A root key was made: ${careroute.rootKeyMadeIn}`);
  say('  KEEP A COPY IN ANOTHER PLACE. If it is lost, nothing that was sealed can be read again, by anybody.');
  say('');
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
