import { isCalendarDate } from '../../../kernel/time.ts';
import { ABSENT, read, type Reading, refuse, textOf } from './reading.ts';

const EARLIEST_BIRTH = '1900-01-01';
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/i;
const DATE_HELP = 'Send an existing day as YYYY-MM-DD, without a time.';

/**
 * A day as `YYYY-MM-DD`. `MM/DD/YYYY` is read as well, always month first as in the United States, with a warning:
 * to accept it only where the day exceeds 12 would refuse a sender's leads at random.
 */
export function readDate(raw: unknown): Reading {
  if (typeof raw !== 'string') return refuse('wrong_type', DATE_HELP);
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const [, month, day, year] = US_DATE.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) {
    return isCalendarDate(text) ? read(text) : refuse('not_a_date', DATE_HELP);
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDate(date)) return refuse('not_a_date', DATE_HELP);
  const message = 'The date was read as month/day/year. Send YYYY-MM-DD to leave no doubt.';
  return { kind: 'value', value: date, warning: { rule: 'date_month_first', message } };
}

/** A birth date: from 1900-01-01 to `today` (`YYYY-MM-DD`, the tenant's calendar). */
export function readBirthDate(raw: unknown, today: string): Reading {
  const reading = readDate(raw);
  if (reading.kind !== 'value' || typeof reading.value !== 'string') return reading;
  if (reading.value > today) return refuse('in_future', 'A birth date cannot lie in the future. Check the year.');
  if (reading.value < EARLIEST_BIRTH)
    return refuse('too_early', `A birth date cannot lie before ${EARLIEST_BIRTH}. Check the year.`);
  return reading;
}

/** An instant in ISO 8601 with its offset, kept in UTC. An offset is required, for a guessed zone proves nothing. */
export function readInstant(raw: unknown): Reading {
  const help = refuse('not_an_instant', 'Send ISO 8601 with an offset, such as 2026-03-08T14:30:00Z.');
  if (typeof raw !== 'string') return help;
  const given = textOf(raw);
  if (given.kind === 'fault') return given;
  const text = given.text.trim();
  if (text === '') return ABSENT;
  const [, day, hour, minute, second = '00', offset] = INSTANT.exec(text) ?? [];
  if (day === undefined || offset === undefined || !isCalendarDate(day)) return help;
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  const at = new Date(`${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at.getTime()) ? help : read(at.toISOString());
}
