import type { Holding } from '../../core/privacy/index.ts';
import { buyerLeadIdPlace, licensedPlace } from './reserve-sale.ts';
import { attemptErase, attemptResponses } from './attempt-store.ts';
import { saleErase, saleListOfLead, type SaleRow } from './store.ts';

const RETENTION = 'as the lead; the facts of the disclosure stay';

/** Where sales keep data of people: what a buyer was given, and what it answered. */
export const salesHoldings: readonly Holding[] = [
  {
    table: 'sales',
    columns: ['sealed_licensed', 'sealed_buyer_lead_id'],
    phiClasses: ['licensed'],
    retention: RETENTION,
    async export({ tx, vault }, subjectId) {
      const { tenantId } = tx.context;
      const open = async (place: typeof licensedPlace, { saleId }: SaleRow, sealed: Buffer): Promise<string> =>
        (await vault.open(subjectId, place(tenantId, saleId), sealed)).toString('utf8');
      const sales = (await saleListOfLead(tx, subjectId)).filter((sale) => sale.sealedLicensed.length > 0);
      return Promise.all(
        sales.map(async (sale) => ({
          buyerId: sale.buyerId,
          buyerLeadId: sale.sealedBuyerLeadId && (await open(buyerLeadIdPlace, sale, sale.sealedBuyerLeadId)),
          delivered: JSON.parse(await open(licensedPlace, sale, sale.sealedLicensed)) as unknown,
        })),
      );
    },
    purge: saleErase,
  },
  {
    table: 'delivery_attempts',
    columns: ['sealed_response'],
    phiClasses: ['licensed'],
    retention: RETENTION,
    async export({ tx, vault }, subjectId) {
      const rows = await attemptResponses(tx, subjectId);
      return Promise.all(
        rows.map(async ({ attemptId, response }) => {
          const place = {
            tenantId: tx.context.tenantId,
            table: 'delivery_attempts',
            recordId: attemptId,
            part: 'response',
          };
          return (await vault.open(subjectId, place, response)).toString('utf8');
        }),
      );
    },
    purge: attemptErase,
  },
];
