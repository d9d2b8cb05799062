import type { Compilable } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Session, Statement } from '../../platform/postgres/index.ts';
import { signContext, type TenantContext } from './context.ts';

/** A query that a builder made (Kysely's `compile()`), or a statement written by hand. */
export type Query<Row> = Statement | Compilable<Row>;

/** Rows of one tenant, as its actor may see them. */
export interface TenantReader {
  readonly context: TenantContext;
  many<Row>(query: Query<Row>): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
}

/** A reader that may also write. */
export interface TenantWriter extends TenantReader {
  /** Runs a statement and gives the number of rows that it returned. */
  run(query: Query<unknown>): Promise<number>;
}

/** The one door to rows: every statement of the app role runs inside `withTenant` or `readTenant`. */
export interface Tenancy {
  withTenant<T>(context: TenantContext, work: (tx: TenantWriter) => Promise<T>): Promise<T>;
  readTenant<T>(context: TenantContext, work: (tx: TenantReader) => Promise<T>): Promise<T>;
}

/** Opens the door over the app role's pool; `key` signs the contexts and is known to the database's owner only. */
export function createTenancy(database: Database, key: Buffer, clock: Clock): Tenancy {
  const enter = <T>(mode: string, context: TenantContext, work: (tx: TenantWriter) => Promise<T>): Promise<T> =>
    database.transaction(`${mode}SET LOCAL app.ctx = '${signContext(key, context, clock.now())}'`, (session) =>
      work(writer(session, context)),
    );
  return {
    withTenant: (context, work) => enter('', context, work),
    readTenant: (context, work) => enter('SET TRANSACTION READ ONLY; ', context, work),
  };
}

function writer(session: Session, context: TenantContext): TenantWriter {
  const many = <Row>(query: Query<Row>): Promise<Row[]> => session.query<Row>(statementOf(query));
  return {
    context,
    many,
    first: async <Row>(query: Query<Row>) => (await many(query))[0],
    run: async (query) => (await many(query)).length,
  };
}

function statementOf(query: Query<unknown>): Statement {
  if ('text' in query) return query;
  const compiled = query.compile();
  return { text: compiled.sql, values: compiled.parameters };
}
