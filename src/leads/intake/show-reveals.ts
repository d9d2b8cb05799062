import type { Static } from 'typebox';
import { behindMasks, type Caller, type FieldView, onlyFields, PHI_CLASSES, reveal } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { reasonPlace } from './reveal-lead.ts';
import type { RevealRow } from './reveal-store.ts';
import type { revealListAnswer } from './reveal-wire.ts';

export type RevealShown = Static<typeof revealListAnswer>['data'][number];

/** A name that no field of a lead can have. */
const REASON = 'reveal.reason';

/**
 * Who looked behind the masks of a lead, and why. A reason is free text, which may say anything of the person: it is
 * hidden from whom any class is hidden, and masked for whom something is masked and who may not look behind masks.
 */
export async function showReveal(
  vault: Vault,
  { caller, view }: { readonly caller: Caller; readonly view: FieldView },
  row: RevealRow,
): Promise<{ readonly shown: RevealShown; readonly phiClasses: readonly string[] }> {
  const { revealId, leadId, actorId, sealedReason, at } = row;
  const part = {
    name: 'reason',
    subjectId: leadId,
    place: reasonPlace(caller.tenantId, revealId),
    fields: [REASON],
    classesOf: () => PHI_CLASSES,
    read: (content: string) => ({ [REASON]: content }),
  } as const;
  const surface = onlyFields([REASON], mayLook(caller) ? behindMasks(view.accessTo) : view.accessTo);
  const { fields, phiClasses, isMasked } = await reveal(
    vault,
    surface,
    sealedReason ? [{ ...part, sealed: sealedReason }] : [],
  );
  const reason = fields[REASON];
  const shown = {
    id: revealId,
    createdAt: at.toISOString(),
    leadId,
    userId: actorId,
    fields: [...row.fields],
    reason: typeof reason === 'string' ? reason : null,
    masked: isMasked,
    erased: sealedReason === null,
  };
  return { shown, phiClasses };
}

/** Whether the caller could have looked behind the same masks. */
const mayLook = ({ piiAccess, narrowedTo }: Caller): boolean =>
  piiAccess && (narrowedTo === undefined || narrowedTo.has('leads:reveal'));
