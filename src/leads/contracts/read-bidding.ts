import { centsOf } from '../../core/gate/index.ts';
import type { Fault } from '../../kernel/app-error.ts';
import { checkUrl } from './domain/check-url.ts';
import { readAuth } from './read-auth.ts';
import type { Static } from 'typebox';
import type { contractUpdate } from './contract-wire.ts';
import type { BiddingTerms, DeliveryAuth } from './store.ts';

type TermsBody = Pick<
  Static<typeof contractUpdate>,
  'pricingModel' | 'requiresPing' | 'pingTimeout' | 'pingDeliveryConfig' | 'pingFields' | 'minimumBidFloor'
>;

/** `auth` undefined: as it was; null: none. */
interface ReadBidding {
  readonly terms: BiddingTerms | null;
  readonly auth: DeliveryAuth | null | undefined;
}

/** What a bidding contract says when nobody says otherwise: the least that tells where a lead is. */
const BLANK: BiddingTerms = {
  url: '',
  timeoutMs: 5000,
  authType: 'none',
  fields: ['state', 'zipCode'],
  floorCents: 0,
};
const OF_BIDS = ['pingDeliveryConfig', 'pingFields', 'minimumBidFloor'] as const;

/** A contract that does not bid is shown with an empty list, which may be sent back. */
const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Reads how a contract bids, over what stood before; one that stops bidding forgets it. Notes faults by field. */
export function readBidding(body: TermsBody, before: BiddingTerms | null, faults: Fault[]): ReadBidding {
  if (!wantsBids(body, before !== null, faults)) {
    for (const field of OF_BIDS.filter((name) => isSaid(body[name])))
      faults.push({ field, rule: 'not_allowed', message: 'Is for the pricing model ping_post. Send that too.' });
    return { terms: null, auth: before === null ? undefined : null };
  }
  const kept = before ?? BLANK;
  const { minimumBidFloor, pingDeliveryConfig: config } = body;
  const place = placeOf(body, kept, faults);
  return {
    terms: {
      ...place.terms,
      timeoutMs: body.pingTimeout ?? kept.timeoutMs,
      fields: body.pingFields ?? kept.fields,
      floorCents:
        minimumBidFloor === undefined ? kept.floorCents : minimumBidFloor === null ? 0 : centsOf(minimumBidFloor),
    },
    auth: config === null ? null : place.auth,
  };
}

/** `pricingModel` or `requiresPing`; both may be said if they say the same. */
function wantsBids({ pricingModel, requiresPing }: TermsBody, before: boolean, faults: Fault[]): boolean {
  const byModel = pricingModel === undefined ? undefined : pricingModel === 'ping_post';
  if (byModel !== undefined && requiresPing !== undefined && byModel !== requiresPing)
    faults.push({ field: 'requiresPing', rule: 'conflict', message: 'Contradicts pricingModel. Send one of them.' });
  return byModel ?? requiresPing ?? before;
}

function placeOf({ pingDeliveryConfig: config }: TermsBody, before: BiddingTerms, faults: Fault[]) {
  if (config === undefined) return { terms: before, auth: undefined };
  if (config === null) return { terms: { ...before, url: '', authType: 'none' as const }, auth: null };
  const { url } = config;
  const message = checkUrl(url);
  if (message !== null) {
    faults.push({ field: 'pingDeliveryConfig.url', rule: 'wrong_format', message });
    return { terms: before, auth: undefined };
  }
  const at = 'pingDeliveryConfig.authCredentials';
  const { type, auth } = readAuth(config, { url, before: before.url === '' ? null : before, at }, faults);
  return { terms: { ...before, url, authType: type }, auth };
}
