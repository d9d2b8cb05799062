import { buyersWithoutAgreement } from '../../core/agreements/index.ts';
import { CLEAR_STANDING, type Standing } from './domain/decide.ts';

/** What stands against buyers under a regime, whatever the lead. Decisions and what is said of readiness go by it. */
export const standingUnder = (regime: string, buyerIds: readonly string[]): Standing => ({
  ...CLEAR_STANDING,
  withoutAgreement: buyersWithoutAgreement(regime, buyerIds),
});
