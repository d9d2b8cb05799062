import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { AppError } from '../../kernel/app-error.ts';
import type { RequestFailureLog } from './app.ts';
import { plainAddress } from './client-address.ts';
import { type ErrorBody, errorBody } from './error-response.ts';
import { headersTooLarge, malformed, timedOut, tooLarge } from './framework-errors.ts';

interface Port {
  readonly createRequestId: () => string;
  readonly onFailure: RequestFailureLog;
  readonly headers: Readonly<Record<string, string>>;
}

/** The refusal of a connection that Node gave up on before or while it read a request; undefined: just close it. */
function refusalOf(code: string): { status: number; error: AppError } | undefined {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, error: timedOut() };
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, error: headersTooLarge() };
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return { status: 413, error: tooLarge() };
  if (!code.startsWith('HPE_') || code === 'HPE_INVALID_EOF_STATE') return undefined;
  return { status: 400, error: malformed('This is not well-formed HTTP/1.1.', 'malformed_http') };
}

export interface ConnectionErrors {
  /** Listener of `request`: remembers which answer a connection is busy with. */
  readonly watch: (request: IncomingMessage, response: ServerResponse) => void;
  /** Listener of `clientError`. */
  readonly answer: (failure: Error, socket: Socket) => void;
}

/**
 * Handles what breaks below Fastify: slow or garbled requests get the usual envelope, written by hand; broken TLS
 * handshakes and vanished clients are closed. Nothing is written into an answer that has already begun.
 */
export function connectionErrors(port: Port): ConnectionErrors {
  const answers = new WeakMap<Socket, ServerResponse>();
  return {
    watch: (request, response) => void answers.set(request.socket, response),
    answer(failure, socket) {
      const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
      const refusal = refusalOf(code);
      if (refusal === undefined || !socket.writable || isMidAnswer(answers.get(socket))) {
        socket.destroy();
        return;
      }
      const requestId = port.createRequestId();
      socket.write(rawAnswer(refusal.status, errorBody(refusal.error, requestId), port.headers));
      socket.destroySoon();
      port.onFailure({
        requestId,
        route: undefined,
        method: undefined,
        clientAddress: plainAddress(socket.remoteAddress ?? ''),
        status: refusal.status,
        code: refusal.error.code,
        error: failure,
      });
    },
  };
}

/**
 * Whether a refusal would be taken for something else: bytes of an answer are out while it or its request is not
 * over, or a request that has wholly arrived still waits for its own answer.
 */
function isMidAnswer(response: ServerResponse | undefined): boolean {
  if (response === undefined || (response.writableFinished && response.req.complete)) return false;
  return response.headersSent || response.req.complete;
}

function rawAnswer(status: number, envelope: ErrorBody, common: Port['headers']): string {
  const body = JSON.stringify(envelope);
  const headers = {
    ...common,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': envelope.error.requestId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
