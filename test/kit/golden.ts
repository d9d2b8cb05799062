import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '..', 'invariants');

/**
 * Whether golden files are to be written anew: `CAREROUTE_UPDATE_GOLDEN=1`. The difference is then for a person to
 * read.
 */
const updating = (): boolean => process.env['CAREROUTE_UPDATE_GOLDEN'] === '1';

/** The lines of a golden file that are neither blank nor a comment; none if there is no file yet. */
function goldenLines(name: string): string[] {
  const file = path.join(FOLDER, name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** Asserts that a golden file holds exactly these lines, under comments that say what they mean. */
export function assertGolden(name: string, comments: readonly string[], lines: readonly string[]): void {
  if (updating()) write(name, comments, lines);
  assert.deepEqual(goldenLines(name), lines, `${name}: run with CAREROUTE_UPDATE_GOLDEN=1 and review the difference`);
}

/**
 * Asserts that everything found is excused by a line of a golden file, and that every line still excuses something.
 * Updating only takes lines out: an excuse is written by hand, with its reason after ` | `.
 */
export function assertOnlyShrinks(name: string, found: readonly string[], limit: number): void {
  const lines = goldenLines(name);
  const excused = new Map(lines.map((line) => [line.split(' | ')[0]?.trim() ?? '', line]));
  const kept = lines.filter((line) => found.includes(line.split(' | ')[0]?.trim() ?? ''));
  if (updating() && kept.length < lines.length) write(name, commentsOf(name), kept);
  const silent = lines.filter((line) => (line.split(' | ')[1] ?? '').trim() === '');
  assert.deepEqual(silent, [], `${name}: each line gives a reason after " | "`);
  assert.deepEqual(
    found.filter((entry) => !excused.has(entry)),
    [],
    `not excused by ${name}`,
  );
  assert.deepEqual(
    lines.filter((line) => !kept.includes(line)),
    [],
    `${name}: these lines excuse nothing any more`,
  );
  assert.ok(lines.length <= limit, `${name} may only shrink: ${lines.length} lines, over ${limit}`);
}

function commentsOf(name: string): string[] {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.replace(/^# ?/, ''));
}

function write(name: string, comments: readonly string[], lines: readonly string[]): void {
  writeFileSync(path.join(FOLDER, name), [...comments.map((line) => `# ${line}`), ...lines, ''].join('\n'));
}
