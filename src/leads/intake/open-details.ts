import { type AccessTo, PHI_CLASSES, type PhiClass } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { DecisionRecord } from './decision-store.ts';
import { classesIn, type FieldClasses } from './read-field-classes.ts';
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

/** To whom details are told. */
interface Knowing {
  readonly accessTo: AccessTo;
  readonly classes: FieldClasses;
}

/**
 * The details that a caller may know. That a field failed tells of its value: of one that is masked or hidden nothing
 * is told, not even its name. Not opened for those to whom no field is visible.
 */
export async function tellDetails(
  vault: Vault,
  tenantId: string,
  decision: DecisionRecord,
  { accessTo, classes }: Knowing,
): Promise<VerdictDetails> {
  const mayKnow = (field: string): boolean => accessTo(field, ...classesIn(classes, field)) === 'visible';
  if (![...classes.keys()].some(mayKnow)) return {};
  const opened = Object.entries(await openDetails(vault, tenantId, decision));
  return Object.fromEntries(
    opened.map(([contractId, detail]) => {
      const { cap } = detail;
      const fields = fieldsOf(detail);
      const isOpen = fields.length > 0 && fields.every(mayKnow);
      return [contractId, isOpen ? detail : cap === undefined ? {} : { cap }];
    }),
  );
}

/** The fields that a detail tells of. */
const fieldsOf = (detail: VerdictDetails[string] | undefined): readonly string[] =>
  detail?.field === undefined ? (detail?.fields ?? []) : [detail.field];

/** The classes of the fields about which the details of these contracts tell something. */
export function classesTold(
  details: VerdictDetails,
  contractIds: readonly string[],
  classes: FieldClasses,
): readonly PhiClass[] {
  const fields = contractIds.flatMap((contractId) => fieldsOf(details[contractId]));
  const told = new Set(fields.flatMap((field) => classesIn(classes, field)));
  return PHI_CLASSES.filter((name) => told.has(name));
}
