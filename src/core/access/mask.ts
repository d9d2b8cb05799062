/** PHI classes, most sensitive last. A reader opens only the classes it needs. */
export const PHI_CLASSES = ['other', 'identity', 'contact', 'health'] as const;
export type PhiClass = (typeof PHI_CLASSES)[number];

const NAMES = new Set(['firstName', 'lastName']);

/**
 * A value as a reader without the right to personal data sees it: enough to tell rows apart, not enough to know a
 * person. Shapes: `J•••` for names, `(•••) •••-0142` for a phone, `j•••@•••` for e-mail, `•••` for the rest: a field
 * of a vertical's own may be called what it likes.
 */
export function maskValue(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '•••';
  const text = String(value);
  if (field === 'phone') return `(•••) •••-${text.replace(/\D/g, '').slice(-4)}`;
  if (field === 'email') return `${text.charAt(0)}•••@•••`;
  if (NAMES.has(field)) return `${[...text][0] ?? ''}•••`;
  return '•••';
}
