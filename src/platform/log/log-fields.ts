import { constants } from 'node:os';
import { ERROR_STATUS } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';

type Pattern = (value: unknown) => boolean;

const text =
  (pattern: RegExp, longest: number): Pattern =>
  (value) =>
    typeof value === 'string' && value.length <= longest && pattern.test(value);
/** Upper bounds keep telephone numbers, and most other numbers of people, out. */
const integer =
  (least: number, most: number): Pattern =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const among =
  (words: readonly string[]): Pattern =>
  (value) =>
    typeof value === 'string' && words.includes(value);

const id: Pattern = (value) => typeof value === 'string' && isId(value);
/** Words without digits, such as `over_daily_cap`, `delivery.retry`, `AUDIT_FAILED`: what a program says. */
const word = text(/^(?:[a-z]+(?:[._-][a-z]+)*|[A-Z]+(?:_[A-Z]+)+)$/, 64);

const ERRNO = [...Object.keys(constants.errno), 'ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAUTH', 'ESOCKET', 'EDNS'];
const TLS_CODES = [
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
];
const known = among([...Object.keys(ERROR_STATUS), ...ERRNO, ...TLS_CODES]);
const prefixed = text(/^(?:ERR|UND_ERR|FST_ERR|HPE|CKR)_(?!.*\d{3})[A-Z0-9_]+$/, 64);

/** A code that the runtime, a library or this product gives errors. */
export const isErrorCode: Pattern = (value) => known(value) || prefixed(value);
export const isErrorName = text(/^[A-Z][A-Za-z]*(?:Error|Exception)$/, 48);
export const isEvent = text(/^[a-z]+(?:[._][a-z]+)*$/, 64);

/** Fields whose values are words of the program: the compiler takes them only as constants. */
export const WORD_FIELDS = { code: word, reason: word, outcome: word, kind: word, cluster: word } as const;

/** Fields that may hold text made at run time, each with the only form it may have. */
export const TEXT_FIELDS = {
  requestId: (value) => id(value) || text(/^[0-9a-f]{32}$/, 32)(value),
  tenantId: id,
  actorId: id,
  leadId: id,
  saleId: id,
  contractId: id,
  offerId: id,
  buyerId: id,
  partnerId: id,
  campaignId: id,
  deliveryId: id,
  keyId: id,
  errorName: isErrorName,
  errorCode: isErrorCode,
  job: word,
  method: among(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
  /** The pattern of a route, never an address: no digits but a version's, no query, parameters by name. */
  route: text(/^(?:\/(?:[a-z]+(?:[.-][a-z]+)*|v\d|:[A-Za-z]+|\{[A-Za-z]+\}|\*))+\/?$|^\/$/, 128),
  migration: text(/^\d{4}-[a-z]+(?:-[a-z]+)*(?:\.sql)?$/, 64),
  setting: text(/^CAREROUTE(?:_[A-Z]+\d{0,2}){1,5}$/, 48),
  signal: among(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']),
  version: text(/^\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?:-[a-z]+(?:\.\d{1,3})?)?$/, 24),
} as const satisfies Record<string, Pattern>;

export const NUMBER_FIELDS = {
  status: integer(100, 599),
  durationMs: integer(0, 86_400_000),
  count: integer(0, 9_999_999),
  attempt: integer(0, 9_999),
  port: integer(0, 65_535),
  pid: integer(1, 4_194_304),
} as const;

const patterns = new Map<string, Pattern>(Object.entries({ ...WORD_FIELDS, ...TEXT_FIELDS, ...NUMBER_FIELDS }));

/** Whether a field of this name may hold this value. False for names that are not on the list. */
export const isLoggable = (name: string, value: unknown): boolean => patterns.get(name)?.(value) ?? false;
