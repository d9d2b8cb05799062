import type { Statement } from '../postgres/index.ts';

/**
 * The statement that puts jobs into the queue, atomically with the transaction it runs in. Payloads hold ids only, and
 * name the tenant of the transaction, or the database refuses them.
 */
export function enqueueStatement(
  job: string,
  payloads: readonly Readonly<Record<string, string>>[],
  options: { readonly runAt?: Date; readonly attempts: number },
): Statement {
  return {
    name: 'queue-enqueue',
    text: 'SELECT queue.enqueue($1, $2::jsonb, $3, $4)',
    values: [job, JSON.stringify(payloads), options.runAt ?? null, options.attempts],
  };
}

/**
 * The same for jobs that may wait in the queue already: what was put there by this statement, and waits still, is not
 * put there again, and keeps its place.
 */
export function enqueueOnceStatement(
  job: string,
  payloads: readonly Readonly<Record<string, string>>[],
  { attempts }: { readonly attempts: number },
): Statement {
  return {
    name: 'queue-enqueue-once',
    text: 'SELECT queue.enqueue_once($1, $2::jsonb, $3)',
    values: [job, JSON.stringify(payloads), attempts],
  };
}
