import { Type } from 'typebox';
import { defineRoute, idSchema, one, type Route } from '../../core/gate/index.ts';
import type { Delivery } from './create-delivery.ts';

/** Routes of delivery: a person's word on what nobody else could find out. */
export function deliveryRoutes(deps: { readonly delivery: Delivery }): Route[] {
  return [
    defineRoute({
      id: 'resolve_sale',
      method: 'POST',
      path: '/api/v1/sales/:saleId/resolve',
      tag: 'sales',
      summary:
        'Say what became of an uncertain sale, after asking the buyer: it settles, or goes to the next contract.',
      permission: 'sales:resolve',
      audit: { action: 'sale.resolve', entity: 'sale' },
      params: Type.Object({ saleId: idSchema }),
      body: Type.Object(
        { outcome: Type.Union([Type.Literal('accepted'), Type.Literal('rejected')]) },
        { additionalProperties: false },
      ),
      response: one(Type.Object({ status: Type.String(), reason: Type.Union([Type.String(), Type.Null()]) })),
      async handleAlone({ caller, origin, params, body }) {
        const end = await deps.delivery.resolve({ caller, origin, saleId: params.saleId, outcome: body.outcome });
        return { answer: { data: { status: end.status, reason: end.reason } }, audited: true };
      },
    }),
  ];
}
