import { actorOf, type Caller } from '../../core/access/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { type ProgressListener, watchProgress } from '../../platform/http/index.ts';
import { importList, type ImportRow } from './store.ts';

export interface WatchDeps {
  readonly tenancy: Tenancy;
  /** Hears of what failed where nobody waits for an answer. */
  readonly onFailure: (error: unknown) => void;
}

const NEWEST = { limit: 50, offset: 0 } as const;

/** Tells somebody how far the tenant's imports are until none runs; gives what stops it. */
export function watchImports(
  { tenancy, onFailure }: WatchDeps,
  caller: Caller,
  listener: ProgressListener<ImportRow>,
): () => void {
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  return watchProgress(
    {
      list: async () => (await tenancy.readTenant(context, (tx) => importList(tx, NEWEST))).rows,
      isUnderWay: ({ status }) => status === 'running',
      stateOf: ({ status, reason, rowsDone }) => JSON.stringify([status, reason, rowsDone]),
      onFailure,
    },
    listener,
  );
}
