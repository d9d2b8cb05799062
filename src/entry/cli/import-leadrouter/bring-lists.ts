import { AppError } from '../../../kernel/app-error.ts';
import { broughtFind, broughtNote } from '../../../leads/sources/index.ts';
import { NotBrought, type Piece, refOf } from './bring-record.ts';
import { type ForeignRow, idOf, textIn } from './envelope.ts';
import type { BlockedList, Foreign } from './read-source.ts';

interface List {
  readonly kind: string;
  readonly route: string;
  readonly body: (row: ForeignRow) => Readonly<Record<string, unknown>> | undefined;
}

const isMasked = (value: string): boolean => /[•*]/.test(value);
const MASKED = 'It is shown masked there, so that nobody can tell what it is.';

const valueIn = (row: ForeignRow, ...names: readonly string[]): string | undefined => {
  const value = names.map((name) => textIn(row, name)).find((text) => text !== undefined);
  return value === undefined || isMasked(value) ? undefined : value;
};

const LISTS: Readonly<Record<BlockedList, List>> = {
  'blocked-ips': {
    kind: 'blocked_ip',
    route: 'create_blocked_ip',
    body(row) {
      const [fromIp, toIp] = [textIn(row, 'fromIp'), textIn(row, 'toIp')];
      if (fromIp !== undefined) return { fromIp, toIp: toIp ?? fromIp };
      const ipRange = valueIn(row, 'ipRange', 'value');
      return ipRange === undefined ? undefined : { ipRange };
    },
  },
  'blocked-callerids': {
    kind: 'blocked_caller_id',
    route: 'create_blocked_caller_id',
    body(row) {
      const value = valueIn(row, 'phoneNumber', 'value');
      return value === undefined ? undefined : { value };
    },
  },
  'blocked-referrers': {
    kind: 'blocked_referrer',
    route: 'create_blocked_referrer',
    body(row) {
      const value = valueIn(row, 'referrer', 'value');
      return value === undefined ? undefined : { value };
    },
  },
};

/** Brings one entry of a list of what is blocked. One that is here already counts as brought. */
export async function bringBlocked(piece: Piece, list: BlockedList, { id, row }: Foreign): Promise<void> {
  const { bench, source, lines } = piece;
  const { kind, route, body } = LISTS[list];
  const key = { source, kind, foreignId: id };
  const name = `entry ${id}`;
  if ((await broughtFind(bench.tx, key)) !== undefined) return lines.did('same', list, name);
  const entry = body(row);
  if (!entry) throw new NotBrought(MASKED, 'Bring the list from where it was made, on the page of blocked lists.');
  const reason = textIn(row, 'reason') ?? textIn(row, 'blockReason') ?? null;
  try {
    const made = await bench.call(route, { body: { ...entry, reason } });
    await broughtNote(bench.tx, key, String(made['id']));
    lines.did('create', list, name);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DUPLICATE') throw error;
    lines.did('same', list, name);
  }
}

/** Entries of suppression that are listed alike. */
export interface SuppressionGroup {
  readonly name: string;
  readonly rows: readonly ForeignRow[];
}

const AT_ONCE = 1000;
const SHARED = ['type', 'scope', 'scopeId', 'reason', 'displayName', 'expiresAt'] as const;

/** Parts the entries into groups that one import takes each; those that are masked are told apart. */
export function groupSuppression(rows: readonly ForeignRow[]): { groups: SuppressionGroup[]; masked: number } {
  const open = rows.filter((row) => valueIn(row, 'value', 'identifier') !== undefined);
  const alike = Map.groupBy(open, (row) => JSON.stringify(SHARED.map((name) => row[name] ?? null)));
  const groups = [...alike.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => {
      const part = all.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
      const [first = {}] = part;
      return { name: `${textIn(first, 'scope') ?? 'global'}, ${textIn(first, 'reason') ?? 'manual'}`, rows: part };
    }),
  );
  return { groups, masked: rows.length - open.length };
}

const SCOPE_KINDS: Readonly<Record<string, string>> = { buyer: 'buyer', vertical: 'vertical' };

/** Lists contacts that nobody may contact. What is listed already stays as it is. */
export async function bringSuppression(piece: Piece, { name, rows }: SuppressionGroup): Promise<void> {
  const { bench, lines } = piece;
  const [first = {}] = rows;
  const shared = Object.fromEntries(SHARED.flatMap((field) => (field in first ? [[field, first[field]]] : [])));
  const kind = SCOPE_KINDS[String(first['scope'])];
  const scopeId = textIn(first, 'scopeId');
  const at = kind !== undefined && scopeId !== undefined ? { scopeId: await refOf(piece, kind, scopeId) } : {};
  const listed = rows.map((row) => valueIn(row, 'value', 'identifier') ?? '');
  const report = await bench.call('import_suppression_entries', { body: { ...shared, ...at, lines: listed } });
  const [added, already] = [Number(report['added']), Number(report['alreadyListed'])];
  if (added > 0) lines.did('create', 'suppression', `${added} entries (${name})`);
  if (already > 0) lines.did('same', 'suppression', `${already} entries (${name})`);
  for (const refused of report['refused'] as readonly { line: number; message: string }[]) {
    const id = idOf(rows[refused.line - 1] ?? {}) ?? refused.line;
    lines.leave({ kind: 'suppression', name: `entry ${id}`, why: refused.message, remedy: 'List it by hand.' });
  }
}

/** What is said of entries that are masked. */
export const maskedSuppression = (count: number) => ({
  kind: 'suppression',
  name: `${count} entries`,
  why: MASKED,
  remedy: 'Nobody on them is spared yet. Import the lists from where they were made, on the page of suppression lists.',
});
