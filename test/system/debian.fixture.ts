import assert from 'node:assert/strict';
import { execFile, type ExecFileOptions } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

const LONGEST_MS = 300_000;

export interface RunOptions extends ExecFileOptions {
  /** Fed to its standard input. */
  readonly input?: string;
}

/** The account of what refuses to be root, where we are root: that of the embedded clusters. */
export const ACCOUNT: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The first of these paths that exists; fails naming the Debian package that brings it. */
export function programOf(debianPackage: string, ...patterns: readonly string[]): string {
  const [found] = patterns.flatMap((pattern) => globSync(pattern).toSorted());
  assert.ok(found, `install the Debian package ${debianPackage}`);
  return found;
}

const endings: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** Has something done when the tests of the file are over: the last asked for is the first done. */
export const atEnd = (end: () => Promise<unknown>): void => void endings.push(end);

/** A new directory of that account, which goes when the tests of the file are over. */
export async function accountDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-system-'));
  await chmod(directory, 0o755);
  await giveToAccount(directory);
  atEnd(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export async function giveToAccount(file: string): Promise<void> {
  const { uid, gid } = ACCOUNT;
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/** Runs a program to its end and gives what it printed; rejects, with what it complained of, if it fails. */
export function runTo(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { input = '', ...more } = options;
  return new Promise((resolve, reject) => {
    const all = { timeout: LONGEST_MS, maxBuffer: 64 * 1024 * 1024, ...more, encoding: 'utf8' } as const;
    const child = execFile(program, [...args], all, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} failed: ${stderr}\n${stdout}`, { cause: error }));
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}

/** An address of this machine that is not loopback, so that what is said of networks holds for it. */
export function ownAddress(): string {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = own.find(({ internal, family, address }) => {
    return !internal && family === 'IPv4' && !address.startsWith('169.254.');
  });
  assert.ok(found, 'this machine needs an IPv4 address beside loopback: ip link add dummy0 type dummy gives one');
  return found.address;
}
