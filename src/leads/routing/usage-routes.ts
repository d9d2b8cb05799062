import { Type } from 'typebox';
import { defineRoute, idSchema, requireRow, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { buyerRecords, contractsForRouting } from '../contracts/index.ts';
import { campaignRecords } from '../sources/index.ts';
import { showBuyerUse, showCampaignUse, showContractUse, showCredit, showPacks } from './show-usage.ts';
import { buyerUsageAnswer, campaignUsageAnswer, contractUsageAnswer } from './usage-wire.ts';

const buyers = { records: buyerRecords };
const campaigns = { records: campaignRecords, byNumber: true };

/** How much of caps and credit is used at this moment. */
export const usageRoutes = (): Route[] => [contractUsageRoute(), buyerUsageRoute(), campaignUsageRoute()];

const contractUsageRoute = (): Route =>
  defineRoute({
    id: 'get_contract_usage',
    method: 'GET',
    path: '/api/v1/contracts/:contractId/usage',
    tag: 'contracts',
    summary:
      'What a contract and its buyer have used of caps, packs and credit, and the cap that keeps the next lead away.',
    permission: 'contracts:read',
    audit: { action: 'contract.usage', entity: 'contract' },
    params: Type.Object({ contractId: idSchema }),
    response: contractUsageAnswer,
    async handle({ tx, now, params: { contractId } }) {
      const [contract] = await contractsForRouting(tx, { contractId });
      if (!contract) throw notFound();
      const caps = await showContractUse(tx, contract, now);
      const prepaid = await showPacks(tx, contract);
      const buyer = await buyerUse(tx, contract.buyerId, now);
      return { answer: { data: { contractId, caps, prepaid, buyer } }, touched: [contractId] };
    },
  });

const buyerUsageRoute = (): Route =>
  defineRoute({
    id: 'get_buyer_usage',
    method: 'GET',
    path: '/api/v1/buyers/:buyerId/usage',
    tag: 'buyers',
    summary: 'What a buyer has used of its caps over all contracts, and of its credit.',
    permission: 'buyers:read',
    audit: { action: 'buyer.usage', entity: 'buyer' },
    params: Type.Object({ buyerId: idSchema }),
    response: buyerUsageAnswer,
    async handle({ tx, now, params: { buyerId } }) {
      return { answer: { data: await buyerUse(tx, buyerId, now) }, touched: [buyerId] };
    },
  });

const campaignUsageRoute = (): Route =>
  defineRoute({
    id: 'get_campaign_usage',
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/usage',
    tag: 'campaigns',
    summary: 'How many leads a campaign has had of its caps.',
    permission: 'campaigns:read',
    audit: { action: 'campaign.usage', entity: 'campaign' },
    params: Type.Object({ campaignId: Type.String() }),
    response: campaignUsageAnswer,
    async handle({ tx, now, params: { campaignId } }) {
      const campaign = await requireRow(campaigns, tx, campaignId);
      const caps = await showCampaignUse(tx, campaign, now);
      return { answer: { data: { campaignId: campaign.id, caps } }, touched: [campaign.id] };
    },
  });

async function buyerUse(tx: TenantReader, buyerId: string, now: Date) {
  const buyer = await requireRow(buyers, tx, buyerId);
  return { buyerId, caps: await showBuyerUse(tx, buyer, now), credit: showCredit(buyer) };
}
