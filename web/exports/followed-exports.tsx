import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { useRenew } from '../frame/use-renew.ts';
import { useEventStream } from '../frame/use-event-stream.ts';
import { exportTexts as t } from '../texts/exports.ts';
import { tellNews, tellWarning } from '../ui/tell.ts';
import type { TablePage } from '../ui/table/table-types.ts';
import { type Export, isUnderWay } from './export-types.ts';

const NEWEST = ['exports', 'newest'] as const;
/** Where no events come through, for a proxy holds them back, progress is asked for. */
const ASK_MS = 10_000;
/** At least an event of nothing comes every 10 seconds. */
const SILENT_MS = 25_000;

interface Followed {
  /** Whether files are being made, and nothing is heard of them just now. */
  readonly isLost: boolean;
}

const FollowedContext = createContext<Followed>({ isLost: false });

/** How the line stands over which progress of exports comes. */
export const useFollowed = (): Followed => use(FollowedContext);

/** Follows the person's exports from wherever in the portal, and says when a file is ready. */
export function FollowedExports({ children }: { readonly children: ReactNode }) {
  const may = useMay();
  return may('leads:export') ? <Following>{children}</Following> : <>{children}</>;
}

const readNewest = async (): Promise<readonly Export[]> =>
  (await answerOf(api.GET('/api/v1/exports', { params: { query: { limit: '50' } } }))).data;

function Following({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data: rows } = useQuery({ queryKey: NEWEST, queryFn: readNewest });
  const renew = useRenew();
  useToldEnds(rows, renew);
  const isWanted = rows?.some(isUnderWay) ?? false;
  const [line] = useEventStream({
    url: '/api/v1/exports/progress',
    hears: { exports: (data) => keep(client, data as readonly Export[]) },
    isWanted,
    silentMs: SILENT_MS,
  });
  useRepeated(() => renew('exports'), isWanted && line !== 'hearing');
  return (
    <FollowedContext value={{ isLost: isWanted && (line === 'lost' || line === 'over') }}>{children}</FollowedContext>
  );
}

/** Does something again and again while it is wanted and the window is seen. */
function useRepeated(work: () => void, isOn: boolean): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  }, [work]);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
}

/** Puts what was heard into everything that shows exports. */
function keep(client: QueryClient, news: readonly Export[]): void {
  const fresh = new Map(news.map((one) => [one.id, one]));
  const renew = (rows: readonly Export[]): readonly Export[] => rows.map((row) => fresh.get(row.id) ?? row);
  client.setQueryData<readonly Export[]>(NEWEST, (rows) => {
    const known = new Set(rows?.map(({ id }) => id));
    return rows && [...news.filter(({ id }) => !known.has(id)), ...renew(rows)];
  });
  client.setQueriesData<TablePage<Export>>(
    { queryKey: ['exports', 'list'] },
    (page) => page && { ...page, rows: renew(page.rows) },
  );
}

/** Says it once when a file that was being made is ready, or will not be. */
function useToldEnds(rows: readonly Export[] | undefined, renew: ReturnType<typeof useRenew>): void {
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!rows) return;
    const ended = rows.filter((row) => !isUnderWay(row) && before.current.has(row.id));
    before.current = new Set(rows.filter(isUnderWay).map(({ id }) => id));
    for (const { status, reason, rowsDone } of ended) {
      if (status === 'done') tellNews(t.ready(rowsDone));
      else if (reason !== 'deleted') tellWarning(t.ended);
    }
    if (ended.length === 0) return;
    renew('exports', 'notices');
  }, [rows, renew]);
}
