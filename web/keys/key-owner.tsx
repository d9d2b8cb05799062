import { useNames } from '../frame/use-names.ts';
import { keyTexts as t } from '../texts/keys.ts';
import type { ApiKey } from './key-types.ts';

/** Whose a key is, by name. */
export function useKeyOwner(): (apiKey: ApiKey) => string {
  const buyers = useNames('buyers');
  const partners = useNames('partners');
  const campaigns = useNames('campaigns');
  return ({ buyerId, partnerId, campaignId }) => {
    if (campaignId !== null) return campaigns.nameOf(campaignId);
    if (buyerId !== null) return buyers.nameOf(buyerId);
    if (partnerId !== null) return partners.nameOf(partnerId);
    return t.organization;
  };
}

/** Whose a key is. */
export const KeyOwner = ({ apiKey }: { readonly apiKey: ApiKey }) => <>{useKeyOwner()(apiKey)}</>;
