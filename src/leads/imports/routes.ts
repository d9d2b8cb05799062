import { Type } from 'typebox';
import {
  defineRoute,
  listAnswer,
  one,
  pageOf,
  pageQuery,
  type Route,
  unknownReference,
} from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { fileRoutes, type FileRouteDeps } from './file-routes.ts';
import { lockImport, requireImport } from './find-import.ts';
import { reportRoutes } from './report-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { importEnd, importInsert, importList } from './store.ts';
import { watchImports, type WatchDeps } from './watch-imports.ts';
import { createBody, importAnswer, importItem, importsAnswer, OF_ONE, OWN, params, PATH, showImport } from './wire.ts';

export type ImportRouteDeps = FileRouteDeps & WatchDeps;

const DAYS_KEPT = 7;
const DAY_MS = 24 * 3_600_000;

/** Files of leads that are brought in: sent in pieces, mapped, read in the background, reported row by row. */
export const importRoutes = (deps: ImportRouteDeps): Route[] => [
  createRoute(deps),
  listRoute(),
  followRoute(deps),
  readRoute(),
  ...fileRoutes(deps),
  ...stepRoutes(deps),
  ...reportRoutes(),
  cancelRoute(),
];

const createRoute = ({ vault, snapshots }: ImportRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'create_lead_import',
    method: 'POST',
    path: PATH,
    status: 201,
    summary: 'Begin to bring in a CSV file of leads of a campaign. Its file is kept until it is read, at most 7 days.',
    audit: { action: 'lead-import.create', entity: 'lead-import' },
    body: createBody,
    response: importAnswer,
    prepare: async ({ tenantId }) => (await vault.lease(tenantId)).subjectId,
    async handle({ tx, caller, now, prepared, body: { campaignId: ref } }) {
      const { campaigns } = await snapshots.current(tx);
      const campaign = campaigns.get(ref) ?? [...campaigns.values()].find(({ displayId }) => String(displayId) === ref);
      if (!campaign) throw invalid([unknownReference('campaignId')]);
      const { campaignId } = campaign;
      const row = await importInsert(tx, {
        id: String(prepared),
        campaignId,
        madeBy: caller.actorId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + DAYS_KEPT * DAY_MS),
      });
      return { answer: { data: showImport(row) }, touched: [row.id], detail: { campaignId } };
    },
  });

const listRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'list_lead_imports',
    method: 'GET',
    path: PATH,
    summary: 'Imports of leads, newest first, with how far they are.',
    audit: { action: 'lead-import.list', entity: 'lead-import' },
    query: Type.Object(pageQuery, { additionalProperties: false }),
    response: importsAnswer,
    async handle({ tx, query }) {
      const page = pageOf(query);
      const { rows, total } = await importList(tx, page);
      return { answer: listAnswer(rows.map(showImport), total, page), touched: rows.map(({ id }) => id) };
    },
  });

const followRoute = (deps: ImportRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'follow_lead_imports',
    method: 'GET',
    path: `${PATH}/progress`,
    summary:
      'Imports as their rows are read: events `imports`, first with the newest 50, then with each that changed, with ' +
      'none after 10 s of nothing; `end` once none runs.',
    audit: { action: 'lead-import.follow', entity: 'lead-import' },
    response: Type.Array(importItem),
    async handleStream({ caller }) {
      return (stream) =>
        watchImports(deps, caller, {
          hear: (rows) => stream.send({ event: 'imports', data: rows.map(showImport), count: rows.length }),
          over: () => stream.end('all_done'),
        });
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'get_lead_import',
    method: 'GET',
    path: OF_ONE,
    summary: 'How far an import is.',
    audit: { action: 'lead-import.read', entity: 'lead-import' },
    params,
    response: importAnswer,
    async handle({ tx, params: { importId } }) {
      const row = await requireImport(tx, importId);
      return { answer: { data: showImport(row) }, touched: [row.id] };
    },
  });

const cancelRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'cancel_lead_import',
    method: 'DELETE',
    path: OF_ONE,
    summary: 'Stop an import for good and take its file away. Leads that were made of it stay.',
    audit: { action: 'lead-import.cancel', entity: 'lead-import' },
    params,
    response: one(Type.Object({ success: Type.Boolean() })),
    async handle({ tx, now, params: { importId } }) {
      const row = await lockImport(tx, importId, ['uploading', 'mapping', 'running', 'paused']);
      await importEnd(tx, row.id, { status: 'cancelled', reason: null, now });
      return { answer: { data: { success: true } }, touched: [row.id], detail: { rowsDone: row.rowsDone } };
    },
  });
