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
  /** Starts a delivery and gives its end, if it comes before the deadline; it goes on in any case. */
  start(sale: ReservedSale, leadId: string, deadline: number): Promise<LeadEnd | undefined>;
  /** Waits for the delivery of a lead that is under way here. */
  endOf(leadId: string, deadline: number): Promise<LeadEnd | undefined>;
}

export function createDeliveries(deps: DeliverDeps): Deliveries {
  const underWay = new Map<string, Promise<LeadEnd | undefined>>();
  const endOf = (leadId: string, deadline: number): Promise<LeadEnd | undefined> =>
    within(underWay.get(leadId), deadline - deps.clock.now().getTime());
  return {
    endOf,
    start(sale, leadId, deadline) {
      const delivery = deps.deliver(sale).catch((error: unknown) => {
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
