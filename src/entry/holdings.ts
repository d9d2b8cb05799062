import type { Holding } from '../core/privacy/index.ts';
import { actHoldings } from '../leads/acts/holdings.ts';
import { checkHoldings } from '../leads/checks/holdings.ts';
import { importHoldings } from '../leads/imports/holdings.ts';
import { intakeHoldings } from '../leads/intake/holdings.ts';
import { peopleHoldings } from '../leads/people/holdings.ts';
import { screeningHoldings } from '../leads/screening/holdings.ts';
import { salesHoldings } from '../leads/sales/holdings.ts';
import { sessionHoldings } from '../leads/sessions/holdings.ts';

/** Every declared place where data of a person is kept: what export and purge go through. */
export const ALL_HOLDINGS: readonly Holding[] = [
  ...screeningHoldings,
  ...checkHoldings,
  ...intakeHoldings,
  ...importHoldings,
  ...salesHoldings,
  ...sessionHoldings,
  ...actHoldings,
  ...peopleHoldings,
];
