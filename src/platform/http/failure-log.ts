import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { RequestFailureLog } from './app.ts';

/** Passes on what goes wrong while an answer is being written, which no error handler sees any more. */
export class FailureLog extends LogController {
  readonly #tell: RequestFailureLog;

  constructor(tell: RequestFailureLog) {
    super({ disableRequestLogging: true });
    this.#tell = tell;
  }

  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    this.#pass(error, request, reply);
  }

  override writeHeadError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    this.#pass(error, request, reply);
  }

  override serializerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    this.#pass(error, request, reply);
  }

  #pass(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    this.#tell({
      requestId: request.id,
      route: request.routeOptions.url,
      method: request.method,
      clientAddress: request.clientAddress,
      status: reply.statusCode,
      code: 'ANSWER_BROKE_OFF',
      error,
    });
  }
}
