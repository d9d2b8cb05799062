import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** What was written down of a person by hand, sealed. */
export interface FactsRow {
  readonly personId: string;
  readonly sealedIdentity: Buffer | null;
  readonly sealedContact: Buffer;
}

/** The same as it is kept, with the tokens by which it is found. */
export interface NewFacts extends FactsRow {
  readonly emailToken: Buffer | null;
  readonly phoneToken: Buffer | null;
  readonly authorId: string;
}

/** A person made by hand, known by one key. */
export interface NewPerson {
  readonly personId: string;
  readonly number: number;
  readonly keyField: 'email' | 'phone';
  readonly keyToken: Buffer;
  readonly tags: readonly string[];
}

/** Makes a person unless somebody is known by the key already; whether it did. */
export async function personInsert(tx: TenantWriter, person: NewPerson, at: Date): Promise<boolean> {
  const { personId, number, keyField, keyToken, tags } = person;
  const made = await tx.run({
    text: `INSERT INTO people (tenant_id, person_id, number, key_field, key_token, tags, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (tenant_id, key_token, key_field) DO NOTHING
      RETURNING person_id`,
    values: [tx.context.tenantId, personId, number, keyField, keyToken, tags, at],
  });
  return made === 1;
}

export async function factsInsert(tx: TenantWriter, facts: NewFacts, at: Date): Promise<void> {
  const { personId, sealedIdentity, sealedContact, emailToken, phoneToken, authorId } = facts;
  await tx.run({
    text: `INSERT INTO person_facts (tenant_id, person_id, sealed_identity, sealed_contact, email_token, phone_token,
        author_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.context.tenantId, personId, sealedIdentity, sealedContact, emailToken, phoneToken, authorId, at],
  });
}

/** What was written down of these people, by the person's id. */
export async function factsOf(tx: TenantReader, personIds: readonly string[]): Promise<Map<string, FactsRow>> {
  const rows = await tx.many<FactsRow>({
    text: `SELECT person_id AS "personId", sealed_identity AS "sealedIdentity", sealed_contact AS "sealedContact"
      FROM person_facts WHERE tenant_id = $1 AND person_id = ANY($2::uuid[])`,
    values: [tx.context.tenantId, personIds],
  });
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Takes away what was written down of a person; gives the number of rows. */
export async function factsDelete(tx: TenantWriter, personId: string): Promise<number> {
  return tx.run({
    text: 'DELETE FROM person_facts WHERE tenant_id = $1 AND person_id = $2 RETURNING person_id',
    values: [tx.context.tenantId, personId],
  });
}
