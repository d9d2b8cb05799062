import https from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';

/** An answer as it came, whatever its status. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as JSON; undefined if it is none. */
  readonly json: unknown;
}

/** One request with its body as text. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Silence after which the request is given up; 60 s unless given. */
  readonly timeoutMs?: number;
}

/** Calls of the public API, as any customer would make them. */
export interface ApiClient {
  /** Throws with the answer's code when it is refused. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Gives every answer, refusals too. Throws only when there is none. */
  send(request: ApiRequest): Promise<ApiAnswer>;
  close(): void;
}

/** A client that trusts `ca`, or the public authorities where that is empty, and calls with one key, or with none. */
export function createApiClient(baseUrl: string, ca: string, key: string): ApiClient {
  const agent = new https.Agent({ keepAlive: true, ...(ca === '' ? {} : { ca }) });
  const send = ({ method, path, body, headers = {}, timeoutMs = 60_000 }: ApiRequest): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const all = {
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      };
      const request = https.request(new URL(path, baseUrl), { method, agent, headers: all }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 500,
            headers: response.headers,
            json: parsed(Buffer.concat(chunks).toString('utf8')),
          }),
        );
      });
      request.setTimeout(timeoutMs, () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
      request.on('error', reject);
      request.end(body);
    });
  return {
    send,
    async call<T>(method: string, path: string, body?: unknown) {
      const answer = await send({ method, path, body: body === undefined ? '' : JSON.stringify(body) });
      if (answer.status < 400 && answer.json !== undefined) return answer.json as T;
      const { error } = (answer.json ?? {}) as { error?: { code?: string; message?: string } };
      throw new Error(
        `${method} ${path} was refused with ${answer.status}: ${error?.code ?? ''} ${error?.message ?? ''}`,
      );
    },
    close: () => agent.destroy(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
