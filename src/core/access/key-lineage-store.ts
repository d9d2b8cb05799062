import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/**
 * Lets the changes of who made which key in a tenant pass one by one, until the transaction ends: nothing is made by a
 * key while it is revoked, or by a person while the account is switched off. The order of locks is the same everywhere:
 * the rows of people and their sessions, then this, then keys, then whom they belong to. Who holds it locks no person,
 * and only refers to them.
 */
export async function keyLineageLock(tx: TenantWriter): Promise<void> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('key lineage ' || $1::text, 0))`,
    values: [tx.context.tenantId],
  });
}

/**
 * Whether a key's successors count as its kin: `none` of its own, those that it made by itself (`own`), or `all`,
 * whoever made them, and theirs. Unless it is `none`, whatever was shown to a key counts too, though it hangs on a
 * successor of that key by now: whoever holds the key may know it.
 */
export type Successors = 'none' | 'own' | 'all';

/** Keys of the same kind that a key made, and those made by them, whatever their state. */
export async function keyKin(tx: TenantReader, keyId: string, successors: Successors): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `WITH RECURSIVE kin AS (
        SELECT key_id, kind, replaced_by FROM api_keys WHERE tenant_id = $1 AND key_id = $2
        UNION
        SELECT k.key_id, k.kind, k.replaced_by FROM api_keys AS k JOIN kin AS m
          ON (k.made_by_key = m.key_id AND k.kind = m.kind
              AND ($3 <> 'none' OR m.key_id <> $2 OR k.key_id IS DISTINCT FROM m.replaced_by))
            OR ($3 <> 'none' AND k.shown_to_key = m.key_id AND k.kind = m.kind)
            OR ($3 = 'all' AND k.key_id = m.replaced_by)
        WHERE k.tenant_id = $1)
      SELECT key_id AS id FROM kin WHERE key_id <> $2`,
    values: [tx.context.tenantId, keyId, successors],
  });
  return rows.map((row) => row.id);
}

/** Revokes those of the keys that are not yet, and gives their ids. */
export async function keysRevoke(
  tx: TenantWriter,
  keyIds: readonly string[],
  { now, reason }: { readonly now: Date; readonly reason: string },
): Promise<string[]> {
  if (keyIds.length === 0) return [];
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE api_keys SET revoked_at = $3, revoked_reason = $4
      WHERE tenant_id = $1 AND key_id = ANY($2::uuid[]) AND revoked_at IS NULL RETURNING key_id AS id`,
    values: [tx.context.tenantId, keyIds, now, reason],
  });
  return rows.map((row) => row.id);
}

/** Lets those of the keys that would last longer end at an instant, and gives their ids. */
export async function keysShorten(tx: TenantWriter, keyIds: readonly string[], until: Date): Promise<string[]> {
  if (keyIds.length === 0) return [];
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE api_keys SET expires_at = $3 WHERE tenant_id = $1 AND key_id = ANY($2::uuid[])
      AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $3) RETURNING key_id AS id`,
    values: [tx.context.tenantId, keyIds, until],
  });
  return rows.map((row) => row.id);
}

/**
 * Makes the successor the maker of what the old key made, and gives their ids; to whom they were shown stays. What the
 * successor itself comes from stays where it is: a key that rotates its own maker does not become its own ancestor.
 */
export async function keysHandOn(tx: TenantWriter, oldId: string, successorId: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `WITH RECURSIVE line AS (
        SELECT key_id, made_by_key FROM api_keys WHERE tenant_id = $1 AND key_id = $3
        UNION
        SELECT k.key_id, k.made_by_key FROM api_keys AS k JOIN line AS l ON k.key_id = l.made_by_key
        WHERE k.tenant_id = $1)
      UPDATE api_keys SET made_by_key = $3
      WHERE tenant_id = $1 AND made_by_key = $2 AND key_id NOT IN (SELECT key_id FROM line) RETURNING key_id AS id`,
    values: [tx.context.tenantId, oldId, successorId],
  });
  return rows.map((row) => row.id);
}
