import type { Ok } from '../frame/ok.ts';
import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';

export type FoundOffer = Ok<'/api/partner/offers', 'get'>['data'][number];
export type FoundOfferWhole = Ok<'/api/partner/offers/{id}', 'get'>['data'];
type OwnRequest = NonNullable<FoundOffer['request']>;

/** What a lead pays, where that is said. */
export const Pays = ({ offer }: { readonly offer: Pick<FoundOffer, 'defaultPayoutAmount'> }) =>
  offer.defaultPayoutAmount === null ? <span>{t.notSaid}</span> : <Money amount={offer.defaultPayoutAmount} />;

/** From where leads are wanted. */
export const statesInWords = ({ states }: Pick<FoundOffer, 'states'>): string =>
  states.length === 0 ? t.everywhere : states.join(', ');

/** How it stands with a request. */
export const RequestStatus = ({ request }: { readonly request: Pick<OwnRequest, 'status'> }) => (
  <Status value={request.status} label={t.statuses[request.status]} />
);
