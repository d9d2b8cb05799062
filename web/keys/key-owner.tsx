import { useNames } from '../frame/use-names.ts';
import { keyTexts as t } from '../texts/keys.ts';
import type { ApiKey } from './key-types.ts';

/** Whose a key is. */
export function KeyOwner({ apiKey: { buyerId, partnerId, campaignId } }: { readonly apiKey: ApiKey }) {
  const buyers = useNames('buyers');
  const partners = useNames('partners');
  const campaigns = useNames('campaigns');
  if (campaignId !== null) return <>{campaigns.nameOf(campaignId)}</>;
  if (buyerId !== null) return <>{buyers.nameOf(buyerId)}</>;
  if (partnerId !== null) return <>{partners.nameOf(partnerId)}</>;
  return <>{t.organization}</>;
}
