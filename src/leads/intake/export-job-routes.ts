import { Type } from 'typebox';
import { type Caller, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, idSchema, list, listAnswer, one, pageOf, pageQuery, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { answerReading } from './answer-reading.ts';
import { enqueueExports, resumeAfter } from './enqueue-exports.ts';
import { DEFAULT_LIMIT, useApproval } from './export-leads.ts';
import { exportParts } from './export-part-store.ts';
import { exportFind, exportInsert, exportListOf, type ExportRow } from './export-store.ts';
import { exportItem, showExport } from './export-wire.ts';
import { filterOf } from './filter-leads.ts';
import { followExportsRoute } from './export-progress-routes.ts';
import { openPart } from './open-export.ts';
import type { ExportDeps } from './run-export.ts';
import { stopExport } from './stop-export.ts';
import { leadList } from './lead-list-store.ts';
import { exportAnswer, exportBody } from './wire.ts';
import type { WatchDeps } from './watch-exports.ts';
import { csvOf } from './write-csv.ts';

const PATH = '/api/v1/exports';
const DAY_MS = 24 * 3_600_000;
const own = { tag: 'exports', permission: 'leads:export', peopleOnly: true } as const;
const params = Type.Object({ exportId: idSchema });

/** Files of leads that are made beside the request: by a person, with another's approval, for that person alone. */
export const exportJobRoutes = (deps: ExportDeps & WatchDeps): Route[] => [
  createRoute(deps),
  listRoute(),
  followExportsRoute(deps),
  readRoute(),
  fileRoute(deps),
  removeRoute(),
];

const createRoute = ({ vault }: ExportDeps): Route =>
  defineRoute({
    ...own,
    id: 'create_export',
    method: 'POST',
    path: PATH,
    status: 201,
    stepUp: true,
    summary: 'Make a file of leads in the background, with an approved approval of these filters. Kept for a day.',
    audit: { action: 'export.create', entity: 'export' },
    body: exportBody,
    response: one(exportItem),
    prepare: async ({ tenantId }) => (await vault.lease(tenantId)).subjectId,
    async handle({ tx, caller, origin, now, prepared, body: { approvalId, ...terms } }) {
      const { limit = DEFAULT_LIMIT, ...query } = terms;
      const { filter } = await filterOf(vault, caller, query);
      await useApproval(tx, { caller, origin, now }, { approvalId, terms });
      const { fingerprint } = await loadFieldView(tx, caller);
      const { rows, total } = await leadList(tx, filter, { limit });
      const row = await exportInsert(tx, {
        id: String(prepared),
        approvalId,
        madeBy: caller.actorId,
        role: caller.role,
        piiAccess: caller.piiAccess,
        customRoleId: caller.customRoleId ?? null,
        rights: fingerprint,
        leadIds: rows.map(({ leadId }) => leadId),
        truncated: total > rows.length,
        now,
        expiresAt: new Date(now.getTime() + DAY_MS),
        resumeAt: resumeAfter(now),
      });
      await enqueueExports(tx, [row.id]);
      return {
        answer: { data: showExport(row) },
        touched: [row.id, approvalId],
        detail: { ...query, rows: row.rowsTotal },
      };
    },
  });

const listRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'list_exports',
    method: 'GET',
    path: PATH,
    summary: 'Your files of leads, newest first, with how far they are.',
    audit: { action: 'export.list', entity: 'export' },
    query: Type.Object(pageQuery, { additionalProperties: false }),
    response: list(exportItem),
    async handle({ tx, caller, query }) {
      const page = pageOf(query);
      const { rows, total } = await exportListOf(tx, caller.actorId, page);
      return { answer: listAnswer(rows.map(showExport), total, page), touched: rows.map(({ id }) => id) };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'get_export',
    method: 'GET',
    path: `${PATH}/:exportId`,
    summary: 'How far a file of yours is.',
    audit: { action: 'export.read', entity: 'export' },
    params,
    response: one(exportItem),
    async handle({ tx, caller, params: { exportId } }) {
      const row = await requireOwn(tx, caller, exportId);
      return { answer: { data: showExport(row) }, touched: [row.id] };
    },
  });

function fileRoute(deps: ExportDeps): Route {
  const audit = { action: 'export.download', entity: 'export' } as const;
  return defineRoute({
    ...own,
    id: 'get_export_file',
    method: 'GET',
    path: `${PATH}/:exportId/file`,
    stepUp: true,
    summary: 'A finished file of yours, as often as you like while it is kept; each time stands in the trail.',
    audit,
    params,
    response: exportAnswer,
    handleAlone: (request) =>
      answerReading(deps.tenancy, request, audit, {
        async read(tx) {
          const row = await requireOwn(tx, request.caller, request.params.exportId);
          await requireFile(tx, row, request);
          return { row, parts: await exportParts(tx, row.id) };
        },
        async show({ row, parts }) {
          const { tenantId } = request.caller;
          const leads = (await Promise.all(parts.map((part) => openPart(deps.vault, tenantId, part)))).flat();
          const data = { format: 'csv' as const, rows: leads.length, truncated: row.truncated, content: csvOf(leads) };
          return {
            answer: { data },
            entityIds: [row.id, ...parts.flatMap(({ leadIds }) => leadIds)],
            phiClasses: [...new Set(parts.flatMap(({ phiClasses }) => phiClasses))],
            detail: { rows: leads.length },
          };
        },
      }),
  });
}

const removeRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'delete_export',
    method: 'DELETE',
    path: `${PATH}/:exportId`,
    summary: 'Stop the making of a file of yours, or take the file away before its day is over.',
    audit: { action: 'export.delete', entity: 'export' },
    params,
    response: one(Type.Object({ success: Type.Boolean() })),
    async handle({ tx, caller, now, params: { exportId } }) {
      const row = await requireOwn(tx, caller, exportId);
      await stopExport(tx, row.id, { reason: 'deleted', now });
      return { answer: { data: { success: true } }, touched: [row.id] };
    },
  });

async function requireOwn(tx: TenantReader, { actorId }: Caller, exportId: string): Promise<ExportRow> {
  const row = await exportFind(tx, exportId);
  if (row?.madeBy !== actorId) throw notFound();
  return row;
}

/** Refuses what is no file yet, or none any more, and one that was made for other eyes than the maker has by now. */
async function requireFile(
  tx: TenantReader,
  row: ExportRow,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<void> {
  if (row.status === 'queued' || row.status === 'running')
    throw new AppError('CONFLICT', 'The file is still being made. Ask again when its status is done.');
  if (row.status !== 'done' || row.expiresAt <= now)
    throw new AppError('GONE', 'This file is gone. Ask for another export, with another approval.');
  if ((await loadFieldView(tx, caller)).fingerprint === row.rights) return;
  const message = 'What you may see of leads has changed since this file was made. Ask for another export.';
  throw new AppError('CONFLICT', message);
}
