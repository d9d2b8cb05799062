import type { Static, TSchema } from 'typebox';
import type { AppError } from '../../kernel/app-error.ts';
import type { Caller, Permission } from '../access/index.ts';
import type { Origin } from '../audit/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';

type Given<S> = S extends TSchema ? Static<S> : undefined;

/** What every handler gets. */
export interface RouteRequest<P, Q, B> {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The answer, with the rows that it really touched or shows: they stand in the audit event. */
export type RouteResult<R> = Touched & (Answer<R> | LaterAnswer<R>);

interface Touched {
  readonly touched: readonly string[];
  /** Classes of personal data that the answer shows unmasked. */
  readonly phiClasses?: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

interface Answer<R> {
  readonly answer: R;
}

/** An answer made once the transaction is over: opening sealed values may ask another server. */
interface LaterAnswer<R> {
  later(): Promise<R>;
}

interface RouteHead<P, Q, B, R> {
  /** Operation id in OpenAPI; also the name of the route in the policy matrix. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With Fastify's parameters: `/api/v1/buyers/:buyerId`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly audit: { readonly action: string; readonly entity: string };
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201;
  /** Asks other servers for what the transaction will need, before it begins. */
  readonly prepare?: (caller: Caller) => Promise<void>;
  /** Told of each refusal of a known key, once it stands in the trail: also of a body that could not be read. */
  onRefused?(refusal: Refusal): Promise<void>;
}

/** A request of a known key that was refused, or failed. */
export interface Refusal {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly error: AppError;
  readonly durationMs: number;
}

/** A route whose work is one transaction, opened and audited by the gate. */
export interface RouteSpec<P, Q, B, R> extends RouteHead<P, Q, B, R> {
  handle(
    request: RouteRequest<Given<P>, Given<Q>, Given<B>> & { readonly tx: TenantWriter },
  ): Promise<RouteResult<Given<R>>>;
}

/** A route that opens its own transactions (lead intake commits in groups) and writes its own audit rows in them. */
export interface SelfAuditedSpec<P, Q, B, R> extends RouteHead<P, Q, B, R> {
  handleAlone(
    request: RouteRequest<Given<P>, Given<Q>, Given<B>>,
  ): Promise<{ readonly answer: Given<R>; readonly audited: true }>;
}

/** A route with its types forgotten, as the gate mounts it. */
export type Route =
  | (RouteHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
      handle(
        request: RouteRequest<unknown, unknown, unknown> & { readonly tx: TenantWriter },
      ): Promise<RouteResult<unknown>>;
    })
  | (RouteHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
      handleAlone(
        request: RouteRequest<unknown, unknown, unknown>,
      ): Promise<{ readonly answer: unknown; readonly audited: true }>;
    });

/** Declares a route: nothing is reachable without access, audit and schemas. */
export function defineRoute<
  R extends TSchema,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(spec: RouteSpec<P, Q, B, R> | SelfAuditedSpec<P, Q, B, R>): Route {
  return spec;
}
