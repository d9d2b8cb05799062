/** For the tests of this room: a real server behind a real certificate, and clients that may misbehave. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { connect as connectTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import type { App, RequestFailure } from './app.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
import { ensureLocalCertificate, type LocalCertificate } from './local-certificate.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Outgoing {
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface TestServer {
  readonly server: HttpServer;
  readonly certificate: LocalCertificate;
  readonly dir: string;
  readonly port: number;
  readonly failures: RequestFailure[];
  send(method: string, path: string, more?: Outgoing): Promise<Answer>;
  /** Opens TLS, writes the bytes, and gives all that comes back until the server closes. */
  raw(bytes: string, options?: ConnectionOptions): Promise<string>;
  stop(): Promise<void>;
}

export interface TestOptions extends Partial<Omit<HttpServerOptions, 'tls' | 'onRequestError'>> {
  readonly minVersion13Only?: boolean;
  readonly routes?: (app: App) => void | Promise<void>;
}

export async function startTestServer(options: TestOptions = {}): Promise<TestServer> {
  const { minVersion13Only = false, routes: _routes, ...rest } = options;
  const dir = await mkdtemp(join(tmpdir(), 'careroute-http-'));
  const certificate = await ensureLocalCertificate({ dir, hosts: ['localhost', '127.0.0.1'], now: new Date() });
  const failures: RequestFailure[] = [];
  const server = createHttpServer({
    ...rest,
    tls: { ...certificate, minVersion13Only },
    onRequestError: (failure) => failures.push(failure),
  });
  await options.routes?.(server.app);
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const ca = certificate.caPem;
  return {
    server,
    certificate,
    dir,
    port,
    failures,
    send: (method, path, more = {}) => send({ port, ca, method, path, agent: false, headers: more.headers }, more.body),
    raw: (bytes, more) => exchange(connectTls({ port, host: '127.0.0.1', ca, ...more }), bytes),
    async stop() {
      await server.close(1_000);
      await rm(dir, { recursive: true });
    },
  };
}

function send(options: object, body: string | Buffer | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', ...options }, (incoming) => {
      text(incoming).then(
        (all) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: all }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Writes bytes to a socket and collects the answer until it closes; rejects if the connection breaks first. */
export function exchange(socket: Socket, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(bytes);
  });
}

/** Sends bytes in the clear. */
export const plaintext = (port: number, bytes: string): Promise<string> =>
  exchange(connectTcp({ port, host: '127.0.0.1' }), bytes);

export interface Envelope {
  error: {
    code: string;
    message: string;
    details: { fields?: { field: string; rule: string; message: string }[] };
    requestId: string;
  };
}

/** The envelope of an answer; also of raw bytes, after their headers. */
export function envelope(answer: Answer | string): Envelope['error'] {
  const body = typeof answer === 'string' ? answer.slice(answer.indexOf('\r\n\r\n') + 4) : answer.body;
  return (JSON.parse(body) as Envelope).error;
}
