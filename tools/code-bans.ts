import ts from 'typescript';
import { bansOfPlace } from './place-bans.ts';
import { bansOfEscape } from './escape-bans.ts';
import type { CodeBan } from './code-ban.ts';
import type { HouseFault } from './fault.ts';
import type { SourceFile } from './source-files.ts';
import { eachNode, lineOf, parseSource } from './syntax.ts';
import { bansOfTests } from './test-bans.ts';
import { bansOfWeb } from './web-bans.ts';

const ALL: readonly CodeBan[] = [...bansOfPlace, ...bansOfEscape, ...bansOfTests, ...bansOfWeb];

const speaks = (node: ts.Node): boolean => ts.isIdentifier(node) && /^(assert|expect|refuses)/.test(node.text);

/** Every banned construct of one TypeScript file. */
export function codeFaults(file: SourceFile): HouseFault[] {
  const bans = ALL.filter((ban) => ban.applies(file.path));
  const faults: HouseFault[] = [];
  let asserts = false;
  eachNode(parseSource(file), (node) => {
    asserts ||= speaks(node);
    for (const ban of bans) {
      if (ban.breaks(node)) faults.push({ file: file.path, line: lineOf(node), message: ban.message });
    }
  });
  if (/\.test\.tsx?$/.test(file.path) && !asserts) {
    faults.push({ file: file.path, message: 'a test file without an assertion cannot fail.' });
  }
  return faults;
}
