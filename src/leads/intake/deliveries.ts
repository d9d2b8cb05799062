import type { LeadEnd, ReservedSale, SubmitDeps } from './submit-lead.ts';

/** Deliveries that this process has under way, by lead. */
export interface Deliveries {
  /** Starts a delivery and gives its end, if it comes before the deadline; it goes on in any case. */
  start(sale: ReservedSale, leadId: string, deadline: number): Promise<LeadEnd | undefined>;
  /** Waits for the delivery of a lead that is under way here. */
  endOf(leadId: string, deadline: number): Promise<LeadEnd | undefined>;
}

export function createDeliveries(deps: SubmitDeps): Deliveries {
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
      underWay.set(leadId, delivery.finally(() => underWay.delete(leadId)));
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
