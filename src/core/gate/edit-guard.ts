import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../kernel/app-error.ts';
import { parseCents } from '../../kernel/money.ts';
import { isNeutral } from './not-yet.ts';

/**
 * Refuses an edit whose `_snapshot`, the old values as the editor saw them, is not what stands there now: CONFLICT,
 * with the fields by name, in `details.conflictFields` too.
 */
export function refuseStale(snapshot: unknown, shown: Readonly<Record<string, unknown>>): void {
  if (typeof snapshot !== 'object' || snapshot === null) return;
  const fields = Object.entries(snapshot)
    .filter(([field, then]) => !isSame(shown[field], then))
    .map(([field]) => field);
  if (fields.length === 0) return;
  const message = `Somebody changed ${fields.join(', ')} meanwhile. Load the record again, then repeat your change.`;
  throw new AppError('CONFLICT', message, {
    details: { conflictFields: fields },
    faults: fields.map((field) => ({ field, rule: 'changed_meanwhile', message: 'Has another value by now.' })),
  });
}

function isSame(now: unknown, then: unknown): boolean {
  if (isDeepStrictEqual(now, then)) return true;
  if (now === undefined || now === null || now === '') return isNeutral(then);
  const [cents, old] = [parseCents(now), parseCents(then)];
  return cents.ok && old.ok && cents.value === old.value;
}
