import { Type } from 'typebox';
import { defineRoute, idSchema, one, requireRow, type Route, unknownReference } from '../../core/gate/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { linkIds, linksOrder } from './link-store.ts';
import { offers } from './offer-routes.ts';

const MOST = 1000;

const orderBody = Type.Object(
  {
    contractIds: Type.Array(idSchema, {
      minItems: 1,
      maxItems: MOST,
      description: 'Every contract of the offer, each once; the first is asked first by priority.',
    }),
  },
  { additionalProperties: false },
);

/** The order of an offer's contracts, set at once: priorities 1, 2, 3 … for this offer alone. */
export const offerOrderRoute = (): Route =>
  defineRoute({
    id: 'order_offer_contracts',
    method: 'PUT',
    path: `${offers.path}/:offerId/contracts`,
    tag: 'offers',
    summary: 'Set the order in which an offer asks its contracts, as priorities for this offer alone.',
    permission: 'offers:write',
    audit: { action: 'offer.order_contracts', entity: 'offer' },
    params: Type.Object({ offerId: idSchema }),
    body: orderBody,
    response: one(Type.Object({ offerId: Type.String(), contractIds: Type.Array(Type.String()) })),
    async handle({ tx, params: { offerId }, body: { contractIds } }) {
      const offer = await requireRow(offers, tx, offerId);
      const faults = faultsOf(contractIds, await linkIds(tx, offer.id));
      if (faults.length > 0) throw invalid(faults);
      await linksOrder(tx, offer.id, contractIds);
      return { answer: { data: { offerId: offer.id, contractIds } }, touched: [offer.id, ...contractIds] };
    },
  });

/** What keeps an order from being one of these contracts. */
function faultsOf(contractIds: readonly string[], linked: readonly string[]): Fault[] {
  const known = new Set(linked);
  const given = new Set(contractIds);
  const faults = contractIds.flatMap((contractId, index): Fault[] => {
    const field = `contractIds.${index}`;
    if (!known.has(contractId)) return [unknownReference(field)];
    if (contractIds.indexOf(contractId) === index) return [];
    return [{ field, rule: 'unique', message: 'Is in the list before. Send each contract once.' }];
  });
  const lacking = linked.filter((contractId) => !given.has(contractId)).length;
  if (faults.length > 0 || lacking === 0) return faults;
  const message = `Lacks ${lacking} of the offer's contracts. Read them again, and send all of them.`;
  return [{ field: 'contractIds', rule: 'incomplete', message }];
}
