import { request as httpsRequest } from 'node:https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { errorCode, type Attempt } from './attempt.ts';
import type { Outcome, OutboundRequest } from './contract.ts';
import type { GuardedAgent, GuardedOptions } from './guarded-agent.ts';

/** What is known of the exchange so far. */
interface Progress {
  /** The one mark that divides `not_sent` from `uncertain`: a secure connection has been given the request. */
  handedOver: boolean;
  answer: Outcome | undefined;
  tooLarge: boolean;
  code: string | undefined;
}

const DEFAULT_MAX_RESPONSE_BYTES = 65_536;
/** After a whole answer, how long the rest of the request may take to leave before the connection is dropped. */
const UNREAD_REQUEST_MS = 100;

function flatHeaders(res: IncomingMessage): Record<string, string> {
  const entries = Object.entries(res.headers);
  return Object.fromEntries(entries.map(([name, value = '']): [string, string] => [name, [value].flat().join(', ')]));
}

function readResponse(req: ClientRequest, res: IncomingMessage, progress: Progress, maxBytes: number): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const count = (bytes: number): void => {
    size += bytes;
    if (size <= maxBytes) return;
    progress.tooLarge = true;
    req.destroy();
  };
  if (Number(res.headers['content-length'] ?? 0) > maxBytes) return count(Number.POSITIVE_INFINITY);
  res.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    count(chunk.length);
  });
  res.on('error', (error) => (progress.code ??= errorCode(error)));
  res.on('end', () => {
    if (!res.complete || progress.tooLarge) return;
    const body = Buffer.concat(chunks);
    progress.answer = { kind: 'response', status: res.statusCode ?? 0, headers: flatHeaders(res), body };
    // Answered before it had read everything? Usually only the note that our last bytes are written is still under way.
    if (!req.writableFinished) setTimeout(() => req.destroy(), UNREAD_REQUEST_MS).unref();
  });
}

function conclude(attempt: Attempt, progress: Progress): Outcome {
  if (progress.answer !== undefined) return progress.answer;
  const code = progress.code === undefined ? {} : { code: progress.code };
  if (!progress.handedOver) {
    if (attempt.signal.aborted) return { kind: 'not_sent', reason: attempt.stage };
    return { kind: 'not_sent', ...(attempt.refusal ?? { reason: 'connect_failed', ...code }) };
  }
  if (progress.tooLarge) return { kind: 'uncertain', reason: 'response_too_large' };
  if (attempt.signal.aborted) return { kind: 'uncertain', reason: 'timeout' };
  const reason = progress.code?.startsWith('HPE_') === true ? 'bad_response' : 'connection_lost';
  return { kind: 'uncertain', reason, ...code };
}

/**
 * Sends the request over a connection of the agent and reads the answer.
 * Node writes nothing before its event `socket`, and after `destroy` it never hands the request to a connection;
 * so what ends without that event was not sent, and what ends after it is uncertain unless the answer is complete.
 */
export function exchange(agent: GuardedAgent, attempt: Attempt, request: OutboundRequest): Promise<Outcome> {
  const { target, signal } = attempt;
  const progress: Progress = { handedOver: false, answer: undefined, tooLarge: false, code: undefined };
  return new Promise((resolve) => {
    const options: GuardedOptions = {
      agent,
      attempt,
      host: target.host,
      port: target.port,
      path: target.path,
      method: request.method,
      headers: request.headers,
    };
    const req = httpsRequest(options);
    const settle = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve(conclude(attempt, progress));
    };
    const giveUp = (): void => {
      req.destroy();
      settle();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    req.once('socket', (socket) => {
      if (socket.writable) progress.handedOver = true;
      else req.destroy();
    });
    const maxBytes = request.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
    req.once('response', (res) => readResponse(req, res, progress, maxBytes));
    req.on('error', (error) => (progress.code ??= errorCode(error)));
    // The last event in every case. After a whole answer the connection is back in the pool by then.
    req.once('close', settle);
    req.end(request.body);
  });
}
