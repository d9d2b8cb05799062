/** What has many digits and is nobody's number: ids, days and instants, short ids of leads. */
const NOT_PERSONAL = [
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
  /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  /\bL-\d{1,15}\b/gi,
];

/** What stands before the sign counts by its last character alone: a run of any length is then read once. */
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;
/** With a country code, as a national number of ten digits, and as its last seven. */
const PHONES = [/\+(?:[\s().-]*\d){7}/, /(?:\d[\s().-]*){10}/, /(?<![\d.])\d{3}[\s.-]\d{4}(?![\d.])/];
const SSN = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/;

/** Whether a text looks as if it held somebody's e-mail address, phone number or social security number. */
export function looksPersonal(text: string): boolean {
  const rest = NOT_PERSONAL.reduce((left, pattern) => left.replaceAll(pattern, ' | '), text);
  return [EMAIL, ...PHONES, SSN].some((pattern) => pattern.test(rest));
}

/** The paths of all that looks personal in a JSON value, names of fields included. */
export function personalPaths(value: unknown, path: string): string[] {
  if (typeof value === 'string' || typeof value === 'number') return looksPersonal(String(value)) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => personalPaths(item, `${path}.${index}`));
  return Object.entries(value).flatMap(([name, item]) =>
    looksPersonal(name) ? [path] : personalPaths(item, `${path}.${name}`),
  );
}
