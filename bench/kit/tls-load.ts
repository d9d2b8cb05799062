import { readFile } from 'node:fs/promises';
import tls from 'node:tls';

export interface Load {
  readonly port: number;
  readonly caFile: string;
  readonly connections: number;
  /** The next request, whole, as it goes over the wire. */
  readonly next: () => Buffer;
  /** Judges an answer; throws to stop the bench when it is not what was asked for. */
  readonly check: (status: number, body: string) => void;
}

export interface LoadResult {
  readonly answers: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

/**
 * Keeps `connections` TLS connections busy with one request each at a time for `seconds`. A hand-made client, because
 * the load generator shares the machine with what it measures and should cost little.
 */
export async function runLoad(load: Load, seconds: number): Promise<LoadResult> {
  const ca = await readFile(load.caFile);
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  const latenciesMs: number[] = [];
  const worker = async (): Promise<void> => {
    const connection = await connect(load.port, ca);
    try {
      while (performance.now() < until) {
        const begun = performance.now();
        const { status, body } = await connection.ask(load.next());
        latenciesMs.push(performance.now() - begun);
        load.check(status, body);
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  return { answers: latenciesMs.length, seconds: (performance.now() - started) / 1000, latenciesMs };
}

/** A TLS connection of one request at a time. */
export interface Connection {
  /** Sends a request, whole, and gives its answer. */
  ask(request: Buffer): Promise<{ status: number; body: string }>;
  close(): void;
}

/** Opens a connection to this machine; `ca` is PEM. */
export async function connect(port: number, ca: Buffer): Promise<Connection> {
  const socket = tls.connect({ host: '127.0.0.1', port, ca, servername: 'localhost' });
  await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  let received = '';
  let waiting:
    { resolve: (answer: { status: number; body: string }) => void; reject: (error: Error) => void } | undefined;
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const head = received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, head))?.[1] ?? 0);
    if (Buffer.byteLength(received.slice(head + 4)) < length) return;
    const answer = { status: Number(received.slice(9, 12)), body: received.slice(head + 4) };
    received = '';
    waiting?.resolve(answer);
  });
  socket.on('error', (error: Error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed a connection')));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

/** The value at a share (0 to 1) of the sorted numbers. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
