import { unreachable } from '../../../kernel/result.ts';
import type { LeadField } from './lead-field.ts';

/** A field of any tier; global ones of a special shape say so. */
export type SampledField = LeadField & { readonly format?: string; readonly min?: number; readonly max?: number };

const BY_NAME: ReadonlyMap<string, string | boolean> = new Map<string, string | boolean>([
  ['firstName', 'Sample'],
  ['lastName', 'Person'],
  ['email', 'sample.person@example.com'],
  ['phone', '2125550142'],
  ['phoneExtension', '12'],
  ['gender', 'female'],
  ['address', '1 Sample Street'],
  ['city', 'New York'],
  ['state', 'NY'],
  ['zipCode', '10001'],
  ['country', 'US'],
  ['tcpaConsent', true],
  ['trustedFormCertUrl', `https://cert.trustedform.com/${'0123456789abcdef'.repeat(3).slice(0, 40)}`],
  ['jornayaLeadId', '01234567-89AB-CDEF-0123-456789ABCDEF'],
]);

const BY_FORMAT: ReadonlyMap<string, string> = new Map([
  ['birth_date', '1955-06-15'],
  ['instant', '2026-01-15T12:00:00Z'],
  ['zip', '10001'],
  ['zip_plus_4', '0001'],
  ['state', 'NY'],
  ['ip', '203.0.113.7'],
]);

/** A value that the field takes, of nobody: names, numbers and addresses are those reserved for examples. */
export function sampleValue(field: SampledField): string | number | boolean {
  const known = field.tier === 'global' ? BY_NAME.get(field.name) : undefined;
  return known ?? BY_FORMAT.get(field.format ?? '') ?? byType(field);
}

function byType({ type, options, min, max }: SampledField): string | number | boolean {
  switch (type) {
    case 'text':
      return 'Sample text';
    case 'number':
      return Math.min(Math.max(1, min ?? 1), max ?? Number.MAX_SAFE_INTEGER);
    case 'boolean':
      return true;
    case 'date':
      return '2026-01-15';
    case 'select':
      return options?.[0] ?? '';
    case 'email':
      return 'sample@example.com';
    case 'phone':
      return '2125550143';
    case 'url':
      return 'https://example.com/';
    default:
      return unreachable(type);
  }
}
