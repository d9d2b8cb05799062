import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { TestApp } from './app.ts';
import { type Answer, createClient } from './client.ts';

/** What a browser on our own page does: keeps the cookie it was given, and names where its requests come from. */
export interface BrowserClient {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  /** The session's cookie, as the Cookie header has it; undefined if there is none. */
  cookie: string | undefined;
}

const ORIGIN = 'https://localhost';
const NAME = '__Host-lr_session';

let addresses = 0;

/** An address that nobody else in this test has; it counts where the application trusts loopback as a proxy. */
export function freshAddress(): string {
  addresses += 1;
  return `198.18.${addresses >> 8}.${addresses & 255}`;
}

export function browserClient(app: Pick<TestApp, 'baseUrl' | 'certificate'>, address = freshAddress()): BrowserClient {
  const client = createClient(app.baseUrl, app.certificate.caPem);
  const browser: BrowserClient = {
    cookie: undefined,
    async call(method, where, body, headers = {}) {
      const answer = await client.raw(method, where, body === undefined ? '' : JSON.stringify(body), {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0 Safari/537.36',
        origin: ORIGIN,
        ...(browser.cookie ? { cookie: browser.cookie } : {}),
        'x-forwarded-for': address,
        ...headers,
      });
      const [set] = [answer.headers['set-cookie']].flat();
      if (set?.startsWith(`${NAME}=`)) {
        const value = set.slice(NAME.length + 1).split(';')[0];
        browser.cookie = value === '' ? undefined : `${NAME}=${value}`;
      }
      return answer;
    },
    get: (where) => browser.call('GET', where),
    post: (where, body = {}) => browser.call('POST', where, body),
  };
  return browser;
}

/** The code that an authenticator app shows at an instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** The texts of all mails to an address so far, oldest first. */
export async function mailsTo(app: Pick<TestApp, 'outboxDir'>, to: string): Promise<string[]> {
  const names = await readdir(app.outboxDir).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.eml')).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(path.join(app.outboxDir, name), 'utf8')));
  return texts.filter((text) => text.includes(`To: ${to}\r\n`)).map(unfolded);
}

/** Quoted-printable undone as far as links need it. */
const unfolded = (text: string): string => text.replaceAll('=\r\n', '').replaceAll('=3D', '=');

/** The token in the newest mail to an address that has a link of this kind. */
export async function tokenMailedTo(
  app: Pick<TestApp, 'outboxDir'>,
  to: string,
  kind: 'setup' | 'reset',
): Promise<string> {
  const links = (await mailsTo(app, to)).flatMap(
    (text) => text.match(new RegExp(`/${kind}/([A-Za-z0-9_-]{43})`)) ?? [],
  );
  const token = links.at(-1);
  assert.ok(token && token.length === 43, `no ${kind} link was mailed to ${to}`);
  return token;
}
