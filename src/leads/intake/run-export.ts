import { holderOf, loadFieldView } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { resumeAfter } from './enqueue-exports.ts';
import { exportAdvance, exportBegin, exportFind, exportFinish, exportNextLeads } from './export-store.ts';
import type { ExportRow } from './export-store.ts';
import { leadsErased } from './export-part-store.ts';
import { partPlace } from './open-export.ts';
import { readFieldClasses } from './read-field-classes.ts';
import { type Showing, showLeads, type Shown } from './show-lead.ts';
import { stopExport } from './stop-export.ts';
import { type LeadRow, leadsOf } from './store.ts';

export interface ExportDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Leads that are opened before the trail and the progress are written; 500 unless given. */
  readonly leadsPerPart?: number;
}

const LEADS_PER_PART = 500;
const MOST_TRIES = 10;

/** What is opened next, and as whom. */
interface Page {
  readonly row: ExportRow;
  readonly leads: readonly LeadRow[];
  readonly showing: Showing;
}

/**
 * Makes a file part by part, from where an earlier try left it. Each part is opened by the rules that bind the maker,
 * and stands in the trail in the transaction that keeps it. It ends where the maker's account, or what the maker may
 * see, is not what it was.
 */
export async function runExport(deps: ExportDeps, tenantId: string, exportId: string): Promise<void> {
  const context = systemContext(tenantId);
  const first = await deps.tenancy.withTenant(context, (tx) => begin(tx, exportId, deps.clock.now()));
  let row: ExportRow | undefined = first;
  while (row) {
    const current: ExportRow = row;
    const page = await deps.tenancy.withTenant(context, (tx) => nextPage(deps, tx, current));
    if (!page) return;
    const shown = await showLeads(page.showing, page.leads);
    row = await keepPart(deps, page, shown);
  }
}

async function begin(tx: TenantWriter, exportId: string, now: Date): Promise<ExportRow | undefined> {
  const row = await exportBegin(tx, exportId, resumeAfter(now));
  if (!row || row.tries <= MOST_TRIES) return row;
  await stopExport(tx, row.id, { reason: 'gave_up', now });
  return undefined;
}

/** The leads that come next, in their order; undefined where the export is over. */
async function nextPage(deps: ExportDeps, tx: TenantWriter, row: ExportRow): Promise<Page | undefined> {
  const { vault, clock, leadsPerPart = LEADS_PER_PART } = deps;
  const now = clock.now();
  const maker = await holderOf(tx, { userId: row.madeBy, permission: 'leads:export', now });
  const view = maker && (await loadFieldView(tx, maker));
  if (!maker || view?.fingerprint !== row.rights) {
    await stopExport(tx, row.id, { reason: maker ? 'rights_changed' : 'maker_gone', now });
    return undefined;
  }
  const ids = await exportNextLeads(tx, row, leadsPerPart);
  if (ids.length === 0) {
    await exportFinish(tx, row.id, now);
    return undefined;
  }
  const found = new Map((await leadsOf(tx, ids)).map((lead) => [lead.leadId, lead]));
  const caller = { ...maker, tenantId: tx.context.tenantId };
  const classes = view.hasRules ? await readFieldClasses(tx) : undefined;
  return { row, leads: ids.flatMap((id) => found.get(id) ?? []), showing: { vault, caller, view, classes } };
}

/**
 * Keeps a part, unless one of its leads was erased while it was opened: then it is read anew. Undefined where somebody
 * else went on, or the export is over.
 */
async function keepPart(deps: ExportDeps, page: Page, shown: readonly Shown[]): Promise<ExportRow | undefined> {
  const { tenancy, vault, clock } = deps;
  const { row, leads, showing } = page;
  const { tenantId } = showing.caller;
  const leadIds = leads.map(({ leadId }) => leadId);
  const phiClasses = [...new Set(shown.flatMap((one) => one.phiClasses))];
  const content = Buffer.from(JSON.stringify(shown.map(({ lead }) => lead)));
  const key = await vault.subjectKey(tenantId, row.id);
  const sealed = vault.seal(key, partPlace(tenantId, row.id, row.rowsDone), content);
  return tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const erased = new Set(await leadsErased(tx, leadIds));
    if (leads.some(({ leadId, status }) => status !== 'erased' && erased.has(leadId))) return exportFind(tx, row.id);
    const now = clock.now();
    const next = await exportAdvance(tx, row, { leadIds, phiClasses, sealed }, resumeAfter(now));
    if (!next) return undefined;
    const detail = { exportId: row.id, approvalId: row.approvalId, rows: leadIds.length };
    const event = { action: 'lead.export', entity: 'lead', entityIds: leadIds, phiClasses, outcome: 'done', detail };
    await recordAudit(tx, now, [
      { event: { ...event, outcome: 'done' }, origin: {}, onBehalfOf: { kind: 'staff', id: row.madeBy } },
    ]);
    return next;
  });
}
