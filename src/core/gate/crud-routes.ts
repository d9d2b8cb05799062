import { type TSchema, Type } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { defineRoute, type Route, type RouteRequest, type RouteResult } from './define-route.ts';
import { refuseStale } from './edit-guard.ts';
import { explainRemoval, explainWrite } from './explain-violation.ts';
import { type ListQuery, listQueryOf, listRequestOf } from './list-query.ts';
import type { Resource, Writing } from './resource.ts';
import { idSchema, list, listAnswer, one } from './wire.ts';

type Row = { readonly id: string };
type Request = RouteRequest<unknown, unknown, unknown> & { readonly tx: TenantWriter };
type Handle = (request: Request) => Promise<RouteResult<unknown>>;
interface Part {
  readonly id: string;
  readonly verb: string;
  readonly method: Route['method'];
  /** Below the path of one record; undefined stands for the list's own path. */
  readonly below?: string;
  readonly summary: string;
  readonly status?: 201;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly response: TSchema;
}

/** The five routes of a resource: list, create, get, update, delete. */
export function crudRoutes<R extends Row>(resource: Resource<R>): Route[] {
  return [...collectionRoutes(resource), ...recordRoutes(resource)];
}

function collectionRoutes<R extends Row>(resource: Resource<R>): Route[] {
  const { names, wire } = resource;
  const [name, many] = names;
  const [oneName, manyNames] = names.map(wordsOf);
  const listed: Part = {
    id: `list_${many}`,
    verb: 'list',
    method: 'GET',
    summary: `The ${manyNames}, newest first.`,
    query: listQueryOf(resource.list),
    response: list(Type.Object(wire.item)),
  };
  const create: Part = {
    id: `create_${name}`,
    verb: 'create',
    method: 'POST',
    summary: `Make a ${oneName}.`,
    status: 201,
    body: wire.create,
    response: one(Type.Object({ ...wire.item, ...wire.once })),
  };
  return [
    routeOf(resource, listed, (request) => listRows(resource, request)),
    routeOf(resource, create, (request) => insertRow(resource, request)),
  ];
}

function recordRoutes<R extends Row>(resource: Resource<R>): Route[] {
  const { names, wire, updateBy: method = 'PATCH' } = resource;
  const [name] = names;
  const oneName = wordsOf(name);
  const read: Part = {
    id: `get_${name}`,
    verb: 'read',
    method: 'GET',
    below: '',
    summary: `One ${oneName}.`,
    response: one(Type.Object({ ...wire.item, ...wire.detail })),
  };
  const update: Part = {
    id: `update_${name}`,
    verb: 'update',
    method,
    below: '',
    summary: `Change the given fields of a ${oneName}.`,
    body: wire.update,
    response: Type.Object({ data: Type.Object(wire.item), ...wire.beside }),
  };
  const remove: Part = {
    id: `delete_${name}`,
    verb: 'delete',
    method: 'DELETE',
    below: '',
    summary: `Delete a ${oneName} that nothing uses.`,
    response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
  };
  return [
    routeOf(resource, read, (request) => showRow(resource, request)),
    routeOf(resource, update, (request) => changeRow(resource, request)),
    routeOf(resource, remove, (request) => removeRow(resource, request)),
  ];
}

/** PUT and PATCH `…/status`: both verbs are in use. */
export function statusRoutes<R extends Row>(resource: Resource<R>, body: TSchema): Route[] {
  const {
    names: [name],
    wire,
  } = resource;
  const response = Type.Object({ data: Type.Object(wire.item), ...wire.beside });
  return (['PUT', 'PATCH'] as const).map((method) =>
    routeOf(
      resource,
      {
        id: `${method === 'PUT' ? 'update' : 'patch'}_${name}_status`,
        verb: 'update',
        method,
        below: '/status',
        summary: `Set the status of a ${name}.`,
        body,
        response,
      },
      (request) => changeRow(resource, request),
    ),
  );
}

/** A row by the id in the path, or by its display number where the resource takes one; NOT_FOUND otherwise. */
export async function requireRow<R extends Row>(
  resource: Pick<Resource<R>, 'records' | 'byNumber'>,
  tx: TenantReader,
  ref: string,
): Promise<R> {
  const numbered = resource.byNumber === true && /^\d{1,15}$/.test(ref);
  const page = { where: { displayId: Number(ref) }, limit: 1, offset: 0 };
  const row = numbered
    ? (await resource.records.list(tx, page)).rows[0]
    : isId(ref)
      ? await resource.records.find(tx, ref)
      : undefined;
  if (!row) throw notFound();
  return row;
}

/** A name as people read it: `tax rate` of `tax_rate`. */
const wordsOf = (name: string): string => name.replaceAll('_', ' ');

/** The parameter of a path that names a record: `taxRateId` of `tax_rate`. */
const paramOf = ([name]: readonly [string, string]): string =>
  `${name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())}Id`;

/** The schema of a path's reference to a record of the resource. */
const refParams = (resource: { readonly names: readonly [string, string]; readonly byNumber?: boolean }) =>
  Type.Object({
    [paramOf(resource.names)]: resource.byNumber
      ? Type.String({ description: 'The id, or the display number.' })
      : idSchema,
  });

function routeOf<R extends Row>(resource: Resource<R>, part: Part, handle: Handle): Route {
  const { names, path, permissions, prepare } = resource;
  const [name, many] = names;
  const { id, verb, method, below, summary, status, query, body, response } = part;
  return defineRoute<TSchema, TSchema | undefined, TSchema | undefined, TSchema | undefined>({
    id,
    method,
    summary,
    response,
    handle,
    path: below === undefined ? path : `${path}/:${paramOf(names)}${below}`,
    tag: resource.tag ?? many,
    permission: method === 'GET' ? permissions.read : permissions.write,
    audit: { action: `${name}.${verb}`, entity: name },
    ...(below === undefined ? {} : { params: refParams(resource) }),
    ...(status ? { status } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body } : {}),
    ...(body && prepare ? { prepare } : {}),
  });
}

const refOf = ({ names }: Pick<Resource<Row>, 'names'>, { params }: Request): string =>
  (params as Readonly<Record<string, string>>)[paramOf(names)] ?? '';

/** The names of the fields that a write carried: they stand in the audit trail. */
const fieldsOf = (body: unknown): { detail: { fields: string[] } } => ({
  detail: { fields: Object.keys(body as object).filter((name) => name !== '_snapshot') },
});

const writingOf = ({ tx, caller, now, body }: Request): Writing<unknown> => ({ tx, caller, now, body });

async function listRows<R extends Row>(
  resource: Resource<R>,
  { tx, caller, query }: Request,
): Promise<RouteResult<unknown>> {
  const request = listRequestOf(resource.list, query as ListQuery);
  const { rows, total } = await resource.records.list(tx, request);
  const page = { limit: request.limit, offset: request.offset };
  return {
    answer: listAnswer(
      rows.map((row) => resource.show(row, caller)),
      total,
      page,
    ),
    touched: rows.map((row) => row.id),
  };
}

async function insertRow<R extends Row>(resource: Resource<R>, request: Request): Promise<RouteResult<unknown>> {
  const { row, once, touched = [] } = await explainWrite(resource.rules, () => resource.insert(writingOf(request)));
  return {
    answer: { data: { ...resource.show(row, request.caller), ...once } },
    touched: [row.id, ...touched],
    ...fieldsOf(request.body),
  };
}

async function showRow<R extends Row>(resource: Resource<R>, request: Request): Promise<RouteResult<unknown>> {
  const { tx, caller } = request;
  const row = await requireRow(resource, tx, refOf(resource, request));
  const detail = await resource.detail?.(row, { tx, caller });
  return { answer: { data: { ...resource.show(row, caller), ...detail } }, touched: [row.id] };
}

async function changeRow<R extends Row>(resource: Resource<R>, request: Request): Promise<RouteResult<unknown>> {
  const { tx, caller, body } = request;
  const found = await requireRow(resource, tx, refOf(resource, request));
  const row = await resource.records.lock(tx, found.id);
  if (!row) throw notFound();
  refuseStale((body as { _snapshot?: unknown })._snapshot, resource.show(row, caller));
  const changed = await explainWrite(resource.rules, () => resource.change(writingOf(request), row));
  return {
    answer: { data: resource.show(changed.row, caller), ...changed.beside },
    touched: [row.id, ...(changed.touched ?? [])],
    ...fieldsOf(body),
  };
}

async function removeRow<R extends Row>(resource: Resource<R>, request: Request): Promise<RouteResult<unknown>> {
  const { tx } = request;
  const row = await requireRow(resource, tx, refOf(resource, request));
  const unlinked = await explainRemoval(resource.inUse, async () => {
    const ids = await resource.unlink?.(tx, row);
    await resource.records.remove(tx, row.id);
    return ids ?? [];
  });
  return { answer: { data: { success: true, id: row.id } }, touched: [row.id, ...unlinked] };
}
