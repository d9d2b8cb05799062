import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEventStream } from '../frame/use-event-stream.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { TablePage } from '../ui/table/table-types.ts';
import type { LeadImport } from './import-types.ts';

/** At least an event of nothing comes every 10 seconds. */
const SILENT_MS = 25_000;
/** Where no events come through, for a proxy holds them back, progress is asked for. */
const ASK_MS = 10_000;

export const oneKey = (importId: string) => ['lead-imports', 'one', importId] as const;

/** Follows imports while some run, and keeps what is heard; gives whether nothing is heard of them just now. */
export function useFollowedImports(isWanted: boolean): { readonly isLost: boolean } {
  const client = useQueryClient();
  const renew = useRenew();
  const [line] = useEventStream({
    url: '/api/v1/lead-imports/progress',
    hears: {
      imports: (data) => {
        const news = data as readonly LeadImport[];
        keep(client, news);
        if (news.length > 0) renew('lead-import-rows');
      },
    },
    isWanted,
    silentMs: SILENT_MS,
  });
  const isHeard = line === 'hearing';
  useEffect(() => {
    if (!isWanted || isHeard) return undefined;
    const timer = setInterval(() => renew('lead-imports', 'lead-import-rows'), ASK_MS);
    return () => clearInterval(timer);
  }, [isWanted, isHeard, renew]);
  return { isLost: isWanted && (line === 'lost' || line === 'over') };
}

/** Puts what was heard into everything that shows imports. */
function keep(client: QueryClient, news: readonly LeadImport[]): void {
  const fresh = new Map(news.map((one) => [one.id, one]));
  for (const one of news) client.setQueryData<LeadImport>(oneKey(one.id), (known) => known && one);
  client.setQueriesData<TablePage<LeadImport>>(
    { queryKey: ['lead-imports', 'list'] },
    (page) => page && { ...page, rows: page.rows.map((row) => fresh.get(row.id) ?? row) },
  );
}
