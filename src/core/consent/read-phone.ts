import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Reads a phone number as people write it, North American unless it says otherwise; null if it cannot be one. */
export function readPhone(text: string): { e164: string; extension?: string } | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false });
  if (!number?.isPossible()) return null;
  return { e164: number.number, ...(number.ext ? { extension: number.ext } : {}) };
}
