import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Connection, type Load, type LoadResult } from './tls-load.ts';

/**
 * Sends `perSecond` requests a second for `seconds`, evenly, whether or not earlier ones have been answered: latencies
 * count from the instant at which a request was due, so that waiting for a free connection, or for the load generator
 * itself, is not left out.
 */
export async function runOpenLoad(load: Load, perSecond: number, seconds: number): Promise<LoadResult> {
  const ca = await readFile(load.caFile);
  const connections = await Promise.all(Array.from({ length: load.connections }, () => connect(load.port, ca)));
  const lane = createLane(connections);
  const started = performance.now();
  const latenciesMs: number[] = [];
  const send = async (dueAt: number): Promise<void> => {
    const { status, body } = await lane.ask(load.next());
    latenciesMs.push(performance.now() - dueAt);
    load.check(status, body);
  };
  const sent: Promise<void>[] = [];
  const failures: unknown[] = [];
  try {
    for (let index = 0; index < perSecond * seconds; index += 1) {
      const dueAt = started + (index * 1000) / perSecond;
      const early = dueAt - performance.now();
      if (early > 0) await sleep(early);
      // A connection that failed is free never again, and who waits for it would wait for ever.
      for (const failure of failures) throw failure;
      const sending = send(dueAt);
      sending.catch((error: unknown) => failures.push(error));
      sent.push(sending);
    }
    await Promise.all(sent);
  } finally {
    for (const connection of connections) connection.close();
  }
  return { answers: latenciesMs.length, seconds: (performance.now() - started) / 1000, latenciesMs };
}

/** Hands each request to a free connection, in order of arrival. */
function createLane(connections: readonly Connection[]): Pick<Connection, 'ask'> {
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];
  return {
    async ask(request) {
      const connection = free.pop() ?? (await new Promise<Connection>((resolve) => waiting.push(resolve)));
      const answer = await connection.ask(request);
      const next = waiting.shift();
      if (next) next(connection);
      else free.push(connection);
      return answer;
    },
  };
}
