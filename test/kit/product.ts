import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Checkout } from './checkout.ts';

const THIS_CHECKOUT: Checkout = { directory: path.join(import.meta.dirname, '..', '..'), node: process.execPath };
/** How package.json runs the product: flags for Node, and the file. */
const COMMAND = packageJson.scripts.careroute.split(' ').slice(1);
/** Printed when the product serves and, with `--demo`, its example stands. */
const READY = 'Stop it with Ctrl-C';
const READY_LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 20;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A command of `careroute` in a process of its own, as users run it. */
export interface ProductProcess {
  readonly pid: number;
  /** All that it has written so far, to either stream. */
  output(): string;
  /** Waits until it has written the text; rejects with its output if it ends without. */
  says(text: string): Promise<void>;
  /** Waits until it serves. */
  ready(): Promise<void>;
  isRunning(): boolean;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly ports?: Ports;
  /** More settings, or other values of these. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another checkout than the one this test stands in, with a Node of its own. */
  readonly checkout?: Checkout;
  /** Passes on what it writes to standard error, as it comes. */
  readonly showsErrors?: boolean;
  /** Another account than ours, where we are root. */
  readonly uid?: number;
}

export interface Ports {
  readonly https: number;
  readonly http: number;
}

/** Starts `careroute ARGS` with these settings and no others. */
export function runProduct(args: readonly string[], options: ProductOptions): ProductProcess {
  const { dataDir, ports, env = {}, checkout = THIS_CHECKOUT, uid } = options;
  const child = spawn(checkout.node, [...COMMAND, ...args], {
    cwd: checkout.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: uid === undefined ? (process.env['HOME'] ?? '') : dataDir,
      CAREROUTE_DATA_DIR: dataDir,
      CAREROUTE_LOG_LEVEL: 'error',
      ...(ports ? { CAREROUTE_HTTPS_PORT: String(ports.https), CAREROUTE_HTTP_PORT: String(ports.http) } : {}),
      ...env,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  if (options.showsErrors) child.stderr.pipe(process.stderr, { end: false });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const says = async (wanted: string): Promise<void> => {
    const limit = Date.now() + READY_LIMIT_MS;
    while (!text.includes(wanted)) {
      if (!isRunning()) throw new Error(`careroute ended with ${child.exitCode ?? child.signalCode}:\n${text}`);
      if (Date.now() > limit) throw new Error(`careroute did not say "${wanted}":\n${text}`);
      await sleep(LOOK_EVERY_MS);
    }
  };
  return {
    pid: child.pid ?? 0,
    output: () => text,
    says,
    ready: () => says(READY),
    isRunning,
    async end(signal) {
      if (isRunning()) child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** What the demo wrote for scripts. */
export async function readDemoFile(dataDir: string): Promise<DemoFile> {
  return JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8')) as DemoFile;
}

/** Two ports of this machine that were free a moment ago. */
export async function freePorts(): Promise<Ports> {
  const [first, second] = await Promise.all([holdPort(), holdPort()]);
  await Promise.all([first.release(), second.release()]);
  return { https: first.port, http: second.port };
}

async function holdPort(): Promise<{ readonly port: number; release(): Promise<void> }> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
