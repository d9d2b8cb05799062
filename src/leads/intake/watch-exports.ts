import { actorOf, type Caller } from '../../core/access/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { exportListOf, type ExportRow } from './export-store.ts';

export interface WatchDeps {
  readonly tenancy: Tenancy;
  /** Hears of what failed where nobody waits for an answer. */
  readonly onFailure: (error: unknown) => void;
}

interface Listener {
  /** Hears of exports that are new or changed, of all at first; of none now and then, as a sign of life. */
  readonly hear: (rows: readonly ExportRow[]) => void;
  /** Hears that none is being made any more. */
  readonly over: () => void;
}

const EVERY_MS = 500;
/** Looks without news after which none are told: a reader that hears nothing for long takes the line for dead. */
const QUIET_LOOKS = 20;
/** After a look that failed. */
const AGAIN_MS = 2000;
const NEWEST = { limit: 50, offset: 0 } as const;

const isUnderWay = ({ status }: ExportRow): boolean => status === 'queued' || status === 'running';
const stateOf = ({ status, reason, rowsDone }: ExportRow): string => JSON.stringify([status, reason, rowsDone]);

/** Tells somebody how far the own exports are until none is being made; gives what stops it. */
export function watchExports({ tenancy, onFailure }: WatchDeps, caller: Caller, listener: Listener): () => void {
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  let told: ReadonlyMap<string, string> | undefined;
  let quiet = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = (rows: readonly ExportRow[]): void => {
    const news = rows.filter((row) => told?.get(row.id) !== stateOf(row));
    quiet += 1;
    if (news.length > 0 || told === undefined || quiet >= QUIET_LOOKS) {
      listener.hear(news);
      quiet = 0;
    }
    told = new Map(rows.map((row) => [row.id, stateOf(row)]));
  };
  const look = async (): Promise<void> => {
    let waitMs = EVERY_MS;
    try {
      const { rows } = await tenancy.readTenant(context, (tx) => exportListOf(tx, caller.actorId, NEWEST));
      if (isStopped) return;
      tell(rows);
      if (!rows.some(isUnderWay)) return listener.over();
    } catch (error) {
      onFailure(error);
      waitMs = AGAIN_MS;
    }
    if (!isStopped) timer = setTimeout(start, waitMs).unref();
  };
  const start = (): void => void look().catch(onFailure);
  start();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
