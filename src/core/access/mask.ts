/** PHI classes, most sensitive last. A reader opens only the classes it needs. */
export const PHI_CLASSES = ['other', 'identity', 'contact', 'health'] as const;
export type PhiClass = (typeof PHI_CLASSES)[number];

/**
 * A value as a reader without the right to personal data sees it: enough to tell rows apart, not enough to know a
 * person. Shapes: `J•••` for names, `(•••) •••-0142` for phones, `j•••@•••` for e-mail, `•••` for the rest.
 */
function maskValue(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '•••';
  const text = String(value);
  if (/phone/i.test(field)) return `(•••) •••-${text.replace(/\D/g, '').slice(-4)}`;
  if (/email/i.test(field)) return `${text.charAt(0)}•••@•••`;
  if (/name$/i.test(field)) return `${[...text][0] ?? ''}•••`;
  return '•••';
}

/** All fields of a record, masked. */
export function maskFields(fields: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskValue(name, value)]));
}
