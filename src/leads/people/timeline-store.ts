import type { TenantReader } from '../../core/tenancy/index.ts';
import type { LeadStatus } from '../intake/index.ts';

/** Something that happened with a person's leads. */
export type PersonEvent = Happened & Of;

type Of =
  | { readonly type: 'lead'; readonly status: LeadStatus }
  | { readonly type: 'sale' | 'return' | 'note' | 'merge'; readonly status: string | null };

interface Happened {
  /** Of the lead, the sale, the note, or the person that was merged. */
  readonly id: string;
  readonly at: Date;
  /** Null for a merge. */
  readonly leadId: string | null;
  /** Of the lead, or of the person that was merged. */
  readonly number: number;
  readonly buyerName: string | null;
  readonly cents: number | null;
  /** Of a note: what was written, sealed; null for all else, and once its lead was erased. */
  readonly sealedNote: Buffer | null;
}

export interface TimelinePage {
  readonly limit: number;
  readonly offset: number;
  /** Only what comes after this event. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
}

const NOTHING = 'NULL::text AS buyer_name, NULL::bigint AS cents, NULL::bytea AS sealed_note';

/** Each kind of event, with its columns in the same order. */
const KINDS = [
  `SELECT 'lead' AS type, l.lead_id AS id, l.received_at AS at, l.lead_id, l.number, l.status, ${NOTHING}
    FROM leads AS l WHERE l.tenant_id = $1 AND l.person_id = $2`,
  `SELECT 'sale', s.sale_id, s.reserved_at, s.lead_id, l.number, s.status, b.name, s.price_cents, NULL::bytea
    FROM sales AS s JOIN leads AS l ON l.tenant_id = $1 AND l.lead_id = s.lead_id
    JOIN buyers AS b ON b.tenant_id = $1 AND b.id = s.buyer_id
    WHERE s.tenant_id = $1 AND s.person_id = $2 AND s.status <> 'released'`,
  `SELECT 'return', s.sale_id, s.returned_at, s.lead_id, l.number, s.reason, b.name, s.price_cents, NULL::bytea
    FROM sales AS s JOIN leads AS l ON l.tenant_id = $1 AND l.lead_id = s.lead_id
    JOIN buyers AS b ON b.tenant_id = $1 AND b.id = s.buyer_id
    WHERE s.tenant_id = $1 AND s.person_id = $2 AND s.status = 'returned' AND s.returned_at IS NOT NULL`,
  `SELECT 'note', n.note_id, n.at, n.lead_id, l.number, n.kind, NULL::text, NULL::bigint, n.sealed_note
    FROM leads AS l JOIN lead_notes AS n ON n.tenant_id = $1 AND n.lead_id = l.lead_id
    WHERE l.tenant_id = $1 AND l.person_id = $2`,
  `SELECT 'merge', p.person_id, p.merged_at, NULL::uuid, p.number, NULL::text, NULL::text, NULL::bigint, NULL::bytea
    FROM people AS p WHERE p.tenant_id = $1 AND p.merged_into = $2`,
];

/** What happened with a person, newest first. */
export async function personTimeline(
  tx: TenantReader,
  personId: string,
  { limit, offset, before }: TimelinePage,
): Promise<PersonEvent[]> {
  // A sale and its return are two events of one id: the type tells them apart where they fall into one instant.
  const place = before ? 'WHERE (at, id) < ($3, $4)' : '';
  return tx.many({
    text: `SELECT type, id, at, lead_id AS "leadId", number, status, buyer_name AS "buyerName", cents,
        sealed_note AS "sealedNote"
      FROM (${KINDS.join('\n UNION ALL ')}) AS e ${place}
      ORDER BY at DESC, id DESC, type LIMIT ${limit} OFFSET ${offset}`,
    values: [tx.context.tenantId, personId, ...(before ? [before.at, before.id] : [])],
  });
}

/** Beside which lead something is written of the person: the newest that was not erased. */
export async function leadForNotes(tx: TenantReader, personId: string): Promise<string | undefined> {
  const row = await tx.first<{ leadId: string }>({
    text: `SELECT lead_id AS "leadId" FROM leads WHERE tenant_id = $1 AND person_id = $2 AND status <> 'erased'
      ORDER BY received_at DESC, lead_id DESC LIMIT 1`,
    values: [tx.context.tenantId, personId],
  });
  return row?.leadId;
}

/** A note beside one of a person's leads. */
export interface PersonNote {
  readonly noteId: string;
  readonly leadId: string;
  readonly leadNumber: number;
  readonly authorId: string;
  readonly kind: 'note' | 'return' | 'scrub' | 'merge' | 'price';
  readonly sealedNote: Buffer | null;
  readonly at: Date;
}

/** The notes beside a person's leads, newest first, and how many there are. */
export async function notesOfPerson(
  tx: TenantReader,
  personId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly notes: PersonNote[]; readonly total: number }> {
  const from = `FROM leads AS l JOIN lead_notes AS n ON n.tenant_id = $1 AND n.lead_id = l.lead_id
    WHERE l.tenant_id = $1 AND l.person_id = $2`;
  const values = [tx.context.tenantId, personId];
  const notes = await tx.many<PersonNote>({
    text: `SELECT n.note_id AS "noteId", n.lead_id AS "leadId", l.number AS "leadNumber", n.author_id AS "authorId",
        n.kind, n.sealed_note AS "sealedNote", n.at ${from}
      ORDER BY n.at DESC, n.note_id DESC LIMIT ${limit} OFFSET ${offset}`,
    values,
  });
  const row = await tx.first<{ total: number }>({ text: `SELECT count(*) AS total ${from}`, values });
  return { notes, total: row?.total ?? 0 };
}
