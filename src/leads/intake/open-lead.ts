import { PHI_CLASSES, type PhiClass } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { FieldValue } from './domain/fields.ts';
import type { SealedClass } from './prepare-lead.ts';
import type { LeadRow } from './store.ts';

/** The fields of a lead, opened class by class: only those asked for. */
export async function openLead(
  vault: Vault,
  tenantId: string,
  lead: Pick<LeadRow, 'leadId' | PhiClass>,
  classes: readonly PhiClass[] = PHI_CLASSES,
): Promise<Record<string, FieldValue>> {
  const parts = await Promise.all(
    classes.map(async (part) => {
      const sealed = lead[part];
      if (!sealed) return {};
      const place = { tenantId, table: 'leads', recordId: lead.leadId, part };
      const content = JSON.parse((await vault.open(lead.leadId, place, sealed)).toString('utf8')) as SealedClass;
      return content.fields;
    }),
  );
  return Object.assign({}, ...parts) as Record<string, FieldValue>;
}
