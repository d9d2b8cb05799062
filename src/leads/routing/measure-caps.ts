import { addDays, calendarDay, startOfDay } from '../../kernel/time.ts';
import type { Caps } from './domain/caps.ts';
import { pacedCaps, type Pacing, type Ramp } from './domain/pacing.ts';
import type { Timetable } from './domain/timetable.ts';

/** A contract with its caps, and how the daily one is spent. `timeZone` is its own. */
export interface PacedContract {
  readonly contractId: string;
  readonly caps: Caps;
  readonly pacing: Pacing;
  readonly ramp: Ramp | null;
  /** When it is open, for leads that are spread over that time. */
  readonly timetable: Timetable;
  readonly timeZone: string;
}

/** A daily cap on leads may grow from day to day, and may be spread over the day: worked out once a contract. */
export function capsAt(now: Date, days: (timeZone: string) => string): (contract: PacedContract) => Caps {
  const known = new Map<string, Caps>();
  return (contract) => {
    const found = known.get(contract.contractId);
    if (found) return found;
    const caps = capsOn(contract, now, days(contract.timeZone));
    known.set(contract.contractId, caps);
    return caps;
  };
}

function capsOn({ caps, pacing, ramp, timetable, timeZone }: PacedContract, now: Date, day: string): Caps {
  if (caps.leads?.day === undefined || (pacing === 'none' && ramp === null)) return caps;
  const [from, to] = [startOfDay(day, timeZone).getTime(), startOfDay(addDays(day, 1), timeZone).getTime()];
  const open = { passedMs: timetable.openTime(from, now.getTime()), totalMs: timetable.openTime(from, to) };
  return pacedCaps(caps, { pacing, ramp, day, ...open });
}

/** Days by zone, each worked out once. */
export function dayOf(now: Date): (timeZone: string) => string {
  const known = new Map<string, string>();
  return (timeZone) => {
    const day = known.get(timeZone) ?? calendarDay(now, timeZone);
    known.set(timeZone, day);
    return day;
  };
}
