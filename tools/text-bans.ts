import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type { HouseFault } from './fault.ts';
import { isTest, type SourceFile } from './source-files.ts';
import { sessionSettings } from './session-settings.ts';

const UNFINISHED = /\b(TODO|FIXME|HACK)\b/;
const HOMES = /(?<![\w.])(\/home\/[a-z][\w.-]*|\/Users\/[A-Za-z][\w.-]*|[A-Z]:\\Users\\\w+)/;
const BLANKET = /\b(oxlint|eslint)-disable(?!-(next-)?line)\b/;
const UNEXPLAINED = /\b(oxlint|eslint)-disable-(next-)?line\b(?!.* -- \w)/;
const HIDDEN_TYPES = /@ts-(ignore|nocheck)\b/;

/** Folders that many machines share, so that naming them says nothing about one of them. */
const SHARED = /^\/($|(bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|srv|sys|tmp|usr|var|Users|builds)(\/|$))/;

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** Paths of the machine that runs the check: the checkout, the folder around it, the home. */
export function machinePaths(root: string, home: string = homedir()): RegExp {
  const around = SHARED.test(dirname(root)) ? [] : [`${dirname(root)}/`];
  const own = [root, ...around, ...(SHARED.test(home) ? [] : [home])].filter((path) => path.length > 1);
  return new RegExp(`(?<![\\w.-])(${own.map(escape).join('|')})|${HOMES.source}`);
}

/** The tools that define the words are the one place that may write them. */
const definesWords = (path: string): boolean => /^tools\/text-bans(\.test)?\.ts$/.test(path);

/** Every banned word of one text file, whatever its language. */
export function textFaults(file: SourceFile, machine: RegExp): HouseFault[] {
  const bans: [RegExp, string][] = [
    [machine, 'a path of one machine: use a relative path or a setting.'],
    [UNFINISHED, 'unfinished work: finish it or file it.'],
    [BLANKET, 'lint is silenced one line at a time.'],
    [UNEXPLAINED, 'a silenced lint rule gives its reason after " -- ".'],
    [HIDDEN_TYPES, 'a type error is mended, not hidden.'],
  ];
  const lines = definesWords(file.path) ? [] : file.text.split('\n');
  const words = lines.flatMap((text, at) =>
    bans.filter(([ban]) => ban.test(text)).map(([, message]) => ({ file: file.path, line: at + 1, message })),
  );
  if (!/\.(ts|sql)$/.test(file.path) || isTest(file.path) || file.path.startsWith('tools/')) return words;
  const message = 'a setting that outlives its transaction leaks into the next tenant: make it local.';
  return [...words, ...sessionSettings(file.text).map((line) => ({ file: file.path, line, message }))];
}
