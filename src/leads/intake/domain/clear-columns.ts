import type { FieldValue } from './fields.ts';

const OLDEST_AGE_IN_CLEAR = 89;

/** All of a lead's own data that may stand unsealed, still under row security and still treated as PHI. */
export interface ClearColumns {
  readonly state: string | null;
  readonly zip3: string | null;
  readonly birthYear: number | null;
}

/**
 * What of a lead may stand in clear: state, the first three digits of the ZIP code, the year of birth.
 * Nobody who turns 90 this year or is older has a year in clear (45 CFR 164.514(b)(2)(i)(C)), and nothing here goes
 * beyond a limited data set (164.514(e)). `today` is `YYYY-MM-DD`. A sweep must clear years that come of age later.
 */
export function clearColumns(fields: Readonly<Record<string, FieldValue>>, today: string): ClearColumns {
  const { state, zipCode, dateOfBirth } = fields;
  return {
    state: typeof state === 'string' && /^[A-Z]{2}$/.test(state) ? state : null,
    zip3: typeof zipCode === 'string' && /^\d{5}$/.test(zipCode) ? zipCode.slice(0, 3) : null,
    birthYear: typeof dateOfBirth === 'string' ? yearInClear(dateOfBirth, today) : null,
  };
}

function yearInClear(dateOfBirth: string, today: string): number | null {
  const year = Number(dateOfBirth.slice(0, 4));
  const turns = Number(today.slice(0, 4)) - year;
  return turns >= 0 && turns <= OLDEST_AGE_IN_CLEAR ? year : null;
}
