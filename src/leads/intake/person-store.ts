import type { TenantWriter } from '../../core/tenancy/index.ts';
import { newId } from '../../kernel/ids.ts';
import { nameOfKey, personKeyOf } from './domain/person-key.ts';

/** A lead with the person whose it is; null for one that nobody can be known by. */
export type OfPerson<L> = L & { readonly personId: string | null };

/** A lead whose person is to be found or made. */
export interface Placed {
  readonly leadId: string;
  readonly number: number;
  readonly tokens: readonly { readonly field: string; readonly token: Buffer }[];
}

/**
 * Finds or makes the person of each lead, in one statement for all: two who place the same human wait for each other at
 * the key, which is unique. A person whom somebody deleted is back with a lead. Gives the person of each lead that has
 * one; of one that was merged the one it was merged into. Keys are taken in one order, as by a merge, so that nobody
 * waits in a circle.
 */
export async function personsPlace(
  tx: TenantWriter,
  at: Date,
  leads: readonly Placed[],
): Promise<ReadonlyMap<string, string>> {
  const keyed = leads.flatMap(({ leadId, number, tokens }) => {
    const key = personKeyOf(tokens);
    return key ? [{ leadId, number, key, name: nameOfKey(key) }] : [];
  });
  if (keyed.length === 0) return new Map();
  // The first lead of each key names the person.
  const firsts = new Map(keyed.toReversed().map((entry) => [entry.name, entry]));
  const wanted = [...firsts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rows = await tx.many<{ field: 'email' | 'phone'; token: Buffer; personId: string }>({
    name: 'persons-place',
    text: `INSERT INTO people AS p (tenant_id, person_id, number, key_field, key_token, created_at, updated_at)
      SELECT $1, r.person_id, r.number, r.field, r.token, $2, $2
      FROM json_to_recordset($3::json) AS r (person_id uuid, number bigint, field text, token bytea)
      ON CONFLICT (tenant_id, key_token, key_field) DO UPDATE SET updated_at = $2,
        status = CASE WHEN p.status = 'deleted' THEN 'active' ELSE p.status END
      RETURNING p.key_field AS field, p.key_token AS token, coalesce(p.merged_into, p.person_id) AS "personId"`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        wanted.map(({ number, key }) => ({
          person_id: newId(at.getTime()),
          number,
          field: key.field,
          token: `\\x${key.token.toString('hex')}`,
        })),
      ),
    ],
  });
  const byKey = new Map(rows.map((row) => [nameOfKey(row), row.personId]));
  return new Map(
    keyed.flatMap(({ leadId, name }) => {
      const personId = byKey.get(name);
      return personId === undefined ? [] : [[leadId, personId] as const];
    }),
  );
}
