import { openDatabase } from '../postgres/index.ts';

/**
 * Of a row of the queue: it will not be tried again. A worker that died at the last try holds it still; after four
 * hours the library lets go of it.
 */
export const FAILED_FOR_GOOD = `(attempts >= max_attempts
  AND (locked_at IS NULL OR locked_at < now() - interval '4 hours'))`;

/**
 * Puts jobs of these names that have failed for good back into the queue, with as many tries as at first, and gives how
 * many they were: those of the last thirty days, as an address that takes no mail for so long is dead. `url` is that of
 * the queue's own role.
 */
export async function retryFailed(
  url: string,
  names: readonly string[],
  onIdleError: (error: unknown) => void,
): Promise<number> {
  const database = openDatabase({ url, maxConnections: 1, applicationName: 'careroute-queue', onIdleError });
  try {
    const rows = await database.query({
      text: `SELECT 1 FROM graphile_worker.reschedule_jobs(
          ARRAY(SELECT id FROM graphile_worker.jobs
            WHERE task_identifier = ANY($1) AND created_at > now() - interval '30 days'
              AND ${FAILED_FOR_GOOD}),
          run_at => now(), attempts => 0)`,
      values: [names],
    });
    return rows.length;
  } finally {
    await database.close();
  }
}
