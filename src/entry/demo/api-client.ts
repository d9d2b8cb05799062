import https from 'node:https';

/** Calls of the public API, as any customer would make them. Throws with the answer's code when it is refused. */
export interface ApiClient {
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): void;
}

export function createApiClient(baseUrl: string, ca: string, key: string): ApiClient {
  const agent = new https.Agent({ keepAlive: true, ca });
  return {
    call: <T>(method: string, path: string, body?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const payload = body === undefined ? '' : JSON.stringify(body);
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) };
        const request = https.request(new URL(path, baseUrl), { method, agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as T & { error?: { code: string; message: string } };
            if ((response.statusCode ?? 500) < 400) resolve(answer);
            else reject(new Error(`${method} ${path} was refused with ${response.statusCode}: ${answer.error?.code ?? ''} ${answer.error?.message ?? ''}`));
          });
        });
        request.on('error', reject);
        request.end(payload);
      }),
    close: () => agent.destroy(),
  };
}
