import type { Vault } from '../../core/vault/index.ts';
import type { DecisionRecord } from './decision-store.ts';
import type { VerdictDetails } from './split-verdicts.ts';

/** The place where the details of a decision are sealed. */
export const detailsPlace = (tenantId: string, leadId: string) => ({
  tenantId,
  table: 'decisions',
  recordId: leadId,
  part: 'details',
});

/** What the contracts asked of the fields that failed them. */
export async function openDetails(vault: Vault, tenantId: string, decision: DecisionRecord): Promise<VerdictDetails> {
  if (!decision.sealedDetails) return {};
  const { leadId, sealedDetails } = decision;
  const bytes = await vault.open(leadId, detailsPlace(tenantId, leadId), sealedDetails);
  return JSON.parse(bytes.toString('utf8')) as VerdictDetails;
}
