import { ERROR_STATUS, type ErrorCode } from '../../../kernel/app-error.ts';

/** When a post is answered with an error, and what to do then. */
const WHEN = {
  VALIDATION_ERROR: 'A field is missing or wrong. Each is named, with its rule and the remedy. Correct the lead.',
  INVALID_JSON: 'The body is not JSON. Correct the program.',
  INVALID_XML: 'The body is not XML, or has a document type definition. Correct the program.',
  UNAUTHORIZED: 'The posting key is missing, mistyped, revoked or expired. Ask for a new one.',
  FORBIDDEN: 'The key is of another kind. Use the posting key of this campaign.',
  ORIGIN_NOT_ALLOWED: 'A page posts whose origin the campaign does not list. Post from a server, or ask to be listed.',
  CONFLICT: 'The Idempotency-Key was used with another body. Send a new key with a new lead.',
  PAYLOAD_TOO_LARGE: 'The body is larger than 1 MiB. Send less.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is of another type than those that are read. Send JSON.',
  RATE_LIMITED: 'There were too many posts this minute. Wait as long as Retry-After says, then send the lead again.',
  UNAVAILABLE: 'Nothing was accepted. Send the lead again, after Retry-After.',
  STORAGE_FULL: 'Nothing was accepted: there is no room. Send the lead again later.',
  INTERNAL_ERROR: 'Something failed here. Send the lead again with the same Idempotency-Key: it is never sold twice.',
} as const satisfies Partial<Record<ErrorCode, string>>;

const CODES = Object.keys(WHEN) as (keyof typeof WHEN)[];

export const POSTING_ERRORS: readonly { readonly code: string; readonly status: number; readonly when: string }[] =
  CODES.map((code) => ({ code, status: ERROR_STATUS[code], when: WHEN[code] }));
