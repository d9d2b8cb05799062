import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isIP } from 'node:net';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { NotSentReason, OutboundRequest } from './contract.ts';

/** Where a request goes. `host` has no brackets; `port` is always a number. */
export interface Target {
  readonly host: string;
  readonly isLiteral: boolean;
  readonly port: number;
  readonly path: string;
  readonly partition: string;
}

const MAX_URL_CHARACTERS = 8192;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Headers that frame the message or steer the connection; who sets them could smuggle a second request. */
const OWNED_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'http2-settings',
]);

function headersAreSound(headers: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (new Set(names).size !== names.length || names.some((name) => OWNED_HEADERS.has(name))) return false;
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const isLimit = (value: number, most: number): boolean => Number.isSafeInteger(value) && value > 0 && value <= most;

function requestIsSound(request: OutboundRequest): boolean {
  const { method, body, timeoutMs, maxResponseBytes = 1 } = request;
  if (method !== 'POST' && (method !== 'GET' || body !== undefined)) return false;
  return isLimit(timeoutMs, MAX_TIMEOUT_MS) && isLimit(maxResponseBytes, Number.MAX_SAFE_INTEGER);
}

function readUrl(text: string): URL | undefined {
  const url = text.length <= MAX_URL_CHARACTERS ? URL.parse(text) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  // A trailing dot would be a second name for one host, and is not allowed in SNI (RFC 6066, section 3).
  return url.hostname.endsWith('.') || url.port === '0' ? undefined : url;
}

/** Reads and checks everything about a request that needs no network. */
export function checkRequest(request: OutboundRequest): Result<Target, NotSentReason> {
  const url = readUrl(request.url);
  if (url === undefined) return fail('bad_url');
  if (!requestIsSound(request) || !headersAreSound(request.headers)) return fail('bad_request');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ok({
    host,
    isLiteral: isIP(host) !== 0,
    port: url.port === '' ? 443 : Number(url.port),
    path: url.pathname + url.search,
    partition: request.partition,
  });
}
