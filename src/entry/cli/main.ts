#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=40
import { enableCompileCache } from 'node:module';
import path from 'node:path';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Careroute needs Node 24; this is ${process.version}. ` +
      'Run it by npm ("npm start", "npm run careroute -- …"), which brings it.\n',
  );
  process.exit(2);
}

// Sources are compiled once and kept: the next start is quicker and needs less memory.
enableCompileCache(path.join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'careroute'));
const { COMMANDS, usage } = await import('./commands.ts');

const words = process.argv.slice(2);
const command = COMMANDS.find(({ name }) => name.split(' ').every((part, index) => words[index] === part));
if (!command) {
  const asked = words.length === 0 || words.includes('--help') || words.includes('-h');
  (asked ? process.stdout : process.stderr).write(usage());
  process.exitCode = asked ? 0 : 2;
} else {
  const rest = words.slice(command.name.split(' ').length);
  if (rest.length > 0 && command.form === command.name) {
    process.stderr.write(`careroute ${command.name} takes nothing more on its command line.\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = await command.run(rest);
  }
}
