import type { Schedule } from './schedule.ts';
import type { Timetable } from './timetable.ts';

/** No lead is worth waiting for longer: a contract that opens later refuses. */
const LONGEST_HOLD_MS = 14 * 86_400_000;

/**
 * What a closed contract does with a lead that comes at an instant (epoch milliseconds): it holds it until another one,
 * or refuses it: null. Undefined where it is open.
 */
export function holdAt(
  timetable: Timetable,
  { closedHours }: Pick<Schedule, 'closedHours'>,
  at: number,
): number | null | undefined {
  if (timetable.isOpen(at)) return undefined;
  const opening = closedHours === 'hold' ? timetable.nextOpening(at) : null;
  return opening !== null && opening - at <= LONGEST_HOLD_MS ? opening : null;
}
