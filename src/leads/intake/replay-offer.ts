import { setImmediate as nextTurn } from 'node:timers/promises';
import { PHI_CLASSES, type PhiClass } from '../../core/access/index.ts';
import type { Tenancy, TenantContext } from '../../core/tenancy/index.ts';
import { UnsealError, type Vault } from '../../core/vault/index.ts';
import { type ContractFilters, type ContractTerms, firstMismatch, placeOfZip, subjectOf } from '../routing/index.ts';
import { classesFor, clearPart } from './count-matching.ts';
import { type Comparison, type ReplaySale, startComparison } from './domain/compare-replay.ts';
import type { FieldValue } from './domain/fields.ts';
import { openClasses } from './open-lead.ts';
import type { Drafted } from './read-drafts.ts';
import type { FieldClasses } from './read-field-classes.ts';
import { beginColumn, playLead, type ReplayColumn } from './replay-lead.ts';
import { type ReplayRow, replayRows, replaySales } from './replay-store.ts';

/** So many leads are read at once, so many are played before anybody else gets a turn, and so many opened at once. */
const CHUNK = 250;
const PLAYED = 25;
const AT_ONCE = 50;
const SAMPLES = 10;

export interface Replaying {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly context: TenantContext;
  readonly offerId: string;
  readonly drafted: Drafted;
  readonly classes: FieldClasses;
  /** In the order in which they came. */
  readonly leadIds: readonly string[];
}

export interface Replayed {
  readonly comparison: Comparison;
  /** Leads of which something was opened, and the classes that were. */
  readonly opened: number;
  readonly phiClasses: readonly PhiClass[];
  readonly leftOut: number;
  readonly lastAt: Date | null;
}

/**
 * Plays leads twice, by the settings of today and by drafts, and compares both with what was sold. Reads in short
 * transactions, opens in none, and keeps no lead longer than its chunk. Nothing is written, counted or delivered.
 */
export async function replayOffer(replaying: Replaying): Promise<Replayed> {
  const { tenancy, context, offerId, drafted, classes, leadIds } = replaying;
  const columns = { control: beginColumn(drafted.today, offerId), draft: beginColumn(drafted.drafted, offerId) };
  const comparing = startComparison(SAMPLES);
  const asking = askersOf(columns, classes);
  const openable = PHI_CLASSES.filter((name) => asking.some((asker) => asker.classes.includes(name)));
  const opened = new Set<PhiClass>();
  const found = { opened: 0, leftOut: 0, lastAt: null as Date | null };
  for (let from = 0; from < leadIds.length; from += CHUNK) {
    const ids = leadIds.slice(from, from + CHUNK);
    const { rows, sales } = await tenancy.readTenant(context, async (tx) => ({
      rows: await replayRows(tx, ids, openable),
      sales: await replaySales(tx, ids),
    }));
    const known = await openRows(replaying, rows, (row) => classesAsked(asking, row, columns.control));
    found.leftOut += ids.length - rows.length;
    for (const [index, { row, fields, classes: own }] of known.entries()) {
      if (index % PLAYED === 0) await nextTurn();
      if (own.length > 0 && fields) found.opened += 1;
      for (const name of fields ? own : []) opened.add(name);
      const played = fields && playBoth(columns, row, fields);
      if (!played) {
        found.leftOut += 1;
        continue;
      }
      found.lastAt = row.receivedAt;
      const actual: readonly ReplaySale[] = sales.get(row.leadId) ?? [];
      comparing.add({ leadId: row.leadId, number: row.number, actual, ...played });
    }
  }
  const phiClasses = PHI_CLASSES.filter((name) => opened.has(name));
  return { comparison: comparing.result(), phiClasses, ...found };
}

interface Columns {
  readonly control: ReplayColumn;
  readonly draft: ReplayColumn;
}

function playBoth({ control, draft }: Columns, row: ReplayRow, fields: Readonly<Record<string, FieldValue>>) {
  const today = playLead(control, row, fields);
  const then = playLead(draft, row, fields);
  return today && then ? { control: today, draft: then } : undefined;
}

/** A contract that asks for what is sealed, and what of its filters is answered without. */
interface Asker {
  readonly classes: readonly PhiClass[];
  readonly clear: ContractFilters;
}

/** Of both columns, who is active and asks for fields that are sealed. */
function askersOf({ control, draft }: Columns, classes: FieldClasses): Asker[] {
  const terms = [...(control.rules?.contracts ?? []), ...(draft.rules?.contracts ?? [])];
  return terms.filter(isActive).flatMap((filters) => {
    const needed = classesFor(filters, classes);
    return needed.length === 0 ? [] : [{ classes: needed, clear: clearPart(filters) }];
  });
}

const isActive = ({ contractStatus, buyerStatus }: ContractTerms): boolean =>
  contractStatus === 'active' && buyerStatus === 'active';

/** The classes to be opened of a lead: those of contracts that its state, which stands in clear, does not rule out. */
function classesAsked(asking: readonly Asker[], row: ReplayRow, { snapshot }: ReplayColumn): readonly PhiClass[] {
  if (asking.length === 0 || !isKnown(row)) return [];
  const known = { now: row.receivedAt, timeZone: snapshot.timeZone, placeOf: placeOfZip };
  const subject = subjectOf(row.state === null ? {} : { state: row.state }, known);
  const asked = new Set(
    asking.filter(({ clear }) => firstMismatch(clear, subject) === null).flatMap(({ classes }) => classes),
  );
  return PHI_CLASSES.filter((name) => asked.has(name));
}

/** Whether it can be played: what was erased cannot, nor what was decided by who did not keep whom a consent covers. */
const isKnown = ({ status, basis }: ReplayRow): boolean => status !== 'erased' && basis !== null;

interface OpenedRow {
  readonly row: ReplayRow;
  readonly classes: readonly PhiClass[];
  /** Undefined for a lead that cannot be played, or whose key was destroyed. */
  readonly fields: Readonly<Record<string, FieldValue>> | undefined;
}

async function openRows(
  { vault, context: { tenantId } }: Replaying,
  rows: readonly ReplayRow[],
  classesOf: (row: ReplayRow) => readonly PhiClass[],
): Promise<OpenedRow[]> {
  const open = async (row: ReplayRow): Promise<OpenedRow> => {
    const classes = classesOf(row);
    if (!isKnown(row)) return { row, classes, fields: undefined };
    try {
      return { row, classes, fields: await openClasses(vault, tenantId, row, classes) };
    } catch (error) {
      if (error instanceof UnsealError) return { row, classes, fields: undefined };
      throw error;
    }
  };
  const opened: OpenedRow[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    opened.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map(open))));
  return opened;
}
