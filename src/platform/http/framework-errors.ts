import { AppError, type ErrorCode, invalid } from '../../kernel/app-error.ts';

/** The body types this server reads. */
const ACCEPTED_TYPES = 'application/json (UTF-8), application/x-www-form-urlencoded or application/xml';

/** A refusal with one fault, whose sentence is also that of the whole. */
const refusal = (code: ErrorCode, field: string, rule: string, message: string): AppError =>
  new AppError(code, message, { faults: [{ field, rule, message }] });

export const unsupportedType = (): AppError =>
  refusal(
    'UNSUPPORTED_MEDIA_TYPE',
    'Content-Type',
    'unsupported',
    `The content type of the body is not accepted. Send ${ACCEPTED_TYPES}.`,
  );

export const tooLarge = (): AppError =>
  refusal('PAYLOAD_TOO_LARGE', 'body', 'too_large', 'The body is larger than 1 MiB. Send less in one request.');

export const headersTooLarge = (): AppError =>
  refusal(
    'PAYLOAD_TOO_LARGE',
    'headers',
    'too_large',
    'The headers are larger than 16 KiB. Send fewer or shorter ones.',
  );

export const timedOut = (): AppError =>
  refusal(
    'REQUEST_TIMEOUT',
    'request',
    'timed_out',
    'The request did not arrive whole in time. Send it again, without pauses.',
  );

export const malformed = (message: string, rule: string, field = 'request'): AppError =>
  invalid([{ field, rule, message }]);

/** The public error of a failure inside Fastify, by its code; undefined for what is not Fastify's. */
export function fromFramework(thrown: unknown): AppError | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  switch (thrown.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return tooLarge();
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE':
      return unsupportedType();
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return malformed('The body is not as long as its Content-Length says.', 'wrong_length');
    case 'FST_ERR_BAD_URL':
      return malformed('The path has a broken percent sequence. Encode it as UTF-8, then %XX.', 'bad_encoding', 'path');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return malformed('A part of the path is too long to be an id.', 'too_long', 'path');
    default:
      return undefined;
  }
}
