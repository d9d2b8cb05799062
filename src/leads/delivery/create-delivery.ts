import { setTimeout as sleep } from 'node:timers/promises';
import { systemContext } from '../../core/gate/index.ts';
import { deliverAll, type LeadEnd, type ReservedSale } from '../intake/index.ts';
import {
  attemptListLost,
  type AttemptRow,
  enqueueOverdueSales,
  PROCESS_LOST,
  saleClaimOverdue,
} from '../sales/index.ts';
import { type Concluded, concludeAttempt, type Outcome } from './conclude-attempt.ts';
import { resolveSale, type Word } from './resolve-sale.ts';
import type { DeliveryDeps } from './prepare-sale.ts';
import { resumeSale } from './resume-sale.ts';
import { sendSale } from './send-sale.ts';

/** Deliver and settle: outside any transaction when the network is used, inside one for every write. */
export interface Delivery {
  /** Makes the attempt that was reserved, and all that follow from it, until the lead has an end or is uncertain. */
  deliver(reserved: ReservedSale): Promise<LeadEnd>;
  /** Takes up a sale that a job was left to deliver, or to send again. */
  resume(tenantId: string, saleId: string): Promise<void>;
  /**
   * Finds what a crash left in a tenant: attempts whose process is gone, sales whose job is. Gives the number found.
   * What this process has in hand itself is not lost.
   * One that cannot be concluded is told to `onFailure`, holds nobody up, and is found again.
   */
  recover(tenantId: string): Promise<number>;
  /**
   * Ends an uncertain sale by a person's word. NOT_FOUND for a foreign sale, CONFLICT for one that is not uncertain.
   */
  resolve(word: Word): Promise<LeadEnd>;
}

const OVERDUE_MS = 60_000;

/**
 * How long after its lease an attempt is left to this very process, which is not gone but slow: its database was away,
 * or the machine is busy. It knows, or will know, what the buyer said.
 */
const SPARED_MS = 60_000;

export function createDelivery(deps: DeliveryDeps): Delivery {
  const inHand = new Set<string>();
  const makeAttempt = async (reserved: ReservedSale): Promise<Concluded> => {
    inHand.add(reserved.attemptId);
    try {
      return await writeDown(deps, reserved, await sendSale(deps, reserved));
    } finally {
      inHand.delete(reserved.attemptId);
    }
  };
  const deliver = async (reserved: ReservedSale): Promise<LeadEnd> => {
    const { end, next } = await makeAttempt(reserved);
    return (await deliverAll(deliver, next)) ?? end;
  };
  return {
    deliver,
    resolve: (word) => resolveSale(deps, deliver, word),
    async resume(tenantId, saleId) {
      await deliverAll(deliver, await resumeSale(deps, tenantId, saleId));
    },
    async recover(tenantId) {
      const now = deps.clock.now();
      const isOurs = ({ attemptId, leaseUntil }: AttemptRow): boolean =>
        inHand.has(attemptId) && now.getTime() - leaseUntil.getTime() < SPARED_MS;
      const found = await deps.tenancy.readTenant(systemContext(tenantId), (tx) => attemptListLost(tx, now));
      const lost = found.filter((attempt) => !isOurs(attempt));
      for (const attempt of lost) await giveUp(deps, tenantId, attempt);
      return lost.length + (await enqueueOverdue(deps, tenantId, now));
    },
  };
}

async function giveUp(deps: DeliveryDeps, tenantId: string, { saleId, attemptId }: AttemptRow): Promise<void> {
  try {
    await concludeAttempt(deps, { tenantId, saleId, attemptId }, LOST);
  } catch (error) {
    deps.onFailure(error, saleId);
  }
}

async function enqueueOverdue(deps: DeliveryDeps, tenantId: string, now: Date): Promise<number> {
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const sales = await saleClaimOverdue(tx, new Date(now.getTime() - OVERDUE_MS), now);
    await enqueueOverdueSales(
      tx,
      sales.map(({ saleId }) => saleId),
    );
    return sales.length;
  });
}

/** Bytes may have left before the process ended: nobody knows what the buyer has. */
const LOST: Outcome = { outcome: 'uncertain', reasonCode: PROCESS_LOST };

/** Waits between tries to write an outcome down. */
const WRITE_DELAYS_MS = [100, 300, 1000, 2000, 4000] as const;

/** An outcome in hand must not be lost to a database that is restarting: it is written as soon as that can be done. */
async function writeDown(deps: DeliveryDeps, reserved: ReservedSale, outcome: Outcome): Promise<Concluded> {
  for (const delayMs of WRITE_DELAYS_MS) {
    try {
      return await concludeAttempt(deps, reserved, outcome);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      await sleep(delayMs);
    }
  }
  return concludeAttempt(deps, reserved, outcome);
}
