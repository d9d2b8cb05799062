import { newId } from '../../kernel/ids.ts';
import type { Session } from '../../platform/postgres/index.ts';
import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../tenancy/index.ts';
import type { ContactType, ListForm } from './domain/listed-contact.ts';

export const SUPPRESSION_SCOPES = ['global', 'buyer', 'vertical'] as const;
export type SuppressionScope = (typeof SUPPRESSION_SCOPES)[number];
export const SUPPRESSION_REASONS = ['dnc_request', 'opt_out', 'bad_data', 'manual'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** What entries that are made together have in common. */
export interface ListTerms {
  readonly scope: SuppressionScope;
  readonly scopeId: string | null;
  readonly reason: SuppressionReason;
  readonly source: 'added' | 'imported' | 'opt_out_form';
  readonly displayName: string | null;
  readonly expiresAt: Date | null;
  readonly createdBy: string | null;
}

/** A contact to be listed, by its token. */
export interface NewSuppression {
  readonly type: ContactType;
  readonly form: ListForm;
  readonly token: Buffer;
  readonly hint: string | null;
}

export interface SuppressionRow {
  readonly id: string;
  readonly type: ContactType;
  readonly form: ListForm;
  readonly hint: string | null;
  readonly scope: SuppressionScope;
  readonly scopeId: string | null;
  readonly reason: SuppressionReason;
  readonly source: string;
  readonly displayName: string | null;
  readonly expiresAt: Date | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export const suppressionRecords: Records<SuppressionRow> = recordsOf({
  table: 'suppression_entries',
  search: [],
  fields: {
    id: 'id',
    type: 'type',
    form: 'form',
    hint: 'hint',
    scope: 'scope',
    scopeId: 'scope_id',
    reason: 'reason',
    source: 'source',
    displayName: 'display_name',
    expiresAt: 'expires_at',
    createdBy: 'created_by',
    createdAt: 'created_at',
  },
});

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/**
 * Lists contacts, each token once. One that is listed already is renewed: it never ends sooner than before, and what
 * the person asked for outweighs any other reason. Gives the ids, and which of them are new.
 */
export async function suppressionUpsert(
  tx: TenantWriter,
  at: Date,
  terms: ListTerms,
  entries: readonly NewSuppression[],
): Promise<{ id: string; isNew: boolean }[]> {
  if (entries.length === 0) return [];
  await formsNote(tx, [...new Set(entries.map((entry) => entry.form))]);
  const sorted = entries.toSorted((a, b) => Buffer.compare(a.token, b.token));
  return tx.many({
    text: `INSERT INTO suppression_entries AS e (tenant_id, id, type, form, token, hint, scope, scope_id, reason,
        source, display_name, expires_at, created_by, created_at, updated_at)
      SELECT $1, r.id, r.type, r.form, r.token, r.hint, $3, $4, $5, $6, $7, $8, $9, $10, $10
      FROM json_to_recordset($2::json) AS r (id uuid, type text, form text, token bytea, hint text)
      ON CONFLICT ON CONSTRAINT suppression_entries_once DO UPDATE SET
        expires_at = CASE WHEN e.expires_at IS NULL OR EXCLUDED.expires_at IS NULL THEN NULL
          ELSE greatest(e.expires_at, EXCLUDED.expires_at) END,
        reason = CASE WHEN EXCLUDED.reason IN ('opt_out', 'dnc_request') THEN EXCLUDED.reason ELSE e.reason END,
        display_name = coalesce(EXCLUDED.display_name, e.display_name),
        updated_at = EXCLUDED.updated_at
      RETURNING e.id, e.xmax = 0 AS "isNew"`,
    values: [
      tx.context.tenantId,
      JSON.stringify(sorted.map((entry) => ({ ...entry, id: newId(at.getTime()), token: hex(entry.token) }))),
      terms.scope,
      terms.scopeId,
      terms.reason,
      terms.source,
      terms.displayName,
      terms.expiresAt,
      terms.createdBy,
      at,
    ],
  });
}

async function formsNote(tx: TenantWriter, forms: readonly ListForm[]): Promise<void> {
  await tx.run({
    text: `INSERT INTO suppression_forms (tenant_id, form) SELECT $1, form FROM unnest($2::text[]) AS form
      ON CONFLICT DO NOTHING`,
    values: [tx.context.tenantId, forms.toSorted()],
  });
}

/** The forms in which a tenant has ever listed anybody; none for a tenant without lists. */
export async function suppressionForms(tx: TenantReader): Promise<ReadonlySet<ListForm>> {
  const rows = await tx.many<{ form: ListForm }>({
    name: 'suppression-forms',
    text: 'SELECT form FROM suppression_forms WHERE tenant_id = $1',
    values: [tx.context.tenantId],
  });
  return new Set(rows.map((row) => row.form));
}

/** An entry in force that names one of the tokens asked for. */
export interface SuppressionMatch {
  readonly token: Buffer;
  readonly id: string;
  readonly type: ContactType;
  readonly scope: SuppressionScope;
  readonly scopeId: string | null;
}

/** The entries in force that name one of these tokens, each token looked up by itself. */
export async function suppressionMatches(
  tx: TenantReader,
  tokens: readonly Buffer[],
  now: Date,
): Promise<SuppressionMatch[]> {
  if (tokens.length === 0) return [];
  return tx.many({
    name: 'suppression-matches',
    text: `SELECT found.* FROM unnest($2::bytea[]) AS wanted (token) CROSS JOIN LATERAL (
        SELECT e.token, e.id, e.type, e.scope, e.scope_id AS "scopeId" FROM suppression_entries AS e
        WHERE e.tenant_id = $1 AND e.token = wanted.token AND (e.expires_at IS NULL OR e.expires_at > $3) OFFSET 0
      ) AS found`,
    values: [tx.context.tenantId, tokens, now],
  });
}

/** The entries of these ids, the widest first. */
export async function suppressionsOf(tx: TenantReader, ids: readonly string[]): Promise<SuppressionRow[]> {
  if (ids.length === 0) return [];
  const also = [{ sql: 'id = ANY(?::uuid[])', value: ids }];
  const { rows } = await suppressionRecords.list(tx, { also, limit: ids.length, offset: 0 });
  return rows.toSorted((a, b) => Number(b.scope === 'global') - Number(a.scope === 'global'));
}

/** What entries that name one of these tokens say, whether in force or not. */
export async function suppressionsNaming(tx: TenantReader, tokens: readonly Buffer[]): Promise<object[]> {
  return tx.many({
    text: `SELECT type, form, scope, reason, source, expires_at AS "expiresAt", created_at AS "createdAt"
      FROM suppression_entries WHERE tenant_id = $1 AND token = ANY($2::bytea[])`,
    values: [tx.context.tenantId, tokens],
  });
}

/** Forgets the hints of entries that name one of these tokens; the tokens stay, so that the wish is still heeded. */
export async function suppressionHintsErase(tx: TenantWriter, tokens: readonly Buffer[]): Promise<number> {
  return tx.run({
    text: `UPDATE suppression_entries SET hint = NULL
      WHERE tenant_id = $1 AND token = ANY($2::bytea[]) AND hint IS NOT NULL RETURNING id`,
    values: [tx.context.tenantId, tokens],
  });
}

/**
 * The tenant that a stranger means: by its slug, or without one the only tenant that the installation serves, demos
 * apart. For the identity role, which sees all of them.
 */
export async function tenantMeant(identity: Session, slug: string | undefined): Promise<string | undefined> {
  const rows = await identity.query<{ tenantId: string }>({
    text: `SELECT tenant_id AS "tenantId" FROM tenants
      WHERE kind <> 'installation' AND (slug = $1 OR ($1::text IS NULL AND NOT is_demo)) LIMIT 2`,
    values: [slug ?? null],
  });
  return rows.length === 1 ? rows[0]?.tenantId : undefined;
}
