import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** What somebody wrote beside a lead. */
export interface NoteRow {
  readonly noteId: string;
  readonly leadId: string;
  readonly authorId: string;
  readonly kind: 'note' | 'return' | 'scrub' | 'merge' | 'price';
  /** Null once the lead was erased. */
  readonly sealedNote: Buffer | null;
  readonly at: Date;
}

/** Keeps a note, in a transaction that holds its lead. */
export async function noteInsert(tx: TenantWriter, note: NoteRow): Promise<void> {
  await tx.run({
    text: `INSERT INTO lead_notes (tenant_id, note_id, lead_id, author_id, kind, sealed_note, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING note_id`,
    values: [tx.context.tenantId, note.noteId, note.leadId, note.authorId, note.kind, note.sealedNote, note.at],
  });
}

/** The notes of a lead, newest first; of very many the newest. */
export async function noteList(tx: TenantReader, leadId: string): Promise<NoteRow[]> {
  return tx.many({
    text: `SELECT note_id AS "noteId", lead_id AS "leadId", author_id AS "authorId", kind,
        sealed_note AS "sealedNote", at
      FROM lead_notes WHERE tenant_id = $1 AND lead_id = $2 ORDER BY at DESC, note_id DESC LIMIT 500`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Erases what was written; that there was a note, whose and when, stays. */
export async function noteErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE lead_notes SET sealed_note = NULL
      WHERE tenant_id = $1 AND lead_id = $2 AND sealed_note IS NOT NULL RETURNING note_id`,
    values: [tx.context.tenantId, leadId],
  });
}
