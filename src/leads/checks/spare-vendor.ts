import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import { isCheckResult } from './domain/judge-checks.ts';
import { afterAsking, beginAsking, HEALTHY, type VendorHealth } from './domain/vendor-health.ts';
import { mayBeAsked, type RequestCheck } from './request-check.ts';

/**
 * Asks vendors, but leaves out one that failed several times in a row, so that no lead waits for it in vain: after a
 * while one question tries whether it is back. Each process learns that by itself, and forgets it when it ends.
 */
export function createSparingCheck(requestCheck: RequestCheck, clock: Clock): RequestCheck {
  /** Of those that failed last; by the address too, as another one is another service. */
  const ailing = new Map<string, VendorHealth>();
  return async (question) => {
    const { tenantId, vendor, regime } = question;
    // Nothing would be sent, so nothing is learned of it.
    if (!mayBeAsked(vendor, regime)) return requestCheck(question);
    const name = [tenantId, vendor.vendorId, vendor.url].join('/');
    const health = ailing.get(name);
    const now = clock.now();
    const begun = beginAsking(health ?? HEALTHY, now.getTime());
    if (!begun)
      return {
        checkId: newId(now.getTime()),
        outcome: 'vendor_down',
        reference: null,
        askedAt: null,
        durationMs: null,
      };
    if (health) ailing.set(name, begun);
    const answer = await requestCheck(question);
    const current = ailing.get(name) ?? HEALTHY;
    const after = afterAsking(current, isCheckResult(answer.outcome), clock.now().getTime());
    if (after === HEALTHY) ailing.delete(name);
    else ailing.set(name, after);
    return answer;
  };
}
