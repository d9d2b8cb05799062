import { PHI_CLASSES, type PhiClass } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { FieldValue } from './domain/fields.ts';
import type { SealedClass } from './prepare-lead.ts';
import type { LeadRow } from './store.ts';

type Sealed = Pick<LeadRow, 'leadId' | PhiClass>;

/** The fields of a lead, opened class by class: only those asked for. */
export async function openLead(
  vault: Vault,
  tenantId: string,
  lead: Sealed,
  classes: readonly PhiClass[] = PHI_CLASSES,
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

async function openClass(
  vault: Vault,
  tenantId: string,
  lead: Sealed,
  part: PhiClass,
): Promise<SealedClass | undefined> {
  const sealed = lead[part];
  if (!sealed) return undefined;
  const place = { tenantId, table: 'leads', recordId: lead.leadId, part };
  return JSON.parse((await vault.open(lead.leadId, place, sealed)).toString('utf8')) as SealedClass;
}

const merged = <T>(parts: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part ?? {})));
