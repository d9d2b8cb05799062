import { Agent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Attempt } from './attempt.ts';
import { openSocket, type Opening } from './open-socket.ts';

/**
 * Idle connections close after this time, before the shortest limit in common use on the other side (two seconds),
 * so that a request does not meet a connection which is just being closed.
 */
const IDLE_MS = 1500;
/** A connection is replaced after this time, so that names and certificates are looked at again. */
const LIFETIME_MS = 60_000;

export interface GuardedOptions extends RequestOptions {
  readonly attempt: Attempt;
}

/** Connections are pooled by this: tenants share none, not even to the same host. */
export const poolKey = ({ target }: Attempt): string => JSON.stringify([target.partition, target.host, target.port]);

/**
 * Node's own pool, which is handed connections only once they are secure and vetted. It shortens the idle time by the
 * server's `Keep-Alive: timeout` less one second, and drops an idle connection on which anything arrives. No TLS
 * session is resumed: a resumed one skips the host check.
 */
export class GuardedAgent extends Agent {
  readonly #opening: Opening;
  readonly #openedAt = new WeakMap<Duplex, number>();

  constructor(opening: Opening) {
    super({ keepAlive: true, timeout: IDLE_MS, maxCachedSessions: 0 });
    this.#opening = opening;
  }

  override getName(options: GuardedOptions): string {
    return poolKey(options.attempt);
  }

  override createConnection(options: GuardedOptions, done: (error: Error | null, socket?: Duplex) => void): undefined {
    openSocket(options.attempt, this.#opening).then((opened) => {
      if (opened.ok) {
        this.#openedAt.set(opened.value, performance.now());
        done(null, opened.value);
      } else {
        options.attempt.refusal = opened.error;
        done(new Error('No connection was made.'));
      }
    }, done);
  }

  override keepSocketAlive(socket: Duplex): boolean {
    const isYoung = performance.now() - (this.#openedAt.get(socket) ?? 0) < LIFETIME_MS;
    const withinHint: unknown = super.keepSocketAlive(socket);
    return isYoung && withinHint === true;
  }

  /** Whether a request would go out on a connection that has been idle. */
  hasIdle(attempt: Attempt): boolean {
    return this.freeSockets[poolKey(attempt)] !== undefined;
  }
}
