import { Type } from 'typebox';
import {
  amount,
  centsOf,
  defineRoute,
  idSchema,
  logAnswer,
  logLimit,
  logList,
  logQuery,
  nullable,
  one,
  readCursor,
  requireRow,
  type Route,
  textOf,
  timestamp,
  unknownReference,
} from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { buyerRecords, contractFind } from '../contracts/index.ts';
import { idempotencyKeyOf } from '../intake/index.ts';
import { closePack } from './close-pack.ts';
import { packFind, packList, type PackRow } from './pack-store.ts';
import { sellPack } from './sell-pack.ts';

const buyers = { records: buyerRecords };
const path = '/api/v1/buyers/:buyerId/packs';
const params = Type.Object({ buyerId: idSchema });
const maybe = Type.Optional;
const text = Type.String();

/** Leads that buyers buy in advance. */
export const packRoutes = (): Route[] => [listRoute(), sellRoute(), closeRoute()];

const sellBody = Type.Object(
  {
    contractId: maybe(nullable(idSchema)),
    leads: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    pricePerLead: amount,
    notes: maybe(nullable(textOf(2000))),
  },
  { additionalProperties: false },
);

const closeBody = Type.Object(
  {
    refund: maybe(
      Type.Boolean({
        description:
          'True unless given: the buyer owes less by the price of the leads that are left. False: it does not.',
      }),
    ),
  },
  { additionalProperties: false },
);

const packItem = {
  id: text,
  buyerId: text,
  contractId: nullable(Type.String({ description: 'Null: for all contracts of the buyer.' })),
  contractName: nullable(text),
  status: Type.String({ description: '`active`, also when it is used up, or `closed`.' }),
  leads: Type.Integer(),
  taken: Type.Integer({ description: 'Leads that are reserved or sold.' }),
  left: Type.Integer({ description: 'None of a closed one.' }),
  pricePerLead: text,
  total: text,
  refunded: nullable(Type.String({ description: 'What the buyer got back when it was closed.' })),
  notes: nullable(text),
  soldAt: timestamp,
  closedAt: nullable(timestamp),
};

const listRoute = (): Route =>
  defineRoute({
    id: 'list_buyer_packs',
    method: 'GET',
    path,
    tag: 'buyers',
    summary: 'Leads that a buyer has bought in advance, newest first, with what is left of them.',
    permission: 'buyers:read',
    audit: { action: 'buyer.pack_list', entity: 'buyer' },
    params,
    query: Type.Object(logQuery, { additionalProperties: false }),
    response: logList(Type.Object(packItem)),
    async handle({ tx, params: { buyerId }, query }) {
      const buyer = await requireRow(buyers, tx, buyerId);
      const limit = logLimit(query);
      const page = { buyerId: buyer.id, before: readCursor(query.cursor), limit: limit + 1 };
      const answer = logAnswer(await packList(tx, page), limit, { placeOf, show });
      return { answer, touched: [buyer.id, ...answer.data.map(({ id }) => id)] };
    },
  });

const sellRoute = (): Route =>
  defineRoute({
    id: 'sell_buyer_pack',
    method: 'POST',
    path,
    tag: 'buyers',
    summary: 'Sell a buyer leads in advance, which it owes at once; under one Idempotency-Key once.',
    permission: 'buyers:write',
    audit: { action: 'buyer.pack_sell', entity: 'buyer' },
    params,
    body: sellBody,
    response: one(Type.Object(packItem)),
    async handle({ tx, now, caller, headers, params: { buyerId }, body }) {
      const buyer = await requireRow(buyers, tx, buyerId);
      const contractId = body.contractId ?? null;
      if (contractId !== null) await requirePriced(tx, buyer.id, contractId);
      const { row, isRepeat } = await sellPack(tx, now, {
        buyerId: buyer.id,
        contractId,
        leads: body.leads,
        priceCents: readPrice(body),
        notes: body.notes ?? null,
        idempotencyKey: idempotencyKeyOf(headers) ?? null,
        soldBy: caller.actorId,
      });
      return {
        answer: { data: show(row) },
        touched: [buyer.id, row.packId],
        detail: { leads: row.leads, pricePerLead: formatCents(row.priceCents), isRepeat },
      };
    },
  });

const MOST_CENTS = 100_000_000;

function readPrice({ pricePerLead }: { readonly pricePerLead: number | string }): number {
  const cents = centsOf(pricePerLead);
  if (cents <= MOST_CENTS) return cents;
  const message = `Send at most ${formatCents(MOST_CENTS)} for each lead.`;
  throw invalid([{ field: 'pricePerLead', rule: 'maximum', message }]);
}

/** Throws VALIDATION_ERROR for another one's contract, and for one that bids: it has no price to pay in advance. */
async function requirePriced(tx: TenantReader, buyerId: string, contractId: string): Promise<void> {
  const contract = await contractFind(tx, contractId);
  if (contract?.buyerId !== buyerId) throw invalid([unknownReference('contractId')]);
  if (!contract.terms.bidding) return;
  const message = 'This contract bids for each lead, and takes none of a pack. Choose one that buys at its price.';
  throw invalid([{ field: 'contractId', rule: 'bids', message }]);
}

const closeRoute = (): Route =>
  defineRoute({
    id: 'close_buyer_pack',
    method: 'POST',
    path: `${path}/:packId/close`,
    tag: 'buyers',
    summary: 'Close a pack: its buyer gets no more leads of it, and gets back the price of what is left, or not.',
    permission: 'buyers:write',
    audit: { action: 'buyer.pack_close', entity: 'buyer' },
    params: Type.Object({ buyerId: idSchema, packId: idSchema }),
    body: closeBody,
    response: one(Type.Object(packItem)),
    async handle({ tx, now, caller, params: { buyerId, packId }, body }) {
      const buyer = await requireRow(buyers, tx, buyerId);
      const pack = await requirePack(tx, { buyerId: buyer.id, packId });
      const isRefunded = body.refund ?? true;
      await closePack(tx, now, pack, { closedBy: caller.actorId, isRefunded });
      const closed = await requirePack(tx, pack);
      return {
        answer: { data: show(closed) },
        touched: [buyer.id, packId],
        detail: { left: closed.restLeads ?? 0, isRefunded },
      };
    },
  });

async function requirePack(tx: TenantReader, of: Pick<PackRow, 'buyerId' | 'packId'>): Promise<PackRow> {
  const pack = await packFind(tx, of);
  if (!pack) throw notFound();
  return pack;
}

const placeOf = ({ soldAt: at, packId: id }: PackRow) => ({ at, id });

const show = (pack: PackRow) => ({
  id: pack.packId,
  buyerId: pack.buyerId,
  contractId: pack.contractId,
  contractName: pack.contractName,
  status: pack.status,
  leads: pack.leads,
  taken: pack.taken,
  left: pack.status === 'active' ? pack.leads - pack.taken : 0,
  pricePerLead: formatCents(pack.priceCents),
  total: formatCents(pack.leads * pack.priceCents),
  refunded: pack.restRefunded ? formatCents((pack.restLeads ?? 0) * pack.priceCents) : null,
  notes: pack.notes,
  soldAt: pack.soldAt.toISOString(),
  closedAt: pack.closedAt?.toISOString() ?? null,
});
