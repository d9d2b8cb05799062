import { PHI_CLASSES, type PhiClass, type SealedPart } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { FieldValue } from './domain/fields.ts';
import type { SealedClass } from './prepare-lead.ts';
import type { FieldClasses } from './read-field-classes.ts';
import type { LeadRow } from './store.ts';

type Sealed = Pick<LeadRow, 'leadId' | PhiClass>;

/**
 * The sealed parts of a lead, for whoever shows it. `classes` says which fields may be in each; without, any may be in
 * any.
 */
export function leadParts(tenantId: string, lead: Sealed, classes?: FieldClasses): SealedPart[] {
  return PHI_CLASSES.flatMap((part) => {
    const sealed = lead[part];
    if (!sealed) return [];
    const fields = classes && [...classes].flatMap(([name, of]) => (of.includes(part) ? [name] : []));
    return [
      {
        name: part,
        subjectId: lead.leadId,
        place: placeOf(tenantId, lead, part),
        sealed,
        fields,
        classesOf: () => [part],
        read: (content) => (JSON.parse(content) as SealedClass).fields,
      },
    ];
  });
}

/** The fields of a lead, for the product's own work with them: nothing of it may be shown to anybody. */
export async function openLead(vault: Vault, tenantId: string, lead: Sealed): Promise<Record<string, FieldValue>> {
  return openClasses(vault, tenantId, lead, PHI_CLASSES);
}

/** The fields of some classes of a lead, likewise. */
export async function openClasses(
  vault: Vault,
  tenantId: string,
  lead: Sealed,
  classes: readonly PhiClass[],
): Promise<Record<string, FieldValue>> {
  const parts = await Promise.all(classes.map((part) => openClass(vault, tenantId, lead, part)));
  return merged(parts.map((part) => part?.fields));
}

/** All that is sealed of a lead: fields, what was sent in their place, what nobody defined. Undefined if erased. */
export async function openWholeLead(vault: Vault, tenantId: string, lead: Sealed): Promise<SealedClass | undefined> {
  const parts = await Promise.all(PHI_CLASSES.map((part) => openClass(vault, tenantId, lead, part)));
  if (parts.every((part) => part === undefined)) return undefined;
  return {
    fields: merged(parts.map((part) => part?.fields)),
    original: merged(parts.map((part) => part?.original)),
    extra: merged(parts.map((part) => part?.extra)),
  };
}

/** What is sealed of one class, for the product's own work likewise; undefined where nothing is. */
export async function openClass(
  vault: Vault,
  tenantId: string,
  lead: Sealed,
  part: PhiClass,
): Promise<SealedClass | undefined> {
  const sealed = lead[part];
  if (!sealed) return undefined;
  const bytes = await vault.open(lead.leadId, placeOf(tenantId, lead, part), sealed);
  return JSON.parse(bytes.toString('utf8')) as SealedClass;
}

/** Where a class of a lead is sealed. */
export const placeOf = (tenantId: string, lead: Sealed, part: PhiClass) => ({
  tenantId,
  table: 'leads',
  recordId: lead.leadId,
  part,
});

const merged = <T>(parts: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part ?? {})));
