import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from './app.ts';

/** A lead as the feed tells of it, as far as tests look at it. */
export interface FedLead {
  readonly leadId: string;
  readonly status: string;
  readonly state: string | null;
  readonly partnerId: string;
  readonly offerId: string | null;
  readonly price: string | null;
  readonly payout: string | null;
  readonly updatedAt: string;
}

/** An event as it came. */
export interface FeedEvent {
  readonly event: string;
  readonly id: string | undefined;
  // oxlint-disable-next-line no-explicit-any -- a test reads what it expects
  readonly data: any;
}

export interface FeedReader {
  readonly status: number;
  readonly contentType: string | undefined;
  /** All events so far. */
  readonly events: readonly FeedEvent[];
  /** All leads told so far, in the order told. */
  leads(): FedLead[];
  /** Waits until it holds; rejects after `limitMs`. */
  until(holds: (reader: FeedReader) => boolean, limitMs?: number): Promise<void>;
  /** Whether the server has ended the stream. */
  isOver(): boolean;
  close(): void;
}

/** Opens the feed, or another stream of events, with these headers, as a browser's EventSource does. */
export async function readFeed(
  app: Pick<TestApp, 'baseUrl' | 'certificate'>,
  headers: Readonly<Record<string, string>>,
  path = '/api/v1/leads/feed',
): Promise<FeedReader> {
  const events: FeedEvent[] = [];
  let over = false;
  let rest = '';
  const agent = new https.Agent({ ca: app.certificate.caPem });
  const request = https.get(new URL(path, app.baseUrl), { agent, headers });
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...blocks.filter((block) => !block.startsWith(':')).map(eventOf));
  });
  for (const end of ['end', 'close', 'error']) response.once(end, () => (over = true));
  request.on('error', () => (over = true));
  const reader: FeedReader = {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'],
    events,
    leads: () => events.flatMap(({ event, data }): FedLead[] => (event === 'leads' ? data : [])),
    isOver: () => over,
    async until(holds, limitMs = 10_000) {
      const limit = Date.now() + limitMs;
      while (!holds(reader)) {
        if (Date.now() > limit) throw new Error(`the feed did not come so far: ${JSON.stringify(events).slice(-2000)}`);
        await sleep(10);
      }
    },
    close: () => request.destroy(),
  };
  return reader;
}

function eventOf(block: string): FeedEvent {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  return { event: fields.get('event') ?? '', id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') };
}
