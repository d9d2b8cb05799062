import type { Clock } from '../../kernel/time.ts';
import type { LeadStatus } from './store.ts';

/** A reserved sale whose first delivery attempt is this process's to make. */
export interface ReservedSale {
  readonly tenantId: string;
  readonly saleId: string;
  readonly attemptId: string;
}

/** What a delivery made of a lead. */
export interface LeadEnd {
  readonly status: LeadStatus;
  readonly reason: string | null;
  readonly payoutCents: number | null;
}

/** Who delivers, and who is told when that failed altogether. */
export interface DeliverDeps {
  readonly clock: Clock;
  /** Delivers and settles, through as many contracts as it takes; resolves when the lead has an end or is uncertain. */
  readonly deliver: (sale: ReservedSale) => Promise<LeadEnd>;
  readonly onDeliveryFailure: (error: unknown, leadId: string) => void;
}

/** Deliveries that this process has under way, by lead. */
export interface Deliveries {
  /** Starts a lead's deliveries and gives their end, if it comes before the deadline; they go on in any case. */
  start(sales: readonly ReservedSale[], leadId: string, deadline: number): Promise<LeadEnd | undefined>;
  /** Waits for the delivery of a lead that is under way here. */
  endOf(leadId: string, deadline: number): Promise<LeadEnd | undefined>;
}

export function createDeliveries(deps: DeliverDeps): Deliveries {
  const underWay = new Map<string, Promise<LeadEnd | undefined>>();
  const endOf = (leadId: string, deadline: number): Promise<LeadEnd | undefined> =>
    within(underWay.get(leadId), deadline - deps.clock.now().getTime());
  return {
    endOf,
    start(sales, leadId, deadline) {
      const delivery = deliverAll(deps.deliver, sales).catch((error: unknown) => {
        deps.onDeliveryFailure(error, leadId);
        return undefined;
      });
      underWay.set(
        leadId,
        delivery.finally(() => underWay.delete(leadId)),
      );
      return endOf(leadId, deadline);
    },
  };
}

/** Delivers to several buyers at once. What the last of them to end makes of the lead is its end. */
export async function deliverAll(
  deliver: (sale: ReservedSale) => Promise<LeadEnd>,
  sales: readonly ReservedSale[],
): Promise<LeadEnd | undefined> {
  let last: LeadEnd | undefined;
  const endings = sales.map(async (sale) => {
    last = await deliver(sale);
  });
  const failed = (await Promise.allSettled(endings)).find((ending) => ending.status === 'rejected');
  if (failed) throw failed.reason;
  return last;
}

/** The value of the work, or undefined if it is not there within the limit. */
async function within<T>(work: Promise<T | undefined> | undefined, limitMs: number): Promise<T | undefined> {
  if (!work || limitMs <= 0) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
