import { createDelivery, type Delivery } from '../../leads/delivery/index.ts';
import { createSnapshots, createSubmitLead, type SubmitLead } from '../../leads/intake/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';
import type { Runtime } from './runtime.ts';

/** What takes leads in and brings them to their buyers. */
export interface Engine {
  readonly submitLead: SubmitLead;
  readonly delivery: Delivery;
}

export function createEngine(
  runtime: Runtime,
  outbound: Outbound,
  onDeliveryFailure: (error: unknown, leadId: string) => void,
): Engine {
  const { tenancy, vault, clock } = runtime;
  const snapshots = createSnapshots();
  const delivery = createDelivery({ tenancy, vault, clock, outbound, snapshots });
  const submitLead = createSubmitLead({
    tenancy,
    vault,
    clock,
    snapshots,
    deliver: (sale) => delivery.deliver(sale),
    onDeliveryFailure,
  });
  return { submitLead, delivery };
}
