import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { PartnerOffers } from './partner-offers.tsx';

/** Offers that the partner has a campaign on. */
export default function OwnOffersPage() {
  const empty = { title: t.noneMine, text: t.noneMineText };
  return <PartnerOffers title={t.mine} state={t.mineText} isEnrolled empty={empty} />;
}
