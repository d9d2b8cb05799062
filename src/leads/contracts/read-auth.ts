import type { Static } from 'typebox';
import type { Fault } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import type { deliveryConfigItem } from './contract-wire.ts';
import { isSameOrigin } from './domain/check-url.ts';
import type { DeliveryAuth, DeliveryTerms } from './store.ts';

type ConfigItem = Pick<Static<typeof deliveryConfigItem>, 'authType' | 'authCredentials'>;
type Credentials = NonNullable<ConfigItem['authCredentials']>;

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
/** Headers that a delivery sets itself, or that steer the connection. */
const TAKEN = new Set([
  'host',
  'content-length',
  'content-type',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'http2-settings',
  'accept',
  'idempotency-key',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'ping-id',
  'bid-id',
]);
const HEADER_TEXT = /^[\x20-\x7e]+$/;

/**
 * Reads what the buyer's endpoint asks for. Credentials that are not sent again are kept (`auth` undefined), but only
 * while type, host and port stay: a changed address must not be handed the old password.
 */
export function readAuth(
  item: ConfigItem | undefined,
  delivery: {
    readonly url: string;
    readonly before: Pick<DeliveryTerms, 'url' | 'authType'> | null;
    /** Where the credentials stand in the request. */
    readonly at?: string;
  },
  faults: Fault[],
): { readonly type: DeliveryTerms['authType']; readonly auth: DeliveryAuth | null | undefined } {
  const { url, before, at = AT } = delivery;
  const type = item?.authType ?? (item ? 'none' : (before?.authType ?? 'none'));
  if (type === 'none') return { type, auth: null };
  const credentials = item?.authCredentials;
  if (credentials) return { type, auth: authOf(type, credentials, { at, faults }) };
  if (before?.authType === type && isSameOrigin(before.url, url)) return { type, auth: undefined };
  faults.push({
    field: at,
    rule: 'required',
    message: 'Send the credentials: they are never carried over to another address or kind of authentication.',
  });
  return { type, auth: undefined };
}

const AT = 'deliveryConfig.0.authCredentials';

function authOf(
  type: DeliveryAuth['type'],
  given: Credentials,
  { at, faults }: { readonly at: string; readonly faults: Fault[] },
): DeliveryAuth | undefined {
  const blame = (name: string, rule: string, message: string): undefined => {
    faults.push({ field: `${at}.${name}`, rule, message });
    return undefined;
  };
  const need = (name: keyof Credentials): string | undefined =>
    given[name] ?? blame(name, 'required', `Is needed for authType ${type}.`);
  const needHeaderText = (name: keyof Credentials): string | undefined => {
    const text = need(name);
    return text === undefined || HEADER_TEXT.test(text)
      ? text
      : blame(name, 'wrong_format', 'Use visible ASCII characters only.');
  };
  switch (type) {
    case 'basic': {
      const [username, password] = [need('username'), need('password')];
      if (username?.includes(':')) return blame('username', 'wrong_format', 'A user name has no colon (RFC 7617).');
      return username === undefined || password === undefined ? undefined : { type, username, password };
    }
    case 'bearer': {
      const token = needHeaderText('token');
      return token === undefined ? undefined : { type, token };
    }
    case 'api_key': {
      const [headerName, token] = [need('headerName'), needHeaderText('token')];
      if (headerName !== undefined && (!HEADER_NAME.test(headerName) || TAKEN.has(headerName.toLowerCase()))) {
        return blame(
          'headerName',
          'not_allowed',
          'Send the name of a header that deliveries do not set themselves, such as X-Api-Key.',
        );
      }
      return headerName === undefined || token === undefined ? undefined : { type, headerName, token };
    }
    default:
      return unreachable(type);
  }
}
