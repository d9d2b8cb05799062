import type { Party } from './parties.ts';
import { made } from './refusals.ts';

let serial = 0;
export const slug = (): string => `fresh-${(serial += 1)}`;

export const fresh = async (party: Party, path: string, body: object): Promise<string> =>
  (await made(party.admin, `/api/v1/${path}`, body)).id;
export const freshKey = (party: Party, body: object) => fresh(party, 'auth/api-keys', { name: 'Fresh', ...body });
export const freshCampaign = ({ partnerId, verticalId, ...party }: Party, more: object = {}) =>
  fresh({ partnerId, verticalId, ...party }, 'campaigns', { name: 'Fresh', partnerId, verticalId, ...more });

export const contractBody = ({ buyerId, verticalId, market }: Party) => ({
  name: 'Fresh',
  buyerId,
  verticalId,
  price: '12.00',
  deliveryConfig: [{ type: 'http_post', url: market.buyers[0]?.simulator.url ?? '' }],
});
export const freshContract = (party: Party) => fresh(party, 'contracts', contractBody(party));

export async function freshLink(party: Party): Promise<{ offerId: string; contractId: string }> {
  const { offerId } = party;
  const contractId = await freshContract(party);
  await made(party.admin, `/api/v1/offers/${offerId}/contracts`, { contractId });
  return { offerId, contractId };
}

/** Records that go with all that hangs on them. */
async function laden(party: Party, path: string, body: object, part: (id: string) => Promise<string>): Promise<string> {
  const id = await fresh(party, path, { name: 'Fresh', ...body });
  await part(id);
  return id;
}
export const ladenVertical = (party: Party) =>
  laden(party, 'verticals', { slug: slug() }, (id) =>
    fresh(party, `verticals/${id}/custom-fields`, { name: 'size', type: 'text' }),
  );
export const freshGroup = async ({ admin, verticalId }: Party): Promise<string> => {
  const { id } = await made(admin, '/api/admin/vertical-groups', { name: slug() });
  await admin.put(`/api/admin/vertical-groups/${id}/verticals`, { verticalIds: [verticalId] });
  return id;
};
export const ladenPartner = (party: Party) =>
  laden(party, 'partners', {}, (partnerId) => freshKey(party, { partnerId }));
export const ladenBuyer = (party: Party) => laden(party, 'buyers', {}, (buyerId) => freshKey(party, { buyerId }));
export const ladenOffer = (party: Party) =>
  laden(party, 'offers', { verticalId: party.verticalId }, async (offerId) => {
    await fresh(party, `offers/${offerId}/contracts`, { contractId: party.contractId });
    return freshCampaign(party, { offerId });
  });
