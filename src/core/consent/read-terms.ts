import type { Static } from 'typebox';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { looksPersonal } from '../identity/index.ts';
import { type ListTerms, SUPPRESSION_REASONS, type SuppressionReason } from './suppression-store.ts';
import type { suppressionCreate } from './suppression-wire.ts';

type TermsBody = Omit<Static<typeof suppressionCreate>, 'type' | 'value'>;

/** Any reason that the wire contract does not name counts as `manual`. */
const reasonOf = (given: string | null | undefined): SuppressionReason =>
  SUPPRESSION_REASONS.find((reason) => reason === given) ?? 'manual';

/** The terms of a body. Throws VALIDATION_ERROR with every fault of them. */
export function readTerms(
  { scope = 'global', scopeId = null, displayName = null, expiresAt = null, reason }: TermsBody,
  by: { readonly source: ListTerms['source']; readonly createdBy: string; readonly now: Date },
): ListTerms {
  const until = expiresAt === null ? null : new Date(expiresAt);
  const faults: Fault[] = [];
  if (scope === 'global' && scopeId !== null)
    faults.push({ field: 'scopeId', rule: 'not_allowed', message: 'A global entry has none. Leave it out.' });
  if (scope !== 'global' && scopeId === null)
    faults.push({ field: 'scopeId', rule: 'required', message: `Send the id of the ${scope} that it is for.` });
  if (displayName !== null && looksPersonal(displayName))
    faults.push({
      field: 'displayName',
      rule: 'personal',
      message: 'This looks like the address or number of a person. Name the list instead.',
    });
  if (until !== null && until <= by.now)
    faults.push({ field: 'expiresAt', rule: 'past', message: 'Is over already. Send a later time, or null.' });
  if (faults.length > 0) throw invalid(faults);
  const { source, createdBy } = by;
  return {
    scope,
    scopeId,
    displayName: displayName || null,
    expiresAt: until,
    reason: reasonOf(reason),
    source,
    createdBy,
  };
}
