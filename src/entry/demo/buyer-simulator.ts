import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { unreachable } from '../../kernel/result.ts';
import { type BidBehaviour, type Bidding, bidReply, BID_BEHAVIOURS, type ReceivedPing } from './bid-simulator.ts';
import { BEHAVIOURS, type Behaviour, type Reply, replyTo } from './buyer-simulator-answers.ts';
import { type Ledger, openLedger, type ReceivedLead } from './buyer-simulator-ledger.ts';

export type { Behaviour, Bidding, ReceivedLead };

/** One buyer, played over HTTPS. */
export interface BuyerSimulator {
  readonly name: string;
  /** Where it takes deliveries; `/leads` below it does too. `/ping` bids. `/received`, `/control`: for scripts. */
  readonly url: string;
  received(): ReceivedLead[];
  /** The latest requests for bids. */
  pings(): ReceivedPing[];
  /** Behaves otherwise from the next request on. */
  control(change: {
    readonly behaviour?: Behaviour;
    readonly delayMs?: number;
    readonly bidding?: Partial<Bidding>;
  }): void;
  /** Breaks off what is under way and closes. */
  stop(): Promise<void>;
}

export interface BuyerSimulatorOptions {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** PEM. */
  readonly tls: { readonly cert: string; readonly key: string };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How long `slow` takes to answer; 1,500 unless given. */
  readonly delayMs?: number;
  /** How it bids; 10.00 at once unless given. */
  readonly bidding?: Partial<Bidding>;
  readonly now?: () => Date;
  /** Remembers deliveries over restarts: a line of JSON for each change. */
  readonly stateFile?: string;
  /** The latest deliveries that are remembered; 10,000 unless given. */
  readonly keep?: number;
  /** The latest requests for bids that are remembered; 1,000 unless given. */
  readonly keepPings?: number;
}

interface Buyer {
  readonly ledger: Ledger;
  readonly pings: ReceivedPing[];
  readonly keepPings: number;
  readonly now: () => Date;
  readonly url: () => string;
  readonly stopping: AbortSignal;
  behaviour: Behaviour;
  delayMs: number;
  bidding: Bidding;
}

const LARGEST_BODY_BYTES = 1_048_576;
const LONGEST_DELAY_MS = 600_000;
const KEPT_HEADERS = ['idempotency-key', 'webhook-id', 'webhook-timestamp', 'webhook-signature', 'ping-id', 'bid-id'];
const USUAL_BID: Bidding = { behaviour: 'bid', bid: '10.00', delayMs: 0 };

/**
 * Starts a buyer that takes `POST /leads` (or `/`) as JSON and answers by its behaviour. The same `Idempotency-Key`
 * gets the same answer and is one lead. Rejects with the system's error (EADDRINUSE) if it cannot listen.
 */
export async function startBuyerSimulator(options: BuyerSimulatorOptions): Promise<BuyerSimulator> {
  const { name, behaviour, tls, host, port, delayMs = 1_500, now = () => new Date() } = options;
  const ledger = openLedger(options.keep ?? 10_000, options.stateFile);
  const stop = new AbortController();
  const server = createServer({ ...tls, minVersion: 'TLSv1.2' });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const url = `https://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  const bidding = { ...USUAL_BID, ...options.bidding };
  const { keepPings = 1000 } = options;
  const fixed = { ledger, pings: [], keepPings, now, url: () => url, stopping: stop.signal };
  const buyer: Buyer = { ...fixed, behaviour, delayMs, bidding };
  server.on('request', (request, response) => {
    serve(buyer, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  return {
    name,
    url,
    received: () => ledger.all(),
    pings: () => [...buyer.pings],
    control: ({ bidding: bids, ...change }) =>
      void Object.assign(buyer, change, { bidding: { ...buyer.bidding, ...bids } }),
    async stop() {
      stop.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(buyer: Buyer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method} ${(request.url ?? '').replace(/\?.*$/, '')}`;
  if (route === 'GET /received') return send(response, 200, buyer.ledger.all());
  if (!['POST /leads', 'POST /', 'POST /ping', 'POST /control'].includes(route))
    return send(response, 404, { error: 'not_found' });
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return send(response, 415, { accepted: false, reason: 'not_json' });
  }
  const text = await bodyOf(request);
  if (text === undefined) return send(response, 413, { accepted: false, reason: 'too_large' });
  const body = parse(text);
  if (!body) return send(response, 400, { accepted: false, reason: 'invalid_json' });
  if (route === 'POST /ping') return takePing(buyer, { request, body }, response);
  return route === 'POST /control' ? takeControl(buyer, body, response) : takeLead(buyer, { request, body }, response);
}

function takeControl(buyer: Buyer, body: Record<string, unknown>, response: ServerResponse): void {
  const { behaviour = buyer.behaviour, delayMs = buyer.delayMs, bid = buyer.bidding.behaviour } = body;
  const known = BEHAVIOURS.find((candidate) => candidate === behaviour);
  const isDelay = typeof delayMs === 'number' && delayMs >= 0 && delayMs <= LONGEST_DELAY_MS;
  const bids: BidBehaviour | undefined = BID_BEHAVIOURS.find((candidate) => candidate === bid);
  if (!known || !isDelay || !bids) return send(response, 400, { error: 'unknown_behaviour', behaviours: BEHAVIOURS });
  Object.assign(buyer, { behaviour: known, delayMs, bidding: { ...buyer.bidding, behaviour: bids } });
  return send(response, 200, { behaviour: known, delayMs });
}

interface Delivery {
  readonly request: IncomingMessage;
  readonly body: Record<string, unknown>;
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );

/** Says what it would pay; what it took itself stands in the answer, and beside the request. */
async function takePing(buyer: Buyer, { request, body }: Delivery, response: ServerResponse): Promise<void> {
  const startedAt = performance.now();
  const { pingId } = body;
  const received: ReceivedPing = { pingId: String(pingId), body, headers: headersOf(request), tookMs: null };
  buyer.pings.push(received);
  if (buyer.pings.length > buyer.keepPings) buyer.pings.shift();
  if (buyer.bidding.delayMs > 0) await wait(buyer.bidding.delayMs, undefined, { signal: buyer.stopping });
  const reply = bidReply(buyer.bidding, pingId, startedAt);
  if (!reply) return;
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.text);
  received.tookMs = performance.now() - startedAt;
}

async function takeLead(buyer: Buyer, { request, body }: Delivery, response: ServerResponse): Promise<void> {
  const headers = headersOf(request);
  const deliveryId = headers['idempotency-key'] ?? headers['webhook-id'] ?? null;
  const number = buyer.ledger.receive({ deliveryId, receivedAt: buyer.now().toISOString(), body, headers });
  // Decided before it waits: two requests for one delivery are never decided apart.
  const reply = replyTo(buyer.behaviour, buyer.ledger, number);
  if (buyer.behaviour === 'slow') await wait(buyer.delayMs, undefined, { signal: buyer.stopping });
  return give(buyer, reply, response);
}

function give(buyer: Buyer, reply: Reply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'answer':
      return send(response, reply.status, reply.body);
    case 'text':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(reply.text);
    case 'redirect':
      return void response.writeHead(302, { location: `${buyer.url()}/elsewhere` }).end();
    case 'silence':
      return undefined;
    case 'reset':
      return void response.destroy();
    default:
      return unreachable(reply);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The whole body; undefined beyond the limit, when the rest is read and dropped. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > LARGEST_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
