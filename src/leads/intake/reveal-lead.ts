import { behindMasks, type Caller, onlyFields, requireValidCaller, reveal } from '../../core/access/index.ts';
import type { FieldView } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Reading } from './answer-reading.ts';
import type { FieldValue } from './domain/fields.ts';
import { leadParts } from './open-lead.ts';
import type { FieldClasses } from './read-field-classes.ts';
import { revealInsert, type RevealRow } from './reveal-store.ts';
import type { LeadRow } from './store.ts';

/** Where the reason of a reveal is sealed. */
export const reasonPlace = (tenantId: string, revealId: string) => ({
  tenantId,
  table: 'reveal_reasons',
  recordId: revealId,
  part: 'reason',
});

interface Asked {
  readonly caller: Caller;
  readonly now: Date;
  readonly fields: readonly string[];
  readonly reason: string;
}

interface Found {
  readonly lead: LeadRow;
  readonly view: FieldView;
  readonly classes: FieldClasses;
}

export interface LeadRevealed {
  readonly leadId: string;
  readonly fields: Readonly<Record<string, FieldValue | null>>;
}

/** Refuses who may see nothing in clear: a reason does not give the right to it. Throws FORBIDDEN. */
export function requirePiiAccess({ piiAccess }: Caller): void {
  if (piiAccess) return;
  throw new AppError('FORBIDDEN', 'Without access to personal data nothing is shown in clear. Ask an admin for it.');
}

/**
 * Shows fields of a lead in clear that the caller's role sees masked; what is hidden from it stays so, and is left out
 * like what the lead does not have. The names of the fields shown stand in the trail; the reason is free text, and is
 * kept sealed under the lead's key. Throws CONFLICT for a lead that was erased.
 */
export async function revealLead(
  vault: Vault,
  { caller, now, fields: wanted, reason }: Asked,
  { lead, view, classes }: Found,
): Promise<Reading<{ data: LeadRevealed }>> {
  if (lead.status === 'erased') throw erased();
  const { tenantId, actorId } = caller;
  const { leadId } = lead;
  const surface = onlyFields(wanted, behindMasks(view.accessTo));
  const { fields, phiClasses } = await reveal(vault, surface, leadParts(tenantId, lead, classes));
  const names = Object.keys(fields);
  const revealId = newId(now.getTime());
  const key = await vault.subjectKey(tenantId, leadId);
  const sealedReason = vault.seal(key, reasonPlace(tenantId, revealId), Buffer.from(reason));
  return {
    answer: { data: { leadId, fields } },
    entityIds: [leadId],
    phiClasses,
    detail: { fields: names, reasonGiven: true, revealId },
    async write(tx) {
      await requireValidCaller(tx, caller, now);
      const kept = await revealInsert(tx, { revealId, leadId, actorId, fields: names, sealedReason, at: now });
      if (kept === 0) throw erased();
    },
  };
}

const erased = (): AppError => new AppError('CONFLICT', 'This lead was erased: nothing is left of it to show.');

/** A reason as it was given, with what it was given for; undefined where it was erased with its lead. */
export async function openReason(vault: Vault, tenantId: string, row: RevealRow) {
  const { revealId, leadId, actorId, fields, sealedReason, at } = row;
  if (!sealedReason) return undefined;
  const bytes = await vault.open(leadId, reasonPlace(tenantId, revealId), sealedReason);
  return { actorId, at: at.toISOString(), fields, reason: bytes.toString('utf8') };
}
