import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../kernel/app-error.ts';
import { type ApiAnswer, createApiClient } from '../../demo/api-client.ts';
import { isObject, terminalText, waitOf } from '../lead-submit/outcome.ts';
import { isDistrust } from '../lead-submit/post-row.ts';
import { type ForeignRow, idOf, readPage, readRecord } from './envelope.ts';

/** What the other system refused to show: the work goes on without. */
export class WithheldError extends Error {
  override readonly name = 'WithheldError';
}

/** The system that is brought over, read by its own API. */
export interface Source {
  readonly origin: string;
  /** Every row of a list. Throws a WithheldError for a list that it does not show. */
  list(path: string): Promise<ForeignRow[]>;
  /** One record. Throws a WithheldError for one that it does not show. */
  one(path: string): Promise<ForeignRow>;
  close(): void;
}

export interface SourceOptions {
  readonly url: string;
  readonly key: string;
  /** Empty for the public authorities. */
  readonly caPem: string;
  readonly signal: AbortSignal;
}

const PAGE = 100;
const MOST_ROWS = 200_000;
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 500;
const BUSY_WAIT_MS = 5000;
const MOST_WAIT_MS = 120_000;
const BUSY = new Set([429, 503]);
/** What is not there in every version, or not for every key. */
const WITHHELD = new Set([403, 404, 405, 410, 501]);

/** Opens the API of the other system, over verified TLS; nothing is sent but requests that read. */
export function openSource({ url, key, caPem, signal }: SourceOptions): Source {
  const api = createApiClient(url, caPem, key);
  const get = async (path: string): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await answerTo(api.send({ method: 'GET', path, body: '' }));
      const wait = answer ? busyWait(answer) : FIRST_WAIT_MS * 2 ** (tries - 1);
      if (answer && wait === undefined) return contentOf(path, answer);
      if (tries === MOST_TRIES) throw new AppError('UNAVAILABLE', `${url} does not answer ${path}. Try again later.`);
      await sleep(Math.min(wait ?? 0, MOST_WAIT_MS), undefined, { signal });
    }
  };
  return {
    origin: url,
    close: () => api.close(),
    async one(path) {
      const record = readRecord(await get(path));
      if (!record) throw strange(path);
      return record;
    },
    async list(path) {
      const found = new Map<string, ForeignRow>();
      for (let offset = 0; ;) {
        if (offset >= MOST_ROWS) throw new AppError('UNAVAILABLE', `${path} has more rows than can be brought over.`);
        const page = readPage(await get(`${path}?limit=${PAGE}&offset=${offset}`));
        if (!page) throw strange(path);
        const before = found.size;
        for (const row of page.rows) found.set(idOf(row) ?? JSON.stringify(row), row);
        // Pages may be shorter than was asked for, and some lists come whole each time: only a page of nothing new ends
        // a list that says nothing of its end.
        if (found.size === before || page.hasMore === false) break;
        offset += page.rows.length;
      }
      return [...found.values()];
    },
  };
}

const strange = (path: string): AppError =>
  new AppError('UNAVAILABLE', `The answer to ${path} is not of a kind that is known. Check the address.`);

/** Undefined where a connection failed that may be better the next time. */
async function answerTo(sent: Promise<ApiAnswer>): Promise<ApiAnswer | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (!isDistrust(code)) return undefined;
    const message = `The server's certificate is not trusted (${code}). Name its authority with --ca.`;
    throw new AppError('UNAVAILABLE', message, { cause: error });
  }
}

function busyWait(answer: ApiAnswer): number | undefined {
  if (BUSY.has(answer.status)) return waitOf(answer, Date.now()) ?? BUSY_WAIT_MS;
  return answer.status >= 500 && !WITHHELD.has(answer.status) ? FIRST_WAIT_MS : undefined;
}

function contentOf(path: string, { status, json }: ApiAnswer): unknown {
  if (status < 300 && json !== undefined) return json;
  const error = isObject(json) && isObject(json['error']) ? json['error'] : {};
  const said = [terminalText(error['code']), terminalText(error['message'])].filter((text) => text !== '').join(' ');
  if (WITHHELD.has(status)) throw new WithheldError(`${path} was answered with ${status}${said && `: ${said}`}`);
  const why = status === 401 ? 'The key is not valid there. Make an admin key and give that.' : said;
  throw new AppError('UNAVAILABLE', `${path} was answered with ${status}. ${why}`.trim());
}
