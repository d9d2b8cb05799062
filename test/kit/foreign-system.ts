import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** What another system answers to a path: a body, or a status with one. */
export type ForeignAnswers = Readonly<Record<string, unknown>>;

export interface ForeignSystem {
  readonly url: string;
  /** The requests that came, as method and path with its query. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

export interface ForeignOptions {
  readonly tls: { readonly certPem: string; readonly keyPem: string };
  readonly answers: ForeignAnswers;
  /** Lists are cut to so many rows, whatever is asked for. */
  readonly pageSize: number;
  /** So many requests are turned away as too many, before one is answered. */
  readonly busyFirst: number;
}

/** A status other than 200, with its body. */
export const refused = (status: number, code: string) => ({ status, error: { code, message: 'No.' } });

/** Another lead router over TLS that answers reading requests in shapes given by the test, page by page. */
export async function startForeignSystem(options: ForeignOptions): Promise<ForeignSystem> {
  const { tls, answers, pageSize } = options;
  const requests: string[] = [];
  let busy = options.busyFirst;
  const server = https.createServer({ cert: tls.certPem, key: tls.keyPem }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost');
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    const send = (status: number, body: unknown, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    if (busy > 0) {
      busy -= 1;
      return send(429, { error: { code: 'RATE_LIMITED', message: 'Slower.' } }, { 'retry-after': '0' });
    }
    const answer = answers[url.pathname];
    if (answer === undefined) return send(404, { error: { code: 'NOT_FOUND', message: 'No.' } });
    if (isRefusal(answer)) return send(answer.status, { error: answer.error });
    send(200, paged(answer, url.searchParams, pageSize));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const isRefusal = (answer: unknown): answer is ReturnType<typeof refused> =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'error' in answer;

/** A page of an answer that has a pagination block; every other answer comes whole. */
function paged(answer: unknown, query: URLSearchParams, pageSize: number): unknown {
  if (typeof answer !== 'object' || answer === null || !('pagination' in answer) || !('data' in answer)) return answer;
  const all = answer.data as readonly unknown[];
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 20), pageSize);
  const pagination = { total: all.length, limit, offset, hasMore: offset + limit < all.length };
  return { data: all.slice(offset, offset + limit), pagination };
}
