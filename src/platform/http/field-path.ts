const MAX_SEGMENT = 64;
const MAX_PATH = 256;

/** Characters that must not travel raw in an error text: controls, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function printable(segment: string | number): string {
  if (typeof segment === 'number') return String(segment);
  const text = segment.replace(UNPRINTABLE, escaped);
  return text.length > MAX_SEGMENT ? `${text.slice(0, MAX_SEGMENT)}…` : text;
}

/**
 * The dotted name of a field for errors: `custom.age`, `sales.0.price`. Holds keys only, never a value;
 * unprintable characters are shown as `\u0000`, overlong parts are cut. The root has the name `root`.
 */
export function fieldPath(segments: readonly (string | number)[], root = 'body'): string {
  if (segments.length === 0) return root;
  const path = segments.map(printable).join('.');
  return path.length > MAX_PATH ? `${path.slice(0, MAX_PATH)}…` : path;
}
