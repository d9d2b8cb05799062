import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

/** Fastify over TLS with TypeBox schemas: what routes are registered on. */
export type App = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;

/** What the log hears of a failed request. Never the address asked for, a header or a body: they may hold PHI. */
export interface RequestFailure {
  readonly requestId: string;
  /** The pattern of the route, such as `/api/v1/leads/:leadId`; undefined where none was reached. */
  readonly route: string | undefined;
  readonly method: string | undefined;
  readonly clientAddress: string | undefined;
  readonly status: number;
  readonly code: string;
  /** What was thrown; its text is for operators' eyes and must still pass the log's own redaction. */
  readonly error: unknown;
}

export type RequestFailureLog = (failure: RequestFailure) => void;
