import { Type } from 'typebox';
import {
  defineRoute,
  explainWrite,
  idSchema,
  list,
  listAnswer,
  one,
  pageOf,
  pageQuery,
  requireRow,
  type Route,
  unknownReference,
} from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { contractFind, type ContractRow, contractsOf } from '../contracts/index.ts';
import { linkInsert, linkList, linkRemove, type LinkRow, linkUpdate } from './link-store.ts';
import { offers } from './offer-routes.ts';
import { linkCreate, linkItem, linkUpdateBody, removed } from './wire.ts';

const path = `${offers.path}/:offerId/contracts`;
const offerParams = Type.Object({ offerId: idSchema });
const linkParams = Type.Object({ offerId: idSchema, contractId: idSchema });

function show(offerId: string, link: LinkRow, contract: ContractRow) {
  const { id, name, buyerId, buyerName, status, terms } = contract;
  return {
    id,
    offerId,
    contractId: id,
    contractName: name,
    name,
    buyerId,
    buyerName,
    status,
    price: formatCents(terms.priceCents),
    priority: link.priority ?? terms.priority,
    weight: link.weight ?? terms.weight,
    pool: link.pool,
    priorityOverride: link.priority,
    weightOverride: link.weight,
    createdAt: link.createdAt.toISOString(),
  };
}

async function showLinks(tx: TenantReader, offerId: string, links: readonly LinkRow[]) {
  const contracts = new Map(
    (
      await contractsOf(
        tx,
        links.map((link) => link.contractId),
      )
    ).map((row) => [row.id, row]),
  );
  return links.flatMap((link) => {
    const contract = contracts.get(link.contractId);
    return contract ? [show(offerId, link, contract)] : [];
  });
}

/** Which contracts an offer sells to. */
export function offerContractRoutes(): Route[] {
  return [listRoute(), linkRoute(), changeRoute(), unlinkRoute()];
}

const listRoute = (): Route =>
  defineRoute({
    id: 'list_offer_contracts',
    method: 'GET',
    path,
    tag: 'offers',
    summary: 'Contracts of an offer, newest link first.',
    permission: 'offers:read',
    audit: { action: 'offer.contracts', entity: 'offer' },
    params: offerParams,
    query: Type.Object(pageQuery, { additionalProperties: false }),
    response: list(linkItem),
    async handle({ tx, params, query }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const page = pageOf(query);
      const { rows, total } = await linkList(tx, offer.id, page);
      return { answer: listAnswer(await showLinks(tx, offer.id, rows), total, page), touched: [offer.id] };
    },
  });

const linkRoute = (): Route =>
  defineRoute({
    id: 'link_contract_to_offer',
    method: 'POST',
    path,
    tag: 'offers',
    status: 201,
    summary: 'Let an offer sell to a contract.',
    permission: 'offers:write',
    audit: { action: 'offer.link_contract', entity: 'offer' },
    params: offerParams,
    body: linkCreate,
    response: one(linkItem),
    async handle({ tx, params, body: { contractId, ...own } }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const contract = await contractFind(tx, contractId);
      if (!contract) throw invalid([unknownReference('contractId')]);
      if (contract.verticalId !== offer.verticalId) {
        const message = 'The contract is for another vertical than the offer. Send a contract of the same vertical.';
        throw invalid([{ field: 'contractId', rule: 'other_vertical', message }]);
      }
      const rules = { unique: { offer_contracts_pkey: 'contractId' } };
      const link = await explainWrite(rules, () => linkInsert(tx, offer.id, contract.id, own));
      return { answer: { data: show(offer.id, link, contract) }, touched: [offer.id, contract.id] };
    },
  });

const changeRoute = (): Route =>
  defineRoute({
    id: 'update_offer_contract_link',
    method: 'PATCH',
    path: `${path}/:contractId`,
    tag: 'offers',
    summary: "Set priority and weight that count for this offer only; null takes them back to the contract's own.",
    permission: 'offers:write',
    audit: { action: 'offer.change_link', entity: 'offer' },
    params: linkParams,
    body: linkUpdateBody,
    response: one(linkItem),
    async handle({ tx, params, body }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const link = await linkUpdate(tx, offer.id, params.contractId, body);
      if (!link) throw notFound();
      const [data] = await showLinks(tx, offer.id, [link]);
      if (!data) throw notFound();
      return { answer: { data }, touched: [offer.id, link.contractId], detail: { fields: Object.keys(body) } };
    },
  });

const unlinkRoute = (): Route =>
  defineRoute({
    id: 'unlink_contract_from_offer',
    method: 'DELETE',
    path: `${path}/:contractId`,
    tag: 'offers',
    summary: 'Take a contract off an offer.',
    permission: 'offers:write',
    audit: { action: 'offer.unlink_contract', entity: 'offer' },
    params: linkParams,
    response: one(removed),
    async handle({ tx, params }) {
      const offer = await requireRow(offers, tx, params.offerId);
      if (!(await linkRemove(tx, offer.id, params.contractId))) throw notFound();
      return { answer: { data: { success: true } }, touched: [offer.id, params.contractId] };
    },
  });
