import type { Static, TSchema } from 'typebox';
import type { AppError } from '../../kernel/app-error.ts';
import type { EventStream } from '../../platform/http/index.ts';
import type { Caller, Permission, SessionStage } from '../access/index.ts';
import type { Origin } from '../audit/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { SessionCookie } from './session-cookie.ts';

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
  /** Sets or clears the cookie of the session. */
  readonly cookie?: SessionCookie;
}

interface Answer<R> {
  readonly answer: R;
}

/** An answer made once the transaction is over: opening sealed values may ask another server. */
interface LaterAnswer<R> {
  later(): Promise<R>;
}

/** From which pages of others a route may be called; a request without an origin comes from a server. */
export interface CrossOrigin {
  /** Whether anybody lets this origin in: before it sends a key, a browser asks whether it may. */
  isKnown(origin: string): Promise<boolean>;
  /** Whether this caller's key may be used from this origin. */
  isAllowed(caller: Caller, origin: string): Promise<boolean>;
}

interface OpenHead<P, Q, B, R> {
  /** Operation id in OpenAPI; also the name of the route in the policy matrix. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With Fastify's parameters: `/api/v1/buyers/:buyerId`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly audit: { readonly action: string; readonly entity: string };
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201;
}

interface RouteHead<P, Q, B, R> extends OpenHead<P, Q, B, R> {
  readonly permission: Permission;
  /** Stages of a session that may call; only a full one unless given. */
  readonly stages?: readonly SessionStage[];
  /** Who may instead, and the next step: told to whoever lacks the permission. Asking an admin of one's own, else. */
  readonly whoMay?: string;
  /**
   * True changes nothing, though it is no GET: what it asks for must not stand in a URL; who may only read may call it.
   * False is a GET that changes something, as the wire contract has it.
   */
  readonly onlyReads?: boolean;
  /** A key may come as `key` in the query, since all that some systems know to call is an address. */
  readonly keyInQuery?: true;
  /** Open to people only: a key has no account, and cannot say that somebody is there. */
  readonly peopleOnly?: true;
  /** A person must have shown a second factor within the last five minutes. */
  readonly stepUp?: true;
  /**
   * `identity`: the route is about people, whose tables are reached by a database role of their own. `account`: it is
   * about the caller's own account, which Careroute changes on the person's behalf, whatever rows that person sees.
   */
  readonly realm?: 'identity' | 'account';
  /** Which pages of others may call it with a key; without it, keys in browsers are none of its business. */
  readonly crossOrigin?: CrossOrigin;
  /** Does before the transaction begins what would hold it up: asking other servers, hashing. Its value comes along. */
  readonly prepare?: (caller: Caller, body: unknown, params: unknown) => Promise<unknown>;
  /** Told of each refusal of a known key, once it stands in the trail: also of a body that could not be read. */
  onRefused?(refusal: Refusal): Promise<void>;
}

/** A request of a known caller that was refused, or failed. */
export interface Refusal {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly error: AppError;
  readonly userAgent: string | undefined;
  readonly durationMs: number;
}

interface InTransaction {
  readonly tx: TenantWriter;
  /** What `prepare` gave. */
  readonly prepared: unknown;
}

/** A route whose work is one transaction, opened and audited by the gate. */
export interface RouteSpec<P, Q, B, R> extends RouteHead<P, Q, B, R> {
  handle(request: RouteRequest<Given<P>, Given<Q>, Given<B>> & InTransaction): Promise<RouteResult<Given<R>>>;
}

/** A route that opens its own transactions (lead intake commits in groups) and writes its own audit rows in them. */
export interface SelfAuditedSpec<P, Q, B, R> extends RouteHead<P, Q, B, R> {
  handleAlone(
    request: RouteRequest<Given<P>, Given<Q>, Given<B>>,
  ): Promise<{ readonly answer: Given<R>; readonly audited: true; readonly cookie?: SessionCookie }>;
}

/** Begins to feed a stream that has just been opened; gives what stops it. */
export type StreamBegin = (stream: EventStream) => () => void;

/**
 * A route that answers by a stream of server-sent events. The gate lets the caller in as everywhere, writes the opening
 * into the trail, and ends the stream when the right to it ends or the server closes. `response` is the data of one
 * event.
 */
export interface StreamSpec<P, Q, B, R> extends RouteHead<P, Q, B, R> {
  readonly method: 'GET';
  /** Refuses by throwing, before the stream is open. */
  handleStream(request: RouteRequest<Given<P>, Given<Q>, Given<B>>): Promise<StreamBegin>;
}

/** What the handler of an open route gets: nobody is known yet. */
export interface OpenRequest<P, Q, B> extends Omit<RouteRequest<P, Q, B>, 'caller'> {
  readonly origin: Required<Origin>;
}

/**
 * A route that is open to strangers, because it is the way in. It limits its callers, opens its own transactions and
 * writes its own audit rows, as soon as it knows whose trail they belong to.
 */
export interface OpenSpec<P, Q, B, R> extends OpenHead<P, Q, B, R> {
  handleOpen(
    request: OpenRequest<Given<P>, Given<Q>, Given<B>>,
  ): Promise<{ readonly answer: Given<R>; readonly cookie?: SessionCookie }>;
}

/** An open route with its types forgotten. */
export type OpenRoute = OpenHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
  handleOpen(
    request: OpenRequest<unknown, unknown, unknown>,
  ): Promise<{ readonly answer: unknown; readonly cookie?: SessionCookie }>;
};

/** A route for known callers with its types forgotten, as the gate mounts it. */
export type Route =
  | (RouteHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
      handle(request: RouteRequest<unknown, unknown, unknown> & InTransaction): Promise<RouteResult<unknown>>;
    })
  | (RouteHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
      handleAlone(
        request: RouteRequest<unknown, unknown, unknown>,
      ): Promise<{ readonly answer: unknown; readonly audited: true; readonly cookie?: SessionCookie }>;
    })
  | StreamRoute;

/** A route that streams, with its types forgotten. */
export type StreamRoute = RouteHead<TSchema | undefined, TSchema | undefined, TSchema | undefined, TSchema> & {
  handleStream(request: RouteRequest<unknown, unknown, unknown>): Promise<StreamBegin>;
};

/** Declares a route: nothing is reachable without access, audit and schemas. */
export function defineRoute<
  R extends TSchema,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(spec: RouteSpec<P, Q, B, R> | SelfAuditedSpec<P, Q, B, R> | StreamSpec<P, Q, B, R>): Route {
  return spec;
}

/** Declares a route that is open to strangers. */
export function defineOpenRoute<
  R extends TSchema,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(spec: OpenSpec<P, Q, B, R>): OpenRoute {
  return spec;
}
