import type { Delivery } from '../../leads/delivery/index.ts';
import { recoverImports, sweepImports } from '../../leads/imports/index.ts';
import { recoverExports, sweepExports } from '../../leads/intake/index.ts';
import { sweepSuppression } from '../../core/consent/index.ts';
import { sweepPings } from '../../leads/bidding/index.ts';
import { sweepCheckAnswers } from '../../leads/checks/index.ts';
import { sweepClaims } from '../../leads/intake/jobs.ts';
import { placePeople } from '../../leads/people/index.ts';
import { sweepLeadSessions } from '../../leads/sessions/index.ts';
import type { Runtime } from './runtime.ts';
import { tenantIds } from './tenants.ts';

const EVERY_MS = 5000;
/** Rounds from one sweep of what ran out to the next: five minutes. */
const SWEEP_EVERY = 60;

/** Looks, at once and every few seconds, for what a crash left behind in any tenant, and now and then sweeps. */
export function startRecovery(
  runtime: Runtime,
  delivery: Delivery,
  onProblem: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopping = false;
  let rounds = 0;
  let wake: () => void = () => {};
  const round = async (): Promise<void> => {
    for (const { tenantId } of await tenantIds(runtime)) {
      if (stopping) return;
      try {
        await delivery.recover(tenantId);
        await recoverExports(runtime, tenantId);
        await recoverImports(runtime, tenantId);
        if (rounds % SWEEP_EVERY !== 0) continue;
        await sweepAll(runtime, tenantId);
      } catch (error) {
        onProblem(error);
      }
    }
  };
  const loop = (async () => {
    while (!stopping) {
      try {
        await round();
      } catch (error) {
        onProblem(error);
      }
      rounds += 1;
      if (stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopping = true;
      wake();
      await loop;
    },
  };
}

/** Takes away what ran out in a tenant. */
async function sweepAll(runtime: Runtime, tenantId: string): Promise<void> {
  const now = runtime.clock.now();
  for (const sweep of [sweepClaims, sweepCheckAnswers, sweepPings, sweepSuppression])
    await sweep(runtime.tenancy, tenantId, now);
  await sweepExports(runtime, tenantId);
  await sweepImports(runtime, tenantId);
  await sweepLeadSessions(runtime, tenantId);
  await placePeople(runtime, tenantId);
}
