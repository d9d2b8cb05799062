import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, invalid } from '../../kernel/app-error.ts';
import type { RequestFailureLog } from './app.ts';
import { drainBody, isBodyPending } from './drain-body.ts';
import { errorBody, errorHeaders, toAppError } from './error-response.ts';
import { malformed } from './framework-errors.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { RequestPart } from './validation-faults.ts';

const PARTS: readonly RequestPart[] = ['params', 'body', 'querystring', 'headers'];

/** Answers every error of a request in the envelope and tells the log. */
export function errorHandler(onFailure: RequestFailureLog) {
  return async (thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const error = wholeError(thrown, request);
    await drainBody(request.raw);
    onFailure({
      requestId: request.id,
      route: request.is404 ? undefined : request.routeOptions.url,
      method: request.method,
      clientAddress: request.clientAddress,
      status: error.status,
      code: error.code,
      error: thrown,
    });
    // Fastify closes after every body it could not read; one that has wholly arrived stands in nobody's way.
    const stays = reply.raw.shouldKeepAlive && !isBodyPending(request.raw);
    return reply
      .header('connection', stays ? 'keep-alive' : 'close')
      .headers({ ...SECURITY_HEADERS, ...errorHeaders(error), 'x-request-id': request.id })
      .code(error.status)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(errorBody(error, request.id)));
  };
}

function wholeError(thrown: unknown, request: FastifyRequest): AppError {
  if (request.raw.destroyed && !request.raw.complete) return malformed('The request broke off.', 'aborted');
  const error = toAppError(thrown);
  return isValidation(thrown) ? withOtherParts(error, thrown.validationContext, request) : error;
}

interface FailedPart {
  readonly validationContext: RequestPart;
}

const isValidation = (thrown: unknown): thrown is AppError & FailedPart =>
  thrown instanceof AppError && 'validationContext' in thrown;

/** Fastify stops at the first part that fails; the caller should hear of the faults in all of them. */
function withOtherParts(error: AppError, failed: RequestPart, request: FastifyRequest): AppError {
  const faults = [...error.faults];
  for (const part of PARTS.slice(PARTS.indexOf(failed) + 1)) {
    const validate: unknown = request.getValidationFunction(part);
    if (typeof validate !== 'function') continue;
    const given = part === 'querystring' ? request.query : request[part];
    const outcome: unknown = Reflect.apply(validate, undefined, [given]);
    if (typeof outcome === 'object' && outcome !== null && 'error' in outcome && outcome.error instanceof AppError) {
      faults.push(...outcome.error.faults);
    }
  }
  return invalid(faults);
}
