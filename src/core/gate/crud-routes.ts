import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import type { Caller, Permission } from '../access/index.ts';
import type { Records, TenantReader, TenantWriter } from '../tenancy/index.ts';
import { defineRoute, type Route, type RouteRequest } from './define-route.ts';
import { refuseStale } from './edit-guard.ts';
import { explainRemoval, explainWrite, type WriteRules } from './explain-violation.ts';
import { type ListQuery, listQueryOf, listRequestOf, type ListShape } from './list-query.ts';
import { idSchema, list, listAnswer, one } from './wire.ts';

/** A row as answers show it. */
export type Shown = Readonly<Record<string, unknown>>;

/** What a write of a resource gets; the body has passed its schema. */
export interface Writing<B> {
  readonly tx: TenantWriter;
  readonly caller: Caller;
  readonly now: Date;
  readonly body: B;
}

/** A settings-like resource: what differs between those that otherwise read and write alike. */
export interface Resource<Row extends { readonly id: string }, C extends TSchema, U extends TSchema> {
  /** Entity in the audit trail and stem of operation ids: `vertical`, `verticals`. */
  readonly names: readonly [one: string, many: string];
  readonly path: string;
  readonly permissions: { readonly read: Permission; readonly write: Permission };
  readonly records: Pick<Records<Row>, 'find' | 'lock' | 'list' | 'remove'>;
  /** Whether the path takes the display number in place of the id. */
  readonly byNumber?: boolean;
  readonly wire: {
    readonly create: C;
    readonly update: U;
    readonly item: TProperties;
    /** What one record shows beyond a row of the list; what only the answer to its making shows; what stands beside `data` after a change. */
    readonly detail?: TProperties;
    readonly once?: TProperties;
    readonly beside?: TProperties;
  };
  readonly list: ListShape;
  readonly rules: WriteRules;
  /** Said when rows that point at the record keep it from being deleted. */
  readonly inUse: string;
  show(row: Row, caller: Caller): Shown;
  detail?(row: Row, reading: { readonly tx: TenantReader; readonly caller: Caller }): Promise<Shown>;
  insert(writing: Writing<Static<C>>): Promise<{ readonly row: Row; readonly once?: Shown }>;
  change(writing: Writing<Static<U>>, row: Row): Promise<{ readonly row: Row; readonly beside?: Shown }>;
  /** Undoes links that the deletion takes with it. */
  unlink?(tx: TenantWriter, row: Row): Promise<void>;
}

type AnyResource<Row extends { readonly id: string }> = Resource<Row, TSchema, TSchema>;
type Request = RouteRequest<unknown, unknown, unknown> & { readonly tx: TenantWriter };

/** The five routes of a resource: list, create, get, update, delete. */
export function crudRoutes<Row extends { readonly id: string }, C extends TSchema, U extends TSchema>(
  resource: Resource<Row, C, U>,
): Route[] {
  const { names: [one_], path, wire } = resource;
  const [item, detail] = [Type.Object(wire.item), Type.Object({ ...wire.item, ...wire.detail })];
  return [
    listRoute(resource),
    plainRoute(resource, `create_${one_}`, {
      method: 'POST', path, verb: 'create', summary: `Make a ${one_}.`, status: 201, body: wire.create,
      response: one(Type.Object({ ...wire.item, ...wire.once })),
      async handle({ tx, caller, now, body }) {
        const writing = { tx, caller, now, body: body as Static<C> };
        const { row, once } = await explainWrite(resource.rules, () => resource.insert(writing));
        return { row, answer: { data: { ...resource.show(row, caller), ...once } }, fields: fieldsOf(body) };
      },
    }),
    plainRoute(resource, `get_${one_}`, {
      method: 'GET', path: pathOfOne(resource), verb: 'read', summary: `One ${one_}.`, response: one(detail),
      async handle({ tx, caller, params }) {
        const row = await requireRow(resource, tx, params);
        return { row, answer: { data: { ...resource.show(row, caller), ...(await resource.detail?.(row, { tx, caller })) } } };
      },
    }),
    plainRoute(resource, `update_${one_}`, {
      method: 'PATCH', path: pathOfOne(resource), verb: 'update', summary: `Change the given fields of a ${one_}.`, body: wire.update,
      response: Type.Object({ data: item, ...wire.beside }),
      handle: (request) => updateRow(resource, request),
    }),
    plainRoute(resource, `delete_${one_}`, {
      method: 'DELETE', path: pathOfOne(resource), verb: 'delete', summary: `Delete a ${one_} that nothing uses.`,
      response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
      async handle({ tx, params }) {
        const row = await requireRow(resource, tx, params);
        await explainRemoval(resource.inUse, async () => {
          await resource.unlink?.(tx, row);
          await resource.records.remove(tx, row.id);
        });
        return { row, answer: { data: { success: true, id: row.id } } };
      },
    }),
  ];
}
