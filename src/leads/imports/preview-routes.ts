import { loadFieldView, PHI_CLASSES } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { requireImport, requireState } from './find-import.ts';
import { type FileDeps, fileOf, openBeginning } from './open-file.ts';
import { OF_ONE, params, previewAnswer } from './wire.ts';

/** As many rows as tell what a column holds. */
const ROWS_SHOWN = 5;

/**
 * The first lines of a file as they are, for the one who sent it: nobody knows yet which column is what, so it is shown
 * only to who may see every field in clear.
 */
export const previewRoute = (deps: FileDeps): Route =>
  defineRoute({
    id: 'preview_lead_import',
    method: 'GET',
    path: `${OF_ONE}/preview`,
    tag: 'lead-imports',
    summary: 'The first lines of a file that you sent, in clear, while its columns are mapped. It stands in the trail.',
    permission: 'leads:reveal',
    peopleOnly: true,
    audit: { action: 'lead-import.preview', entity: 'lead-import' },
    params,
    response: previewAnswer,
    async handle({ tx, caller, params: { importId } }) {
      const row = await requireImport(tx, importId);
      if (row.madeBy !== caller.actorId) throw notFound();
      requireState(row, ['mapping']);
      const { hasRules } = await loadFieldView(tx, caller);
      if (!caller.piiAccess || hasRules) {
        const message =
          'The first rows are shown only to who may see every field in clear. Map by the names of columns.';
        throw new AppError('FORBIDDEN', message);
      }
      return {
        touched: [row.id],
        phiClasses: PHI_CLASSES,
        later: async () => ({
          data: { rows: await openBeginning(deps.vault, fileOf(deps, caller.tenantId, row.id), ROWS_SHOWN) },
        }),
      };
    },
  });
