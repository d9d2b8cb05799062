import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoFile } from '../demo/demo.ts';
import { codeOf } from '../demo/people.ts';
import type { Command } from './command.ts';
import { settingsOrComplain } from './settings.ts';

export const demoCodeCommand: Command = {
  name: 'demo code',
  form: 'demo code',
  summary: "Print the code of the demo owner's authenticator app, to sign in without a phone.",
  async run() {
    const settings = settingsOrComplain(true);
    if (!settings) return 2;
    const file = path.join(settings.dataDir, 'demo.json');
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    const people = text === undefined ? [] : ((JSON.parse(text) as DemoFile).people ?? []);
    const secret = people.find((person) => person.authenticatorSecret !== null)?.authenticatorSecret;
    if (!secret) {
      process.stderr.write(`${file} names no owner with an authenticator app. Start the demo first: npm start\n`);
      return 1;
    }
    process.stdout.write(`${codeOf(secret, new Date())}\n`);
    return 0;
  },
};
