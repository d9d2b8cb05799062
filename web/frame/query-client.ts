import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

/** A refusal stays one however often it is asked; what did not come through is tried twice more. */
const mayHelp = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502);

/** What is known of the server. Nothing is kept beyond the page's life: it may be personal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayHelp, staleTime: 5_000, gcTime: 60_000, refetchOnWindowFocus: false },
    // Their answers hold keys that are shown once, and values that were revealed: gone with what shows them.
    mutations: { retry: false, gcTime: 0 },
  },
});
