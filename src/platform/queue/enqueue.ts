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
