import { defineJob, type Job } from '../../core/gate/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { DELIVER_JOB } from '../sales/index.ts';
import type { Delivery } from './create-delivery.ts';

/** Jobs of this room: deliver a sale, or send it again. */
export function deliveryJobs(deps: { delivery: Delivery; clock: Clock }): Job[] {
  return [
    defineJob(
      {
        name: DELIVER_JOB,
        ids: ['saleId'],
        audit: { action: 'lead.deliver', entity: 'sale' },
        handle: ({ payload }) => deps.delivery.resume(payload.tenantId, payload['saleId'] ?? ''),
      },
      deps.clock,
    ),
  ];
}
