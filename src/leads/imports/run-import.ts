import { type Caller, holderOf } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import {
  type FileRow,
  type RowOutcome,
  rowsAtOnce,
  type Snapshots,
  type SubmitRows,
  undefuseCell,
} from '../intake/index.ts';
import { mapRow } from './domain/map-row.ts';
import { resumeAfter } from './enqueue-import.ts';
import { type FileDeps, fileOf, openFile } from './open-file.ts';
import { rowsKeep } from './row-store.ts';
import { pauseImport, stopImport } from './stop-import.ts';
import { importAdvance, importBegin, importLock, type ImportReason, type ImportRow } from './store.ts';
import { shredFile } from './sweep-imports.ts';

export interface ImportDeps extends FileDeps {
  readonly clock: Clock;
  readonly submitRows: SubmitRows;
  readonly snapshots: Snapshots;
  /** Whether there is room on disk for what would be kept. */
  readonly hasRoom: () => boolean;
  /** Whether the process is about to end, and others are to go on. */
  readonly isStopping: () => boolean;
}

/** Tries without a row done, after which rows are tried one by one. */
const TRIES_AT_ONCE = 3;
const MOST_TRIES = 10;

/** Some rows of a file as they are read, in their order. */
interface Group {
  readonly rows: readonly FileRow[];
  readonly unreadable: readonly RowOutcome[];
}

/**
 * Makes leads of the rows of a file, from where an earlier try left it. A group of rows becomes leads in the very
 * transaction that counts it as done, under the lock of its import: two workers, or one that was killed and its
 * successor, make no lead twice and leave out none.
 */
export async function runImport(deps: ImportDeps, tenantId: string, importId: string): Promise<void> {
  const { tenancy, clock } = deps;
  const context = systemContext(tenantId);
  const found = await tenancy.withTenant(context, (tx) => begin(tx, importId, clock.now()));
  if (!found) return;
  const { row, caller } = found;
  let done = row.rowsDone;
  for await (const group of groupsOf(deps, tenantId, row)) {
    if (deps.isStopping() || !deps.hasRoom()) return;
    const end = await submitGroup(deps, { row, caller, done }, group);
    if (end === 'overtaken') return;
    if (end !== 'kept') {
      await tenancy.withTenant(context, (tx) => pauseImport(tx, importId, { reason: end, now: clock.now() }));
      return;
    }
    done += group.rows.length + group.unreadable.length;
  }
  await finish(deps, tenantId, { importId, done });
}

/** Takes an import up, unless it does not run, nobody is left on whose behalf, or too many tries did nothing. */
async function begin(
  tx: TenantWriter,
  importId: string,
  now: Date,
): Promise<{ readonly row: ImportRow; readonly caller: Caller } | undefined> {
  const row = await importBegin(tx, importId, resumeAfter(now));
  if (!row) return undefined;
  const holder = await holderOf(tx, { userId: row.runBy, permission: 'leads:import', now });
  if (holder && row.tries <= MOST_TRIES) return { row, caller: callerFor(tx, row, holder) };
  await pauseImport(tx, importId, { reason: holder ? 'gave_up' : 'maker_gone', now });
  return undefined;
}

const callerFor = (
  tx: TenantWriter,
  { runBy, campaignId }: ImportRow,
  holder: Pick<Caller, 'role' | 'piiAccess' | 'customRoleId'>,
): Caller => ({
  ...holder,
  tenantId: tx.context.tenantId,
  actorId: runBy,
  campaignId,
  buyerId: undefined,
  partnerId: undefined,
  readOnly: false,
  scopes: undefined,
  requestsPerMinute: undefined,
  session: undefined,
  guest: undefined,
  narrowedTo: undefined,
});

/** The rows that are not done yet, in groups. */
async function* groupsOf(deps: ImportDeps, tenantId: string, row: ImportRow): AsyncGenerator<Group> {
  const isTriedSingly = row.tries > TRIES_AT_ONCE;
  const nextSize = async (): Promise<number> => (isTriedSingly ? 1 : rowsAtOnce(deps, tenantId, row.campaignId));
  let atOnce = await nextSize();
  let rows: FileRow[] = [];
  let unreadable: RowOutcome[] = [];
  let number = row.hasHeader ? -1 : 0;
  for await (const cells of openFile(deps.vault, fileOf(deps, tenantId, row.id))) {
    number += 1;
    if (number <= row.rowsDone) continue;
    const mapped = mapRow(cells.map(undefuseCell), row.fields ?? []);
    if (mapped.kind === 'row') {
      const body = row.isTest ? { ...mapped.body, isTest: true } : mapped.body;
      rows.push({ number, body, idempotencyKey: `import:${row.id}:${number}` });
    } else {
      unreadable.push({ number, kind: 'invalid', code: mapped.code, faults: [] });
    }
    if (rows.length + unreadable.length < atOnce) continue;
    yield { rows, unreadable };
    [rows, unreadable, atOnce] = [[], [], await nextSize()];
  }
  if (rows.length + unreadable.length > 0) yield { rows, unreadable };
}

interface Place {
  readonly row: ImportRow;
  readonly caller: Caller;
  /** Rows that stand before the group. */
  readonly done: number;
}

/** Makes leads of a group: `overtaken` where the import does not run any more, or somebody else went on with it. */
async function submitGroup(
  deps: ImportDeps,
  { row: { id, campaignId, runBy }, caller, done }: Place,
  group: Group,
): Promise<'kept' | 'overtaken' | ImportReason> {
  const { clock } = deps;
  let isMakerGone = false;
  const answer = await deps.submitRows({
    ...group,
    caller,
    campaignId,
    async mayGoOn(tx) {
      const row = await importLock(tx, id);
      if (row?.status !== 'running' || row.rowsDone !== done || row.runBy !== runBy) return false;
      const holder = await holderOf(tx, { userId: runBy, permission: 'leads:import', now: clock.now() });
      isMakerGone = holder === undefined;
      return holder !== undefined;
    },
    async keep(tx, outcomes) {
      const now = clock.now();
      const count = (kind: RowOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
      const counted = { accepted: count('accepted'), rejected: count('rejected'), invalid: count('invalid') };
      await rowsKeep(tx, id, outcomes);
      await importAdvance(tx, id, counted, resumeAfter(now));
      const detail = { from: done + 1, ...counted };
      const event = { action: 'lead-import.advance', entity: 'lead-import', entityIds: [id] };
      await recordAudit(tx, now, [
        { event: { ...event, outcome: 'done', detail }, origin: {}, onBehalfOf: { kind: 'staff', id: runBy } },
      ]);
    },
  });
  if (answer === 'closed') return 'campaign_closed';
  if (answer === 'halted') return isMakerGone ? 'maker_gone' : 'overtaken';
  return 'kept';
}

async function finish(
  deps: ImportDeps,
  tenantId: string,
  { importId, done }: { readonly importId: string; readonly done: number },
): Promise<void> {
  const isOver = await deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const row = await importLock(tx, importId);
    if (row?.status !== 'running' || row.rowsDone !== done) return false;
    await stopImport(tx, importId, { status: 'done', reason: null, now: deps.clock.now() });
    return true;
  });
  if (isOver) await shredFile(deps, tenantId, importId);
}
