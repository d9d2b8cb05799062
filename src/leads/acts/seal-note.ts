import type { SealingKey, Vault } from '../../core/vault/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { NoteRow } from './note-store.ts';

const placeOf = (tenantId: string, noteId: string) => ({
  tenantId,
  table: 'lead_notes',
  recordId: noteId,
  part: 'note',
});

/** A note, sealed under the key of its lead: nobody knows what people write. */
export function sealNote(
  vault: Vault,
  { tenantId, key }: { readonly tenantId: string; readonly key: SealingKey },
  note: Pick<NoteRow, 'leadId' | 'authorId' | 'kind' | 'at'> & { readonly text: string },
): NoteRow {
  const { text, ...rest } = note;
  const noteId = newId(note.at.getTime());
  return { ...rest, noteId, sealedNote: vault.seal(key, placeOf(tenantId, noteId), Buffer.from(text)) };
}

/** What was written; null where it was erased with its lead. */
export async function openNote(
  vault: Vault,
  tenantId: string,
  note: Pick<NoteRow, 'leadId' | 'noteId' | 'sealedNote'>,
): Promise<string | null> {
  const { leadId, noteId, sealedNote } = note;
  return sealedNote && (await vault.open(leadId, placeOf(tenantId, noteId), sealedNote)).toString('utf8');
}
