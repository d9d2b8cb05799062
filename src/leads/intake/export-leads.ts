import { stringify } from 'csv-stringify/sync';
import type { Static } from 'typebox';
import { actorOf, claimApproval, type FieldView, loadFieldView, requireValidCaller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Asked, Reading } from './answer-reading.ts';
import { defuseCell } from './domain/defuse-cell.ts';
import { filterOf } from './filter-leads.ts';
import { leadList } from './lead-list-store.ts';
import { type FieldClasses, readFieldClasses } from './read-field-classes.ts';
import { type LeadShown, type Showing, showLead, type Shown } from './show-lead.ts';
import type { LeadRow } from './store.ts';
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

const DEFAULT_LIMIT = 1000;

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
    if (!(await claimApproval(tx, { id: approvalId, action: 'bulk_export', terms, by: caller.actorId, now })))
      throw unapproved();
    const view = await loadFieldView(tx, caller);
    const classes = view.hasRules ? await readFieldClasses(tx) : undefined;
    const found = await leadList(tx, filter, { limit });
    const use = { action: 'approval.use', entity: 'approval', entityIds: [approvalId], outcome: 'done' } as const;
    await recordAudit(tx, now, [{ event: { ...use, detail: { action: 'bulk_export' } }, origin }]);
    return { view, classes, ...found };
  });
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
  const shown = await showAll({ vault, caller, ...how }, rows);
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

/** How many leads are opened at once: the keystore serves others too. */
const AT_ONCE = 25;

async function showAll(showing: Showing, rows: readonly LeadRow[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    shown.push(...(await Promise.all(some.map((lead) => showWithKey(showing, lead)))));
  }
  return shown;
}

/** Fetches the key of a lead before its classes are opened, which would otherwise ask for it one by one. */
async function showWithKey(showing: Showing, lead: LeadRow): Promise<Shown> {
  if (lead.status !== 'erased') await showing.vault.subjectKey(showing.caller.tenantId, lead.leadId);
  return showLead(showing, lead);
}

const COLUMNS = [
  'id',
  'shortId',
  'status',
  'createdAt',
  'campaignId',
  'partnerId',
  'verticalId',
  'state',
  'price',
  'payout',
] as const;
const isColumn = (name: string): boolean => (COLUMNS as readonly string[]).includes(name);

/** A vertical's own field may be called like a column: then it is told apart as a post would. */
const headerOf = (field: string): string => (isColumn(field) ? `custom.${field}` : field);

/**
 * The leads as CSV (RFC 4180): the columns, and after them every field that any of the leads has. Each cell is quoted:
 * a lone carriage return or line feed in a value would begin a new row otherwise, and so perhaps a formula.
 */
function csvOf(leads: readonly LeadShown[]): string {
  // The state is a column already.
  const fields = [...new Set(leads.flatMap((lead) => Object.keys(lead.fields)))]
    .filter((name) => name !== 'state')
    .toSorted();
  const header = [...COLUMNS, ...fields.map(headerOf)];
  const lines = leads.map((lead) => [
    ...COLUMNS.map((name) => cellOf(lead[name])),
    ...fields.map((name) => cellOf(Object.hasOwn(lead.fields, name) ? lead.fields[name] : undefined)),
  ]);
  return stringify([header, ...lines], { quoted: true, record_delimiter: 'windows' });
}

/** Numbers and truth values in their JSON spelling, which a post takes back. */
function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return defuseCell(typeof value === 'string' ? value : JSON.stringify(value));
}
