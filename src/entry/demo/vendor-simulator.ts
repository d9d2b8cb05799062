import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { unreachable } from '../../kernel/result.ts';

/** How a vendor of checks answers: the first are ways of answering, the others are ways of failing. */
export const VENDOR_BEHAVIOURS = [
  'clear',
  'listed',
  'invalid',
  'unknown',
  'status_500',
  'malformed',
  'other_word',
  'huge',
  'reset',
  'silent',
  'telling',
] as const;
export type VendorBehaviour = (typeof VENDOR_BEHAVIOURS)[number];

/** A question as the vendor got it. */
export interface ReceivedCheck {
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/** One vendor of checks, played over HTTPS. */
export interface VendorSimulator {
  readonly url: string;
  received(): readonly ReceivedCheck[];
  /** Behaves otherwise from the next question on. */
  control(change: { readonly behaviour?: VendorBehaviour; readonly delayMs?: number }): void;
  /** Breaks off what is under way and closes. */
  stop(): Promise<void>;
}

export interface VendorSimulatorOptions {
  readonly behaviour?: VendorBehaviour;
  readonly delayMs?: number;
  /** PEM. */
  readonly tls: { readonly cert: string; readonly key: string };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

interface Vendor {
  readonly received: ReceivedCheck[];
  readonly stopping: AbortSignal;
  behaviour: VendorBehaviour;
  delayMs: number;
}

/** The latest questions that are remembered. */
const KEPT = 1000;
/** Ends of numbers and beginnings of addresses that it always names, so that a demo shows a refusal. */
const ALWAYS_LISTED = /(?:0199|^listed.*@.*)$/;

/**
 * Starts a vendor that takes `POST` of any path as JSON and answers by its behaviour. While that is `clear`, numbers
 * that end in 0199 are listed all the same. Rejects with the system's error (EADDRINUSE) if it cannot listen.
 */
export async function startVendorSimulator(options: VendorSimulatorOptions): Promise<VendorSimulator> {
  const { behaviour = 'clear', delayMs = 0, tls, host, port } = options;
  const stop = new AbortController();
  const vendor: Vendor = { received: [], stopping: stop.signal, behaviour, delayMs };
  const server = createServer({ ...tls, minVersion: 'TLSv1.2' });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.on('request', (request, response) => {
    serve(vendor, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  return {
    url: `https://${host}:${(server.address() as AddressInfo).port}/check`,
    received: () => [...vendor.received],
    control: (change) => void Object.assign(vendor, change),
    async stop() {
      stop.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(vendor: Vendor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  vendor.received.push({ body, authorization: request.headers.authorization });
  if (vendor.received.length > KEPT) vendor.received.shift();
  const { behaviour } = vendor;
  if (vendor.delayMs > 0) await wait(vendor.delayMs, undefined, { signal: vendor.stopping });
  answer(behaviour, { body, number: vendor.received.length }, response);
}

function answer(
  behaviour: VendorBehaviour,
  { body, number }: { readonly body: Readonly<Record<string, unknown>>; readonly number: number },
  response: ServerResponse,
): void {
  const give = (text: string, status = 200): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  const asked = body['phone'] ?? body['email'];
  const told = typeof asked === 'string' ? asked : '';
  switch (behaviour) {
    case 'clear':
      return give(JSON.stringify({ result: ALWAYS_LISTED.test(told) ? 'listed' : 'clear', reference: `v-${number}` }));
    case 'listed':
    case 'invalid':
    case 'unknown':
      return give(JSON.stringify({ result: behaviour, reference: `v-${number}` }));
    case 'status_500':
      return give('{"error":"internal_error"}', 500);
    case 'malformed':
      return give('{"result": cle');
    case 'other_word':
      return give('{"result":"ok"}');
    case 'huge':
      return give(JSON.stringify({ result: 'clear', padding: 'x'.repeat(100_000) }));
    case 'reset':
      return void response.destroy();
    case 'silent':
      return undefined;
    // Says of whom it was asked, which must not be kept.
    case 'telling':
      return give(JSON.stringify({ result: 'clear', reference: `of-${told.replace('+', '')}` }));
    default:
      return unreachable(behaviour);
  }
}
