/** HTTP status of each stable error code; the codes are part of the public contract. */
export const ERROR_STATUS = {
  VALIDATION_ERROR: 400,
  INVALID_JSON: 400,
  INVALID_XML: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  READ_ONLY: 403,
  STEP_UP_REQUIRED: 403,
  FEATURE_DISABLED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  PLAINTEXT_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  DUPLICATE: 409,
  GONE: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  NOT_AVAILABLE: 501,
  UNAVAILABLE: 503,
  STORAGE_FULL: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One fault of a request: where it is (`field`, a path such as `custom.age`) and what to do about it. */
export interface Fault {
  readonly field: string;
  readonly message: string;
  /** Stable, lower-case, for programs: `required`, `wrong_type`, `unknown_field` … */
  readonly rule: string;
}

/**
 * An error that a caller may see. `message` is public text without any personal data;
 * what only an operator may see goes into `cause`, which never leaves the process.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly faults: readonly Fault[];
  readonly retryAfterSeconds: number | undefined;
  /** More for programs, beside the faults: names, codes, ids; never a person's value. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      faults?: readonly Fault[];
      cause?: unknown;
      retryAfterSeconds?: number;
      details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.faults = more.faults ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.details = more.details ?? {};
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** A 400 that names every fault at once. */
export const invalid = (faults: readonly Fault[]): AppError =>
  new AppError('VALIDATION_ERROR', faults.map((fault) => `${fault.field}: ${fault.message}`).join(' '), { faults });

/** A refusal that is about one field, which may be right in itself: with another code than that of a wrong request. */
export const refusedField = (code: ErrorCode, fault: Fault): AppError =>
  new AppError(code, `${fault.field}: ${fault.message}`, { faults: [fault] });

/** The one answer for a row that is missing or belongs to somebody else: the two are not told apart. */
export const notFound = (): AppError => new AppError('NOT_FOUND', 'There is no such record here. Check the id.');
