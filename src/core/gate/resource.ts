import type { Static, TProperties, TSchema } from 'typebox';
import type { Caller, Permission } from '../access/index.ts';
import type { Records, TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { WriteRules } from './explain-violation.ts';
import type { ListShape } from './list-query.ts';

/** A row as answers show it. */
export type Shown = Readonly<Record<string, unknown>>;

/** What a write of a resource gets; the body has passed its schema. */
export interface Writing<B> {
  readonly tx: TenantWriter;
  readonly caller: Caller;
  readonly now: Date;
  readonly body: B;
}

/** What the answers of a resource hold, and what its writes take. */
export interface ResourceWire<C extends TSchema, U extends TSchema> {
  readonly create: C;
  readonly update: U;
  readonly item: TProperties;
  /** What one record shows beyond a row of the list. */
  readonly detail?: TProperties;
  /** What only the answer to its making shows. */
  readonly once?: TProperties;
  /** What stands beside `data` after a change. */
  readonly beside?: TProperties;
}

/**
 * A record as it was written, and the ids of other records that were written with it: they stand in the audit event.
 */
interface Written<Row> {
  readonly row: Row;
  readonly touched?: readonly string[];
}

/** A settings-like resource: what differs between those that otherwise read and write alike. */
export interface Resource<
  Row extends { readonly id: string },
  C extends TSchema = TSchema,
  U extends TSchema = TSchema,
> {
  /** Entity in the audit trail, stem of operation ids and name of the group: `vertical`, `verticals`. */
  readonly names: readonly [one: string, many: string];
  readonly path: string;
  /** Group in OpenAPI where several resources share one; the name of the group unless given. */
  readonly tag?: string;
  /** The method that changes given fields; PATCH unless given. */
  readonly updateBy?: 'PUT' | 'PATCH';
  readonly permissions: { readonly read: Permission; readonly write: Permission };
  readonly records: Pick<Records<Row>, 'find' | 'lock' | 'list' | 'remove'>;
  /** Whether paths take the display number in place of the id. */
  readonly byNumber?: boolean;
  readonly wire: ResourceWire<C, U>;
  readonly list: ListShape;
  readonly rules: WriteRules;
  /** Said when rows that point at the record keep it from being deleted. */
  readonly inUse: string;
  /** Asks other servers for what a write will need, before its transaction begins. */
  readonly prepare?: (caller: Caller) => Promise<void>;
  show(row: Row, caller: Caller): Shown;
  detail?(row: Row, reading: { readonly tx: TenantReader; readonly caller: Caller }): Promise<Shown>;
  insert(writing: Writing<Static<C>>): Promise<Written<Row> & { readonly once?: Shown }>;
  change(writing: Writing<Static<U>>, row: Row): Promise<Written<Row> & { readonly beside?: Shown }>;
  /** Undoes what hangs on the record before it is deleted, and gives the ids of what that changed. */
  unlink?(tx: TenantWriter, row: Row): Promise<readonly string[]>;
}

/** Declares a resource, with the types of its bodies checked and then forgotten. */
export const defineResource = <Row extends { readonly id: string }, C extends TSchema, U extends TSchema>(
  resource: Resource<Row, C, U>,
): Resource<Row> => resource;
