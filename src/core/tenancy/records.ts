import type { TenantReader, TenantWriter } from './tenancy.ts';

/**
 * How the rows of a table look to the house: names of fields, and the columns behind them. Column names are constants.
 */
export interface RecordShape {
  readonly table: string;
  /** Field of the row → column or SQL expression over columns. `id` is among them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that a search text looks into, case-insensitively. */
  readonly search: readonly string[];
  /** Series of display numbers, where the table has a `display_id`. */
  readonly numbered?: string;
}

export interface ListRequest {
  /** Field → value that it must equal; undefined ones do not count. */
  readonly where?: Readonly<Record<string, unknown>>;
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
  readonly sortDirection?: 'asc' | 'desc' | undefined;
  /** Further conditions: constant SQL with one `?` for the value; undefined values do not count. */
  readonly also?: readonly { readonly sql: string; readonly value: unknown }[];
  readonly limit: number;
  readonly offset: number;
}

/** Plain reading and writing of one table's rows under the tenant's policies, for settings-like records. */
export interface Records<Row> {
  insert(tx: TenantWriter, values: Readonly<Record<string, unknown>>): Promise<Row>;
  find(tx: TenantReader, id: string): Promise<Row | undefined>;
  /** The row, kept from others until the transaction ends. */
  lock(tx: TenantWriter, id: string): Promise<Row | undefined>;
  list(tx: TenantReader, request: ListRequest): Promise<{ rows: Row[]; total: number }>;
  /** Changes the given fields; undefined when there is no such row. */
  update(tx: TenantWriter, id: string, values: Readonly<Record<string, unknown>>): Promise<Row | undefined>;
  remove(tx: TenantWriter, id: string): Promise<boolean>;
}

export function recordsOf<Row>(shape: RecordShape): Records<Row> {
  const { table, numbered } = shape;
  const selected = Object.entries(shape.fields)
    .map(([field, column]) => `${column} AS "${field}"`)
    .join(', ');
  const only = 'WHERE tenant_id = $1 AND id = $2';
  const find = (tx: TenantReader, id: string): Promise<Row | undefined> =>
    tx.first({ text: `SELECT ${selected} FROM ${table} ${only}`, values: [tx.context.tenantId, id] });

  return {
    find,
    async list(tx, request) {
      const { rows, total } = await listRows(tx, shape, selected, request);
      return { rows: rows as Row[], total };
    },
    async insert(tx, values) {
      const displayed = numbered ? { displayId: await nextNumber(tx, numbered) } : {};
      const entries = given({ ...displayed, ...values });
      const columns = ['tenant_id', ...entries.map(([field]) => columnOf(shape, field))];
      const places = columns.map((_, index) => `$${index + 1}`);
      const row = await tx.first<Row>({
        text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) RETURNING ${selected}`,
        values: [tx.context.tenantId, ...entries.map(([, value]) => value)],
      });
      if (!row) throw new Error(`a row inserted into ${table} is not visible to who inserted it`);
      return row;
    },
    // Two statements: one that waits for a lock would read the subqueries of `fields` as they were before the wait.
    async lock(tx, id) {
      const locked = await tx.first({
        text: `SELECT id FROM ${table} ${only} FOR NO KEY UPDATE`,
        values: [tx.context.tenantId, id],
      });
      return locked === undefined ? undefined : find(tx, id);
    },
    async update(tx, id, values) {
      const entries = given(values);
      const changes = entries.map(([field], index) => `${columnOf(shape, field)} = $${index + 3}`);
      return tx.first<Row>({
        text: `UPDATE ${table} SET ${[...changes, 'updated_at = now()'].join(', ')} ${only} RETURNING ${selected}`,
        values: [tx.context.tenantId, id, ...entries.map(([, value]) => value)],
      });
    },
    async remove(tx, id) {
      const text = `DELETE FROM ${table} ${only} RETURNING id`;
      return (await tx.run({ text, values: [tx.context.tenantId, id] })) === 1;
    },
  };
}

const given = (values: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(values).filter(([, value]) => value !== undefined);

function columnOf(shape: RecordShape, field: string): string {
  const column = shape.fields[field];
  if (!column) throw new TypeError(`${shape.table} has no field ${field}`);
  return column;
}

async function listRows(tx: TenantReader, shape: RecordShape, selected: string, request: ListRequest) {
  const { where, values } = conditionsOf(tx, shape, request);
  const sort = request.sort ? columnOf(shape, request.sort) : 'created_at';
  const direction = request.sortDirection === 'asc' ? 'ASC' : 'DESC';
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM ${shape.table} WHERE ${where}`,
    values,
  });
  const rows = await tx.many<unknown>({
    text: `SELECT ${selected} FROM ${shape.table} WHERE ${where} ORDER BY ${sort} ${direction}, id ${direction}
      LIMIT ${request.limit} OFFSET ${request.offset}`,
    values,
  });
  return { rows, total: counted?.total ?? 0 };
}

function conditionsOf(tx: TenantReader, shape: RecordShape, request: ListRequest) {
  const values: unknown[] = [tx.context.tenantId];
  const conditions = ['tenant_id = $1'];
  const add = (value: unknown, condition: (place: string) => string): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  for (const [field, value] of given(request.where ?? {}))
    add(value, (place) => `${columnOf(shape, field)} = ${place}`);
  if (request.search) {
    const holds = (field: string, place: string): string =>
      `strpos(lower(coalesce(${columnOf(shape, field)}::text, '')), lower(${place})) > 0`;
    add(request.search, (place) => `(${shape.search.map((field) => holds(field, place)).join(' OR ')})`);
  }
  for (const { sql, value } of request.also ?? [])
    if (value !== undefined) add(value, (place) => sql.replace('?', place));
  return { where: conditions.join(' AND '), values };
}

async function nextNumber(tx: TenantWriter, kind: string): Promise<number> {
  const row = await tx.first<{ last_number: number }>({
    text: `INSERT INTO display_numbers AS d (tenant_id, kind, last_number) VALUES ($1, $2, 1)
      ON CONFLICT (tenant_id, kind) DO UPDATE SET last_number = d.last_number + 1 RETURNING last_number`,
    values: [tx.context.tenantId, kind],
  });
  if (!row) throw new Error('no display number was given');
  return row.last_number;
}
