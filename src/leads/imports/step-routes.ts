import { defineRoute, type Route } from '../../core/gate/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { describeFields } from './describe-fields.ts';
import { checkMapping } from './domain/check-mapping.ts';
import { enqueueImports, resumeAfter } from './enqueue-import.ts';
import type { FileRouteDeps } from './file-routes.ts';
import { lockImport, requireImport } from './find-import.ts';
import { fileOf, openBeginning } from './open-file.ts';
import { importFind, importPause, importPlan, importRelease } from './store.ts';
import { importAnswer, OF_ONE, OWN, params, showImport, startBody } from './wire.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';

/** What sets the reading of an import going, holds it and lets it go on. */
export const stepRoutes = (deps: FileRouteDeps): Route[] => [startRoute(deps), pauseRoute(), resumeRoute()];

const startRoute = (deps: FileRouteDeps): Route =>
  defineRoute({
    ...OWN,
    id: 'start_lead_import',
    method: 'POST',
    path: `${OF_ONE}/start`,
    summary: 'Say which field each column is, and let the rows become leads in the background.',
    audit: { action: 'lead-import.start', entity: 'lead-import' },
    params,
    body: startBody,
    response: importAnswer,
    async prepare({ tenantId, actorId }, _body, path) {
      const { importId } = path as { importId: string };
      const actor = { kind: 'staff', id: actorId } as const;
      const row = await deps.tenancy.readTenant({ tenantId, actor }, (tx) => importFind(tx, importId));
      if (row?.status !== 'mapping') return undefined;
      const [first = []] = await openBeginning(deps.vault, fileOf(deps, tenantId, importId), 1);
      return first.length;
    },
    async handle({ tx, caller, now, prepared, params: { importId }, body: { fields, hasHeader, isTest = false } }) {
      const row = await lockImport(tx, importId, ['mapping']);
      const known = await describeFields(tx, deps.snapshots, row.campaignId);
      const faults = checkMapping(fields, Number(prepared), known);
      if (faults.length > 0) throw invalid(faults);
      const rowsTotal = (row.records ?? 0) - (hasHeader ? 1 : 0);
      if (rowsTotal === 0) {
        const message = 'The file has one line. If it is a lead, say that there is no header.';
        throw invalid([{ field: 'hasHeader', rule: 'no_rows', message }]);
      }
      await importPlan(tx, importId, { fields, hasHeader, isTest, rowsTotal });
      return release(tx, importId, { runBy: caller.actorId, now });
    },
  });

const pauseRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'pause_lead_import',
    method: 'POST',
    path: `${OF_ONE}/pause`,
    summary: 'Let an import stand still. Rows that are being read become leads yet, the others wait.',
    audit: { action: 'lead-import.pause', entity: 'lead-import' },
    params,
    response: importAnswer,
    async handle({ tx, params: { importId } }) {
      await lockImport(tx, importId, ['running']);
      await importPause(tx, importId, null);
      const row = await requireImport(tx, importId);
      return { answer: { data: showImport(row) }, touched: [row.id], detail: { rowsDone: row.rowsDone } };
    },
  });

const resumeRoute = (): Route =>
  defineRoute({
    ...OWN,
    id: 'resume_lead_import',
    method: 'POST',
    path: `${OF_ONE}/resume`,
    summary: 'Go on with a paused import behind its last row, from now on in your name.',
    audit: { action: 'lead-import.resume', entity: 'lead-import' },
    params,
    response: importAnswer,
    async handle({ tx, caller, now, params: { importId } }) {
      await lockImport(tx, importId, ['paused']);
      return release(tx, importId, { runBy: caller.actorId, now });
    },
  });

async function release(
  tx: TenantWriter,
  importId: string,
  { runBy, now }: { readonly runBy: string; readonly now: Date },
) {
  const row = await importRelease(tx, importId, { runBy, resumeAt: resumeAfter(now) });
  if (!row) throw notFound();
  await enqueueImports(tx, [importId]);
  return { answer: { data: showImport(row) }, touched: [row.id], detail: { rowsDone: row.rowsDone } };
}
