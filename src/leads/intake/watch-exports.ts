import { actorOf, type Caller } from '../../core/access/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { type ProgressListener, watchProgress } from '../../platform/http/index.ts';
import { exportListOf, type ExportRow } from './export-store.ts';

export interface WatchDeps {
  readonly tenancy: Tenancy;
  /** Hears of what failed where nobody waits for an answer. */
  readonly onFailure: (error: unknown) => void;
}

const NEWEST = { limit: 50, offset: 0 } as const;

/** Tells somebody how far the own exports are until none is being made; gives what stops it. */
export function watchExports(
  { tenancy, onFailure }: WatchDeps,
  caller: Caller,
  listener: ProgressListener<ExportRow>,
): () => void {
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  return watchProgress(
    {
      list: async () => (await tenancy.readTenant(context, (tx) => exportListOf(tx, caller.actorId, NEWEST))).rows,
      isUnderWay: ({ status }) => status === 'queued' || status === 'running',
      stateOf: ({ status, reason, rowsDone }) => JSON.stringify([status, reason, rowsDone]),
      onFailure,
    },
    listener,
  );
}
