import type { ReactNode } from 'react';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Query<T>;
  readonly children: (data: T) => ReactNode;
}

/** What is loaded; until then its shape, and what to do where it did not come. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <PageFailed error={query.error} onRetry={() => query.refetch()} />;
  return <PageLoading />;
}
