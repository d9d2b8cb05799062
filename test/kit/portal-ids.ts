import type { Portals } from './portals.ts';

/** Ids of things that are there, by the names that pages have for them in their addresses. */
export function idOf(portals: Portals, name: string): string {
  const { userId, roleId, importId, groupId, tenantId, market, leadId, personId, openOfferId } = portals;
  const [buyer] = market.buyers;
  const ids: Readonly<Record<string, string | undefined>> = {
    userId,
    roleId,
    importId,
    groupId,
    role: 'analyst',
    tenantId,
    leadId: 'L-1001',
    boughtLeadId: leadId,
    personId: 'P-1001',
    ownPersonId: personId,
    buyerId: buyer?.buyerId,
    contractId: buyer?.contractId,
    partnerId: market.partnerId,
    campaignId: market.campaignId,
    offerId: market.offerId,
    openOfferId,
    verticalId: market.verticalId,
  };
  const id = ids[name];
  if (id === undefined) throw new Error(`say in portal-ids.ts what a page means by ${name}`);
  return id;
}
