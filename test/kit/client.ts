import https from 'node:https';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined if it is none. */
  // oxlint-disable-next-line no-explicit-any -- a test reads what it expects
  readonly json: any;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Sends the bytes as they are. */
  raw(method: string, path: string, body: Buffer | string, headers: Record<string, string>): Promise<Answer>;
}

/**
 * A client that trusts one CA and calls with one key, or with the headers of somebody who has signed in; sends what the
 * public clients send.
 */
export function createClient(
  baseUrl: string,
  ca: string,
  key?: string,
  always: Readonly<Record<string, string>> = {},
): Client {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 64, ca });
  const raw = (method: string, path: string, body: Buffer | string, headers: Record<string, string>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = https.request(
        new URL(path, baseUrl),
        {
          method,
          agent,
          headers: {
            ...(key ? { authorization: `Bearer ${key}` } : {}),
            'content-length': String(Buffer.byteLength(body)),
            ...always,
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
          });
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      raw(method, path, body === undefined ? '' : JSON.stringify(body), {
        'content-type': 'application/json',
        ...headers,
      });
  return {
    get: (path, headers = {}) => json('GET')(path, undefined, headers),
    post: json('POST'),
    put: json('PUT'),
    patch: json('PATCH'),
    delete: json('DELETE'),
    raw,
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
