import type { Holding } from '../../core/privacy/index.ts';
import { licensedPlace } from './reserve-sale.ts';
import { saleListOfLead } from './store.ts';

const RETENTION = 'as the lead; the facts of the disclosure stay';

/** Where sales keep data of people: what a buyer was given, and what it answered. */
export const salesHoldings: readonly Holding[] = [
  {
    table: 'sales',
    columns: ['sealed_licensed', 'buyer_lead_id'],
    phiClasses: ['licensed'],
    retention: RETENTION,
    async export({ tx, vault }, subjectId) {
      const { tenantId } = tx.context;
      const sales = (await saleListOfLead(tx, subjectId)).filter((sale) => sale.sealedLicensed.length > 0);
      return Promise.all(sales.map(async (sale) => ({
        buyerId: sale.buyerId,
        buyerLeadId: sale.buyerLeadId,
        delivered: JSON.parse((await vault.open(subjectId, licensedPlace(tenantId, sale.saleId), sale.sealedLicensed)).toString('utf8')) as unknown,
      })));
    },
    purge: (tx, subjectId) => tx.run({
      text: `UPDATE sales SET sealed_licensed = '', buyer_lead_id = NULL, updated_at = now() WHERE tenant_id = $1 AND lead_id = $2 RETURNING sale_id`,
      values: [tx.context.tenantId, subjectId],
    }),
  },
  {
    table: 'delivery_attempts',
    columns: ['sealed_response'],
    phiClasses: ['licensed'],
    retention: RETENTION,
    async export({ tx, vault }, subjectId) {
      const rows = await tx.many<{ attemptId: string; response: Buffer }>({
        text: `SELECT a.attempt_id AS "attemptId", a.sealed_response AS response FROM delivery_attempts AS a
          JOIN sales AS s ON s.tenant_id = a.tenant_id AND s.sale_id = a.sale_id
          WHERE a.tenant_id = $1 AND s.lead_id = $2 AND a.sealed_response IS NOT NULL`,
        values: [tx.context.tenantId, subjectId],
      });
      return Promise.all(rows.map(async ({ attemptId, response }) => {
        const place = { tenantId: tx.context.tenantId, table: 'delivery_attempts', recordId: attemptId, part: 'response' };
        return (await vault.open(subjectId, place, response)).toString('utf8');
      }));
    },
    purge: (tx, subjectId) => tx.run({
      text: `UPDATE delivery_attempts AS a SET sealed_response = NULL FROM sales AS s
        WHERE s.tenant_id = a.tenant_id AND s.sale_id = a.sale_id AND a.tenant_id = $1 AND s.lead_id = $2 RETURNING a.attempt_id`,
      values: [tx.context.tenantId, subjectId],
    }),
  },
];
