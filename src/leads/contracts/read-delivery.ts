import type { Static } from 'typebox';
import type { Fault } from '../../kernel/app-error.ts';
import { checkUrl } from './domain/check-url.ts';
import type { deliveryConfigItem } from './contract-wire.ts';
import { readAuth } from './read-auth.ts';
import type { DeliveryAuth, DeliveryTerms } from './store.ts';

type ConfigItem = Static<typeof deliveryConfigItem>;

interface DeliveryBody {
  readonly deliveryUrl?: string | null;
  readonly deliveryUrlOverride?: string | null;
  readonly deliveryConfig?: readonly ConfigItem[] | null;
  readonly deliveryTimeoutMs?: number;
}

/** `auth` undefined: as it was; null: none. */
interface ReadDelivery {
  readonly terms: DeliveryTerms | null;
  readonly auth: DeliveryAuth | null | undefined;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** Reads where leads go, in the spellings of the wire contract, over what stood before; notes faults by field. */
export function readDelivery(body: DeliveryBody, before: DeliveryTerms | null, faults: Fault[]): ReadDelivery {
  const item = body.deliveryConfig?.[0];
  const given = givenUrls(body, item);
  const [first] = given;
  if (first === undefined) {
    const cleared =
      [body.deliveryUrl, body.deliveryUrlOverride, body.deliveryConfig].some((value) => value === null) ||
      body.deliveryConfig?.length === 0;
    if (cleared || before === null) return { terms: null, auth: cleared ? null : undefined };
    return { terms: { ...before, timeoutMs: body.deliveryTimeoutMs ?? before.timeoutMs }, auth: undefined };
  }
  for (const other of given.filter(({ url }) => url !== first.url)) {
    faults.push({
      field: other.field,
      rule: 'conflict',
      message: `Says another address than ${first.field}. Send one of them.`,
    });
  }
  const message = checkUrl(first.url);
  if (message !== null) {
    faults.push({ field: first.field, rule: 'wrong_format', message });
    return { terms: before, auth: undefined };
  }
  const { type, auth } = readAuth(item, { url: first.url, before }, faults);
  return {
    terms: {
      url: first.url,
      timeoutMs: timeoutOf(body, item, faults) ?? before?.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      authType: type,
    },
    auth,
  };
}

function givenUrls(body: DeliveryBody, item: ConfigItem | undefined): { field: string; url: string }[] {
  const spellings = [
    ['deliveryConfig.0.url', item?.url],
    ['deliveryUrl', body.deliveryUrl],
    ['deliveryUrlOverride', body.deliveryUrlOverride],
  ] as const;
  return spellings.flatMap(([field, url]) => (url ? [{ field, url }] : []));
}

function timeoutOf(
  { deliveryTimeoutMs }: DeliveryBody,
  item: ConfigItem | undefined,
  faults: Fault[],
): number | undefined {
  const ofItem = item?.timeout === undefined ? undefined : item.timeout * 1000;
  if (ofItem !== undefined && deliveryTimeoutMs !== undefined && ofItem !== deliveryTimeoutMs) {
    faults.push({
      field: 'deliveryTimeoutMs',
      rule: 'conflict',
      message: 'Says another time than deliveryConfig.0.timeout. Send one of them.',
    });
  }
  return ofItem ?? deliveryTimeoutMs;
}
