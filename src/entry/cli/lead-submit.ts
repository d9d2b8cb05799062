import path from 'node:path';
import { AppError } from '../../kernel/app-error.ts';
import type { Command } from './command.ts';
import { findTarget } from './lead-submit/find-target.ts';
import { FORM, readOptions } from './lead-submit/read-options.ts';
import { submitFile } from './lead-submit/submit-file.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { settingsOrComplain } from './settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

export const leadSubmitCommand: Command = {
  name: 'lead submit',
  form: 'lead submit FILE [--url …]',
  summary: 'Post the leads of a JSON or CSV file; without --url to the demo. May be broken off and run again.',
  async run(args) {
    const options = parsedOrComplain(FORM, () => readOptions(args));
    if (!options) return 2;
    if (!options.ok) return complain(options.error);
    const { file, concurrency, reportFile, demoFile } = options.value;
    const target = await findTarget(options.value, () => demoFile ?? demoFileOfSettings());
    if (!target.ok) return complain([target.error]);
    try {
      const { signal, release } = stopOnSignal();
      try {
        const { stdout: out, stderr: err } = process;
        return await submitFile({ file, target: target.value, concurrency, reportFile, out, err, signal });
      } finally {
        release();
      }
    } catch (error) {
      if (error instanceof AppError) return complain([error.message]);
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      const code = 'code' in error ? String(error.code) : error.name;
      return complain([`${'path' in error ? String(error.path) : file} cannot be read (${code}). Check the path.`]);
    }
  },
};

function complain(faults: readonly string[]): number {
  process.stderr.write(`${faults.join('\n')}\nUse: careroute ${FORM}\n`);
  return 2;
}

function demoFileOfSettings(): string | undefined {
  const settings = settingsOrComplain(false);
  return settings && path.join(settings.dataDir, 'demo.json');
}
