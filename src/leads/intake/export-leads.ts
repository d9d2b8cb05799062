import type { Static } from 'typebox';
import { actorOf, claimApproval, type FieldView, loadFieldView, requireValidCaller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Asked, Reading } from './answer-reading.ts';
import { filterOf } from './filter-leads.ts';
import { leadList } from './lead-list-store.ts';
import { type FieldClasses, readFieldClasses } from './read-field-classes.ts';
import { showLeads } from './show-lead.ts';
import type { LeadRow } from './store.ts';
import { csvOf } from './write-csv.ts';
import type { exportAnswer, exportBody } from './wire.ts';

interface ExportDeps {
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

/** What a claimed approval let out of the database, still sealed. */
interface Claimed {
  readonly view: FieldView;
  readonly classes: FieldClasses | undefined;
  readonly rows: readonly LeadRow[];
  readonly total: number;
}

/** Leads of an export that names no limit. */
export const DEFAULT_LIMIT = 1000;

/**
 * Uses up an approval and reads the leads that it lets out, in one transaction: if it fails, the approval is as good as
 * before. Nothing is opened before the claim is committed, so of two exports with one approval only one opens anything.
 * If the process dies after that, or something cannot be opened, the approval is used and its use stands in the trail,
 * but nobody was shown anything: whoever asked has to ask again. Throws VALIDATION_ERROR for filters, and FORBIDDEN.
 */
export async function claimExport(
  { vault, tenancy }: ExportDeps,
  { caller, origin, now }: Asked,
  { approvalId, ...terms }: Static<typeof exportBody>,
): Promise<Claimed> {
  const { limit = DEFAULT_LIMIT, ...query } = terms;
  const { filter } = await filterOf(vault, caller, query);
  return tenancy.withTenant({ tenantId: caller.tenantId, actor: actorOf(caller) }, async (tx) => {
    await requireValidCaller(tx, caller, now);
    await useApproval(tx, { caller, origin, now }, { approvalId, terms });
    const view = await loadFieldView(tx, caller);
    const classes = view.hasRules ? await readFieldClasses(tx) : undefined;
    const found = await leadList(tx, filter, { limit });
    return { view, classes, ...found };
  });
}

/** Uses up an approval of these very terms, and says so in the trail. Throws FORBIDDEN. */
export async function useApproval(
  tx: TenantWriter,
  { caller, origin, now }: Asked,
  { approvalId, terms }: { readonly approvalId: string; readonly terms: Readonly<Record<string, string | number>> },
): Promise<void> {
  if (!(await claimApproval(tx, { id: approvalId, action: 'bulk_export', terms, by: caller.actorId, now })))
    throw unapproved();
  const use = { action: 'approval.use', entity: 'approval', entityIds: [approvalId], outcome: 'done' } as const;
  await recordAudit(tx, now, [{ event: { ...use, detail: { action: 'bulk_export' } }, origin }]);
}

/** One text for all that may be wrong with an approval: whether it is another's is nobody's business. */
function unapproved(): AppError {
  const remedy =
    'Ask for one by POST /api/v1/approvals with the action bulk_export and the filters as its terms, and let ' +
    'somebody else approve it';
  return new AppError(
    'FORBIDDEN',
    `An export needs an approval of its own. ${remedy}: it is good for a day, and once.`,
  );
}

/** Opens what was claimed as far as the caller may see it, and makes the CSV of it. */
export async function exportLeads(
  vault: Vault,
  { caller, now }: Pick<Asked, 'caller' | 'now'>,
  { approvalId, limit: _limit, ...query }: Static<typeof exportBody>,
  { rows, total, ...how }: Claimed,
): Promise<Reading<Static<typeof exportAnswer>>> {
  const shown = await showLeads({ vault, caller, ...how }, rows);
  const leads = shown.map(({ lead }) => lead);
  const truncated = total > leads.length;
  return {
    answer: { data: { format: 'csv', rows: leads.length, truncated, content: csvOf(leads) } },
    entityIds: leads.map(({ id }) => id),
    phiClasses: [...new Set(shown.flatMap(({ phiClasses }) => phiClasses))],
    detail: { ...query, approvalId, rows: leads.length, truncated },
    write: (tx) => requireValidCaller(tx, caller, now),
  };
}
