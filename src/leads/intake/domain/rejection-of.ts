import type { Fault } from '../../../kernel/app-error.ts';

/** The one reason the wire contract gives for a refused lead, beside the full list of faults. */
export interface Rejection {
  readonly code: 'consent_required' | 'missing_trusted_form' | 'invalid_field';
  readonly field: string;
}

/** The reason that stands for a list of faults: consent before certificate before the first faulty field. */
export function rejectionOf(faults: readonly Fault[]): Rejection {
  if (faults.some((fault) => fault.rule === 'consent_required'))
    return { code: 'consent_required', field: 'tcpaConsent' };
  if (faults.some((fault) => fault.field === 'trustedFormCertUrl' && fault.rule === 'required')) {
    return { code: 'missing_trusted_form', field: 'trustedFormCertUrl' };
  }
  return { code: 'invalid_field', field: faults[0]?.field ?? 'body' };
}
