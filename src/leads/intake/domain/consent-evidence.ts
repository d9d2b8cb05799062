import { isId } from '../../../kernel/ids.ts';
import type { FieldValue } from './fields.ts';

const TRUSTED_FORM = /^https:\/\/cert\.trustedform\.com\/[0-9a-f]{40}\b/i;

/** A remark on a lead that was taken all the same. */
export interface LeadWarning {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** Consent certificates unlike those their issuers give out. They are kept all the same; only the issuer can judge. */
export function evidenceWarnings(fields: ReadonlyMap<string, FieldValue>): LeadWarning[] {
  const warnings: LeadWarning[] = [];
  const certificate = fields.get('trustedFormCertUrl');
  if (certificate !== undefined && !TRUSTED_FORM.test(String(certificate))) {
    const message =
      'Does not look like https://cert.trustedform.com/ followed by 40 hexadecimal digits. It was kept as sent.';
    warnings.push({ field: 'trustedFormCertUrl', rule: 'unusual_certificate', message });
  }
  const jornaya = fields.get('jornayaLeadId');
  if (jornaya !== undefined && !isId(String(jornaya))) {
    const message = 'Does not look like a Jornaya LeadiD, which has the shape of a UUID. It was kept as sent.';
    warnings.push({ field: 'jornayaLeadId', rule: 'unusual_certificate', message });
  }
  return warnings;
}
