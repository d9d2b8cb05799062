import { needsAgreement } from './needs-agreement.ts';

/**
 * Buyers that lack the business associate agreement that a regime asks for (45 CFR 164.502(e), 164.504(e)). Agreements
 * are not kept yet, so under such a regime no buyer has one: refusing is the safe side.
 */
export function buyersWithoutAgreement(regime: string, buyerIds: readonly string[]): ReadonlySet<string> {
  return new Set(needsAgreement(regime) ? buyerIds : []);
}
