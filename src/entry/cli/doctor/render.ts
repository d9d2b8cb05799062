import type { NamedFinding, State } from './finding.ts';

const MARKS: Readonly<Record<State, string>> = { ok: '✓', warning: '!', problem: '✗' };
const WORD_WIDTH = 'warning'.length;

/** One finding as aligned lines for a terminal: mark, name, word, message; the remedy indented beneath. */
export function findingText(finding: NamedFinding, nameWidth: number, columns: number): string {
  const indent = ' '.repeat(nameWidth + WORD_WIDTH + 6);
  const width = Math.max(30, columns - indent.length);
  const [first = '', ...rest] = wrap(finding.message, width);
  const columnsOfHead = [finding.name.padEnd(nameWidth), finding.state.padEnd(WORD_WIDTH), first];
  const head = `${MARKS[finding.state]} ${columnsOfHead.join('  ')}`;
  const remedy = finding.remedy === undefined ? [] : wrap(finding.remedy, width - 2).map((line) => `  ${line}`);
  return `${[head, ...[...rest, ...remedy].map((line) => `${indent}${line}`)].join('\n')}\n`;
}

/** The last line: what it comes to. */
export function verdictText(findings: readonly NamedFinding[]): string {
  const count = (state: State): number => findings.filter((finding) => finding.state === state).length;
  const states = ['problem', 'warning'] as const;
  const parts = states.map((state) => counted(count(state), state)).filter((part) => part !== '');
  return parts.length === 0 ? 'All is well.\n' : `${parts.join(', ')}.\n`;
}

/** The findings for programs: `ok` is false as soon as there is one problem. */
export function findingsJson(findings: readonly NamedFinding[]): string {
  const checks = findings.map(({ name, state, message, remedy }) => ({
    name,
    state,
    message,
    ...(remedy === undefined ? {} : { remedy }),
  }));
  return `${JSON.stringify({ ok: isWell(findings), checks }, null, 2)}\n`;
}

export const isWell = (findings: readonly NamedFinding[]): boolean =>
  findings.every((finding) => finding.state !== 'problem');

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Breaks at spaces; a word longer than the width stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
