import type { Delivery } from '../../leads/delivery/index.ts';
import type { Runtime } from './runtime.ts';
import { tenantIds } from './tenants.ts';

const EVERY_MS = 5000;

/** Looks, at once and every few seconds, for what a crash left behind in any tenant. */
export function startRecovery(
  runtime: Runtime,
  delivery: Delivery,
  onProblem: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopping = false;
  let wake: () => void = () => {};
  const round = async (): Promise<void> => {
    for (const { tenantId } of await tenantIds(runtime)) {
      if (stopping) return;
      await delivery.recover(tenantId);
    }
  };
  const loop = (async () => {
    while (!stopping) {
      try {
        await round();
      } catch (error) {
        onProblem(error);
      }
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
