import { unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { offerFind } from '../routing/index.ts';

/** Offer and vertical of a campaign, or of a request: undefined is not said, null is none. */
export interface Place {
  readonly offerId: string | null | undefined;
  readonly verticalId: string | null | undefined;
}

const NOWHERE: Place = { offerId: null, verticalId: null };

/**
 * Where a campaign stands after a request: with an offer, its vertical is the offer's. Throws VALIDATION_ERROR for an
 * offer that is not there, and for a vertical that is not the offer's.
 */
export async function placeCampaign(tx: TenantReader, given: Place, before: Place = NOWHERE): Promise<Place> {
  const offerId = given.offerId === undefined ? before.offerId : given.offerId;
  if (offerId === undefined || offerId === null) return given;
  const offer = await offerFind(tx, offerId);
  if (!offer) throw invalid([unknownReference('offerId')]);
  const wanted = given.verticalId ?? (given.offerId === undefined ? null : before.verticalId) ?? offer.verticalId;
  if (wanted !== offer.verticalId) {
    const field = given.verticalId ? 'verticalId' : 'offerId';
    const message =
      'The offer is for another vertical than the campaign. Send an offer and a campaign of one vertical.';
    throw invalid([{ field, rule: 'other_vertical', message }]);
  }
  return { offerId, verticalId: offer.verticalId };
}
