import type { ServerResponse } from 'node:http';

/** An event as it goes to a reader. */
export interface ServerEvent {
  readonly event: string;
  /** What a reader that comes again names as its last. */
  readonly id?: string;
  /** Sent as JSON. */
  readonly data: unknown;
  /** How many things it tells of: so many are counted as skipped where it cannot be sent. */
  readonly count: number;
}

/** A stream of events to one reader (HTML, 9.2 Server-sent events). */
export interface EventStream {
  /** Sends an event, or counts it as skipped while the reader is so slow that too much waits for it already. */
  send(event: ServerEvent): void;
  /** Says why, and ends. */
  end(reason: string): void;
}

/** Bytes that may wait for a slow reader. */
const WAITING_BYTES = 256 * 1024;
const HEARTBEAT_MS = 15_000;

/** Begins a stream of events as the answer; `headers` go along. `onEnd` is called once, whoever ended it. */
export function beginEventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  onEnd: () => void,
): EventStream {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  let skipped = 0;
  const isFull = (): boolean => response.writableLength > WAITING_BYTES;
  const write = (text: string): void => {
    if (!response.writableEnded && !response.destroyed) response.write(text);
  };
  const tellSkipped = (): void => {
    if (skipped === 0 || isFull()) return;
    write(textOf({ event: 'skipped', data: { count: skipped }, count: 0 }));
    skipped = 0;
  };
  const heartbeat = setInterval(() => {
    if (!isFull()) write(': still here\n\n');
  }, HEARTBEAT_MS);
  response.on('drain', tellSkipped);
  whenOver(response, () => {
    clearInterval(heartbeat);
    onEnd();
  });
  return {
    send(event) {
      if (isFull()) {
        skipped += event.count;
        return;
      }
      tellSkipped();
      write(textOf(event));
    },
    end(reason) {
      if (response.writableEnded) return;
      // Who does not read would keep it open for ever.
      if (isFull()) {
        response.destroy();
        return;
      }
      write(textOf({ event: 'end', data: { reason }, count: 0 }));
      response.end();
    },
  };
}

/** Tells that an answer is over once whoever began it has gone on, also where its reader was gone already. */
function whenOver(response: ServerResponse, tell: () => void): void {
  // A connection that breaks is no failure of ours.
  response.on('error', () => response.destroy());
  if (response.destroyed) queueMicrotask(tell);
  else response.once('close', tell);
}

const textOf = ({ event, id, data }: ServerEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
