import { Type } from 'typebox';
import { AppError, type Fault, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import {
  defineRoute,
  explainWrite,
  idSchema,
  list,
  listAnswer,
  one,
  requireSome,
  type Route,
  textOf,
} from '../gate/index.ts';
import { personalPaths } from './domain/personal-text.ts';
import { done } from './wire.ts';
import { viewInsert, viewList, viewRemove, type ViewRow, viewsLock, viewUpdate } from './view-store.ts';

const own = { tag: 'auth', permission: 'account:own', peopleOnly: true, realm: 'account' } as const;
const PATH = '/api/v1/auth/views';
const VIEWS_EACH = 50;
const QUERY_LENGTH = 2000;

const page = Type.String({
  pattern: '^[a-z][a-z0-9/_-]{0,59}$',
  description: 'The page that it is a view of, such as leads.',
});
const query = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
  description: `Filters and columns, at most ${QUERY_LENGTH} characters as JSON. No value of a person.`,
});
const viewItem = Type.Object({
  id: Type.String(),
  page: Type.String(),
  name: Type.String(),
  query: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Type.String({ description: 'ISO 8601.' }),
});
const name = textOf(80);
const params = Type.Object({ viewId: idSchema });

const show = (row: ViewRow) => ({ ...row, query: { ...row.query }, createdAt: row.createdAt.toISOString() });

/** How somebody likes to see pages; nobody else reads or changes it. */
export const viewRoutes = (): Route[] => [listRoute(), createRoute(), changeRoute(), removeRoute()];

const listRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'list_views',
    method: 'GET',
    path: PATH,
    summary: 'Your saved views, of one page if asked.',
    audit: { action: 'view.list', entity: 'view' },
    query: Type.Object({ page: Type.Optional(page) }, { additionalProperties: false }),
    response: list(viewItem),
    async handle({ tx, caller, query: { page: wanted } }) {
      const shown = (await viewList(tx, caller.actorId, wanted)).map(show);
      const paging = { limit: Math.max(shown.length, 1), offset: 0 };
      return { answer: listAnswer(shown, shown.length, paging), touched: shown.map(({ id }) => id) };
    },
  });

const createRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'create_view',
    method: 'POST',
    path: PATH,
    status: 201,
    summary: `Keep filters and columns of a page under a name; ${VIEWS_EACH} at most.`,
    audit: { action: 'view.create', entity: 'view' },
    body: Type.Object({ page, name, query }, { additionalProperties: false }),
    response: one(viewItem),
    async handle({ tx, caller, body, now }) {
      refuseUnfit(body);
      await viewsLock(tx, caller.actorId);
      if ((await viewList(tx, caller.actorId)).length >= VIEWS_EACH)
        throw new AppError('CONFLICT', `You have ${VIEWS_EACH} views, as many as can be kept. Delete one first.`);
      const view: ViewRow = { id: newId(now.getTime()), ...body, createdAt: now };
      await explainWrite(NAME_ONCE, () => viewInsert(tx, caller.actorId, view));
      return { answer: { data: show(view) }, touched: [view.id], detail: { page: view.page } };
    },
  });

const changeRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'update_view',
    method: 'PATCH',
    path: `${PATH}/:viewId`,
    summary: 'Rename a view of yours, or keep other filters and columns in it.',
    audit: { action: 'view.update', entity: 'view' },
    params,
    body: Type.Object({ name: Type.Optional(name), query: Type.Optional(query) }, { additionalProperties: false }),
    response: one(viewItem),
    async handle({ tx, caller, params: { viewId }, body }) {
      requireSome(body, ['name', 'query']);
      refuseUnfit(body);
      const row = await explainWrite(NAME_ONCE, () => viewUpdate(tx, caller.actorId, viewId, body));
      if (!row) throw notFound();
      return { answer: { data: show(row) }, touched: [row.id], detail: { fields: Object.keys(body) } };
    },
  });

const removeRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'delete_view',
    method: 'DELETE',
    path: `${PATH}/:viewId`,
    summary: 'Delete a view of yours.',
    audit: { action: 'view.delete', entity: 'view' },
    params,
    response: done,
    async handle({ tx, caller, params: { viewId } }) {
      if (!(await viewRemove(tx, caller.actorId, viewId))) throw notFound();
      return { answer: { data: { success: true } }, touched: [viewId] };
    },
  });

const NAME_ONCE = { unique: { saved_views_tenant_id_user_id_page_name_key: 'name' } };

/** Views stand in clear: what looks like somebody's address or number does not come in. */
function refuseUnfit(body: { readonly name?: string; readonly query?: object }): void {
  // First, so that nobody has us search a megabyte.
  if (JSON.stringify(body.query ?? {}).length > QUERY_LENGTH) {
    const message = `Is over ${QUERY_LENGTH} characters long. Keep fewer filters or columns.`;
    throw invalid([{ field: 'query', rule: 'too_long', message }]);
  }
  const faults: Fault[] = [...personalPaths(body.name, 'name'), ...personalPaths(body.query, 'query')].map((field) => ({
    field,
    rule: 'personal_data',
    message: 'Looks like an e-mail address or a number of a person, which a view does not keep. Leave it out.',
  }));
  if (faults.length > 0) throw invalid(faults);
}
