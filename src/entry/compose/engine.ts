import { type Acts, createActs } from '../../leads/acts/index.ts';
import { createRequestCheck, createRunChecks, type RequestCheck } from '../../leads/checks/index.ts';
import { createDelivery, type Delivery } from '../../leads/delivery/index.ts';
import {
  createPingLead,
  createSnapshots,
  createSubmitLead,
  createSubmitRows,
  type LeadEnd,
  type PingLead,
  type ReservedSale,
  type Snapshots,
  type SubmitLead,
  type SubmitRows,
} from '../../leads/intake/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';
import type { Runtime } from './runtime.ts';

/** What takes leads in and brings them to their buyers. */
export interface Engine {
  /** The settings that leads are routed by, as all parts share them. */
  readonly snapshots: Snapshots;
  /** Asks a vendor about a contact, for who tries it. */
  readonly requestCheck: RequestCheck;
  readonly submitLead: SubmitLead;
  /** For rows of files, which a job submits. */
  readonly submitRows: SubmitRows;
  readonly pingLead: PingLead;
  readonly delivery: Delivery;
  readonly acts: Acts;
  /** Waits for the deliveries that submits have begun; they outlive the answer to their sender. */
  settled(): Promise<void>;
}

export function createEngine(
  runtime: Runtime,
  outbound: Outbound,
  onFailure: (error: unknown, about: { readonly leadId?: string; readonly saleId?: string }) => void,
): Engine {
  const { tenancy, vault, clock } = runtime;
  const snapshots = createSnapshots();
  const delivery = createDelivery({
    tenancy,
    vault,
    clock,
    outbound,
    snapshots,
    onFailure: (error, saleId) => onFailure(error, { saleId }),
  });
  const underWay = new Set<Promise<LeadEnd>>();
  const deliver = async (sale: ReservedSale): Promise<LeadEnd> => {
    const delivering = delivery.deliver(sale);
    underWay.add(delivering);
    try {
      return await delivering;
    } finally {
      underWay.delete(delivering);
    }
  };
  const onDeliveryFailure = (error: unknown, leadId: string): void => onFailure(error, { leadId });
  const parts = { tenancy, vault, clock, snapshots, deliver, onDeliveryFailure };
  const requestCheck = createRequestCheck({ vault, clock, outbound });
  const runChecks = createRunChecks(requestCheck, clock);
  const submitLead = createSubmitLead({ ...parts, outbound, runChecks });
  return {
    snapshots,
    requestCheck,
    submitLead,
    submitRows: createSubmitRows({ tenancy, vault, clock, snapshots, outbound, runChecks }),
    pingLead: createPingLead({ tenancy, vault, clock, snapshots, outbound }),
    delivery,
    acts: createActs({ ...parts, outbound }),
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}
