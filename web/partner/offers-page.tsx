import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { PartnerOffers } from './partner-offers.tsx';

/** Offers that the partner may ask for. */
export default function OffersPage() {
  const empty = { title: t.noOffers, text: t.noOffersText };
  return <PartnerOffers title={t.offers} state={t.offersText} isEnrolled={false} empty={empty} />;
}
