import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';
import { todayTexts as t } from '../texts/today.ts';
import { clockOf, dayInWords } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { DayChoice } from './day-choice.tsx';

interface Day {
  readonly zone: string;
  readonly day: string;
  readonly asOf: string;
}

interface DayPageProps<D extends Day> {
  readonly query: UseQueryResult<D>;
  /** Above the figures, whatever they are. */
  readonly above?: ReactNode;
  readonly show: (day: D) => ReactNode;
}

/** How often a day that is not over is read again. */
export const AGAIN_MS = 60_000;

/** The day in figures: which day, in which zone, as of when. */
export function DayPage<D extends Day>({ query, above, show }: DayPageProps<D>) {
  const { data, isPending, isError, error } = query;
  const state = data ? t.stateOf(dayInWords(data.day), data.zone, clockOf(data.asOf, data.zone)) : undefined;
  return (
    <Page title={t.title} state={state} action={<DayChoice day={data?.day} />}>
      {above}
      {isPending ? <PageLoading /> : null}
      {isError ? <PageFailed error={error} onRetry={() => query.refetch()} /> : null}
      {data ? show(data) : null}
    </Page>
  );
}
