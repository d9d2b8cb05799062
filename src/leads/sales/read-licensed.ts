import type { PhiClass, SealedPart } from '../../core/access/index.ts';
import { licensedPlace } from './reserve-sale.ts';
import type { SaleRow } from './store.ts';

type FieldValue = string | number | boolean;

/** The licensed fields of a sale, for whoever shows them: all that its buyer may ever read of the lead. */
export function licensedPart(
  tenantId: string,
  sale: Pick<SaleRow, 'saleId' | 'leadId' | 'sealedLicensed' | 'licensedFields'>,
  classesOf: (field: string) => readonly PhiClass[] = () => [],
): SealedPart {
  return {
    name: 'licensed',
    subjectId: sale.leadId,
    place: licensedPlace(tenantId, sale.saleId),
    sealed: sale.sealedLicensed,
    fields: sale.licensedFields,
    classesOf,
    read: (content) => JSON.parse(content) as Readonly<Record<string, FieldValue>>,
  };
}
