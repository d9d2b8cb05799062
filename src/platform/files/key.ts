import { invalid } from '../../kernel/app-error.ts';

const SEGMENT = /^[a-z0-9_-][a-z0-9_.-]{0,127}$/;
const LONGEST = 512;

/** The segments of a key such as `exports/2026/report.csv`; throws on any other shape. No segment begins with a dot. */
export function keySegments(key: string): string[] {
  const segments = key.split('/');
  if (key.length <= LONGEST && segments.every((segment) => SEGMENT.test(segment))) return segments;
  const message = 'Use lower-case letters, digits and _ . - in parts between single /.';
  throw invalid([{ field: 'key', rule: 'wrong_form', message }]);
}
