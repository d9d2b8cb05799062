import type { CheckKind } from './judge-checks.ts';

/** Of nobody: numbers that are set aside for fiction, and the domains of RFC 2606 and RFC 6761. */
const FICTIONAL_NUMBER = /^\+1[2-9]\d{2}55501\d{2}$/;
const FICTIONAL_ADDRESS = /^[a-z0-9.+_-]{1,64}@(?:[a-z0-9-]+\.)*(?:example\.(?:com|org|net)|test|example|invalid)$/;

export const usualTestContact = (kind: CheckKind): string => (kind === 'email' ? 'nobody@example.com' : '+12025550142');

/** A contact of nobody in the form in which vendors are told contacts; undefined for what may be somebody's. */
export function readTestContact(kind: CheckKind, text: string): string | undefined {
  if (kind === 'email') {
    const address = text.trim().toLowerCase();
    return FICTIONAL_ADDRESS.test(address) ? address : undefined;
  }
  const digits = text.replaceAll(/\D/g, '');
  const number = `+${digits.length === 10 ? `1${digits}` : digits}`;
  return FICTIONAL_NUMBER.test(number) ? number : undefined;
}
