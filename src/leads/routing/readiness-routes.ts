import { Type } from 'typebox';
import { defineRoute, idSchema, requireRow, type Route } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { contractsForRouting } from '../contracts/index.ts';
import { campaignListOfOffer, verticalsOf } from '../sources/index.ts';
import { checkContracts, type ContractReadiness } from './check-contracts.ts';
import { checkOffer } from './check-offer.ts';
import { linkList, offeredContracts } from './link-store.ts';
import { offers } from './offer-routes.ts';
import { contractsReadinessAnswer, contractsReadinessQuery, offerReadinessAnswer } from './readiness-wire.ts';

/** Of one offer no more are looked at: whoever links more sees the state of the newest. */
const LOOKED_AT = { limit: 1000, offset: 0 };

/** What can sell now, and what is in the way of the rest. */
export const readinessRoutes = (): Route[] => [offerReadinessRoute(), contractsReadinessRoute()];

const offerReadinessRoute = (): Route =>
  defineRoute({
    id: 'get_offer_readiness',
    method: 'GET',
    path: `${offers.path}/:offerId/readiness`,
    tag: 'offers',
    summary: 'Whether the offer can sell a lead now, by the rules of a decision, and what to do if not.',
    permission: 'offers:read',
    audit: { action: 'offer.readiness', entity: 'offer' },
    params: Type.Object({ offerId: idSchema }),
    response: offerReadinessAnswer,
    async handle({ tx, now, params: { offerId } }) {
      const offer = await requireRow(offers, tx, offerId);
      const [vertical] = await verticalsOf(tx, [offer.verticalId]);
      const { rows: campaigns } = await campaignListOfOffer(tx, offer.id, LOOKED_AT);
      const linked = new Set((await linkList(tx, offer.id, LOOKED_AT)).rows.map(({ contractId }) => contractId));
      const ofVertical = await contractsForRouting(tx, { verticalId: offer.verticalId });
      const own = ofVertical.filter(({ contractId }) => linked.has(contractId));
      const contracts = await checkContracts(tx, own, now);
      return { answer: { data: checkOffer({ offer, vertical, campaigns, contracts }) }, touched: [offer.id] };
    },
  });

const contractsReadinessRoute = (): Route =>
  defineRoute({
    id: 'get_contracts_readiness',
    method: 'GET',
    path: '/api/v1/contracts/readiness',
    tag: 'contracts',
    summary: 'How many contracts can get leads now, but for archived ones, and what is in the way of the rest.',
    permission: 'contracts:read',
    audit: { action: 'contract.readiness', entity: 'contract' },
    query: contractsReadinessQuery,
    response: contractsReadinessAnswer,
    async handle({ tx, caller, now, query: { contractId, countsOnly } }) {
      const kept = (await contractsForRouting(tx, { contractId })).filter(({ status }) => status !== 'archived');
      const checked = await checkContracts(tx, kept, now);
      const judged = caller.buyerId === undefined ? await withOffers(tx, checked, contractId) : checked;
      const canSell = judged.filter((contract) => contract.canSell).length;
      const contracts = countsOnly === 'true' ? [] : judged;
      return {
        answer: { data: { canSell, total: judged.length, contracts } },
        touched: contracts.map((contract) => contract.contractId),
      };
    },
  });

const NOT_OFFERED = { code: 'not_offered', text: 'No active offer sells to the contract.' };

/** A contract gets leads through an offer, which its buyer does not see. */
async function withOffers(tx: TenantReader, contracts: readonly ContractReadiness[], only: string | undefined) {
  const offered = await offeredContracts(tx, only);
  return contracts.map((contract) =>
    offered.has(contract.contractId)
      ? contract
      : { ...contract, canSell: false, reasons: [...contract.reasons, NOT_OFFERED] },
  );
}
