/** What a field for day and time holds: `2026-11-26T14:00`, without a zone. */
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const MINUTE_MS = 60_000;

/** What the clocks of a zone show at an instant, less what UTC shows, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/**
 * What a field for day and time shows of an instant, by the clocks of a zone. What somebody has entered there, which
 * has no zone, is as it is.
 */
export function wallOf(text: string, zone: string): string {
  const at = Date.parse(text);
  if (text === '' || WALL.test(text) || Number.isNaN(at)) return text;
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/**
 * The instant of what was entered by the clocks of a zone; of a time that they skip, one that they show. An instant
 * stays as it was written.
 */
export function instantOf(text: string, zone: string): string {
  if (!WALL.test(text)) return text;
  const clocks = Date.parse(`${text}:00Z`);
  const near = clocks - offsetAt(clocks, zone);
  return new Date(clocks - offsetAt(near, zone)).toISOString();
}
