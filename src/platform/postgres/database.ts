import pg from 'pg';

/** One SQL statement: `$1` placeholders, and a `name` where the server should keep it prepared, if it can. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** Runs statements, one after the other, on one connection. */
export interface Session {
  /**
   * Rows in the server's order. `int8` arrives as a number (refused beyond 2^53), `date` as text, `timestamptz` as
   * Date.
   */
  query<Row>(statement: Statement): Promise<Row[]>;
}

/** A pool of connections of one role to one database. */
export interface Database extends Session {
  /**
   * Begins a transaction with `preamble` (SET LOCAL …) in the same message, commits what `work` did, or rolls back and
   * rethrows. A connection in a doubtful state is destroyed, never handed on.
   */
  transaction<T>(preamble: string, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections: number;
  readonly applicationName: string;
  /** A setting that must be empty again after each transaction, or the connection is destroyed. */
  readonly mustBeEmpty?: string;
  /** Told of errors on idle connections (a restarted server, say); the pool replaces them by itself. */
  readonly onIdleError: (error: Error) => void;
}

const INT8 = 20;
const DATE = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return safeInteger;
    if (oid === DATE) return (text: string) => text;
    const raw: unknown =
      format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
    return raw;
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 beyond 2^53 cannot be a JavaScript number');
  return value;
}

/** Runs statements on a client of the driver; `keepsNames` only where one server session stays behind the client. */
export function sessionOf(client: pg.ClientBase, keepsNames: boolean): Session {
  return {
    async query<Row>(statement: Statement): Promise<Row[]> {
      const result = await client.query({
        text: statement.text,
        ...(statement.values ? { values: [...statement.values] } : {}),
        ...(statement.name && keepsNames ? { name: statement.name } : {}),
      });
      return result.rows as Row[];
    },
  };
}

/**
 * Whether the client speaks with the server itself. A pooler gives each client a process id of its own making, and the
 * next transaction another server session, where a name is unknown or means another statement.
 */
export async function isDirect(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return 'processID' in client && client.processID === rows[0]?.pid;
}

interface Connection {
  readonly client: pg.PoolClient;
  readonly session: Session;
}

export type PoolOptions = Pick<DatabaseOptions, 'url' | 'maxConnections' | 'applicationName' | 'onIdleError'>;

/** The driver's own pool, for a library that brings its statements; ours speak through `openDatabase`. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types,
  });
  // A server that is stopped right after the pool may still end a connection that has said goodbye already.
  pool.on('error', (error) => {
    if (!pool.ending) options.onIdleError(error);
  });
  // The pool listens to idle connections only. One that breaks in use tells its user by the next statement, which
  // fails; but its event, with nobody listening, would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Gives connections of a pool, each with the session that fits how it was reached. */
function connector(pool: pg.Pool): () => Promise<Connection> {
  const sessions = new WeakMap<pg.PoolClient, Session>();
  return async () => {
    const client = await pool.connect();
    const known = sessions.get(client);
    if (known) return { client, session: known };
    try {
      const session = sessionOf(client, await isDirect(client));
      sessions.set(client, session);
      return { client, session };
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
}

/** Opens a pool; connects on first use, directly or through a pooler in transaction mode. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  const connect = connector(pool);
  const afterCommit = options.mustBeEmpty
    ? `; SELECT current_setting('${options.mustBeEmpty}', true) AS left_over`
    : '';

  return {
    async query<Row>(statement: Statement): Promise<Row[]> {
      const { client, session } = await connect();
      try {
        const rows = await session.query<Row>(statement);
        client.release();
        return rows;
      } catch (error) {
        client.release(isBroken(error));
        throw error;
      }
    },
    async transaction<T>(preamble: string, work: (session: Session) => Promise<T>): Promise<T> {
      const { client, session } = await connect();
      try {
        await client.query(`BEGIN; ${preamble}`);
        const value = await work(session);
        assertEmpty(await client.query(`COMMIT${afterCommit}`));
        client.release();
        return value;
      } catch (error) {
        client.release(!(await rolledBack(client, error)));
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

function assertEmpty(result: unknown): void {
  if (!Array.isArray(result)) {
    if ((result as pg.QueryResult).command === 'ROLLBACK')
      throw new Error('the transaction was aborted before its commit');
    return;
  }
  const [commit, check] = result as [pg.QueryResult, pg.QueryResult<{ left_over: string | null }>];
  if (commit.command === 'ROLLBACK') throw new Error('the transaction was aborted before its commit');
  if (check.rows[0]?.left_over) throw new Error('a tenant context outlived its transaction');
}

/** Rolls back and says whether the connection may be used again. */
async function rolledBack(client: pg.ClientBase, cause: unknown): Promise<boolean> {
  if (isBroken(cause)) return false;
  try {
    const result = await client.query('ROLLBACK');
    return result.command === 'ROLLBACK';
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/**
 * Errors of the server carry an SQLSTATE and leave the connection usable, unless its class says that it is going away.
 */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P') || code === '57014';
}
