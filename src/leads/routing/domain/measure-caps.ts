import { addDays, calendarDay, startOfDay } from '../../../kernel/time.ts';
import type { Caps, Pacing, Ramp } from './caps.ts';
import { pacedCaps } from './pacing.ts';
import type { Timetable } from './timetable.ts';

/** A contract with its caps, and how the daily one is spent. `timeZone` is its own. */
export interface PacedContract {
  readonly contractId: string;
  readonly caps: Caps;
  readonly pacing: Pacing;
  readonly ramp: Ramp | null;
  /** When it is open, for leads that are spread over that time. */
  readonly timetable: Timetable;
  readonly timeZone: string;
  /** When a lead that it gets now arrives: at once, or when what holds it opens. Its caps count it on that day. */
  readonly arrivalOf: (now: Date) => Date;
}

/** A daily cap on leads may grow from day to day, and may be spread over the day: worked out once a contract. */
export function capsAt(now: Date, days: DayOf): (contract: PacedContract) => Caps {
  const known = new Map<string, Caps>();
  return (contract) => {
    const found = known.get(contract.contractId);
    if (found) return found;
    const arrival = contract.arrivalOf(now);
    const caps = capsOn(contract, arrival, days(contract.timeZone, arrival));
    known.set(contract.contractId, caps);
    return caps;
  };
}

function capsOn({ caps, pacing, ramp, timetable, timeZone }: PacedContract, now: Date, day: string): Caps {
  if (pacing === 'none' && ramp === null) return caps;
  const [from, to] = [startOfDay(day, timeZone).getTime(), startOfDay(addDays(day, 1), timeZone).getTime()];
  const open = { passedMs: timetable.openTime(from, now.getTime()), totalMs: timetable.openTime(from, to) };
  return pacedCaps(caps, { pacing, ramp, day, ...open });
}

/** The day in a zone at an instant; now unless given. */
export type DayOf = (timeZone: string, at?: Date) => string;

/** Days by zone and instant, each worked out once. */
export function dayOf(now: Date): DayOf {
  const known = new Map<string, string>();
  return (timeZone, at = now) => {
    const place = `${timeZone} ${at.getTime()}`;
    const day = known.get(place) ?? calendarDay(at, timeZone);
    known.set(place, day);
    return day;
  };
}
