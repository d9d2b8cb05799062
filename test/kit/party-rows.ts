import { createHash, randomUUID } from 'node:crypto';
import type { UserRole } from '../../src/core/access/index.ts';
import { systemContext } from '../../src/core/gate/index.ts';
import type { TenantWriter } from '../../src/core/tenancy/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from './app.ts';
import { installationOf, type Person, personOf } from './people.ts';

interface Place {
  readonly tenantId: string;
  readonly buyerId: string;
  readonly partnerId: string;
  readonly leadId: string;
}

/** Rows that only people make, made past the sign-in; each call makes a new one. */
export interface PartyRows {
  person(role: UserRole): Promise<Person>;
  /** A superadmin who looks into the tenant, with the party's lead open. */
  guest(): Promise<Person>;
  /** A pass into the tenant that is open, or over. */
  grant(isOver?: boolean): Promise<string>;
  customRole(baseRole: UserRole): Promise<string>;
  approval(): Promise<string>;
}

type Sealable = Pick<TestApp, 'runtime' | 'owner' | 'baseUrl' | 'publicUrl' | 'certificate'>;

/** All routes take a slow machine longer than a step-up lasts. */
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

export function partyRows(app: Sealable, place: Place): PartyRows {
  const { tenantId, buyerId, partnerId, leadId } = place;
  const seal = (table: string, recordId: string): Promise<Buffer> =>
    app.runtime.vault.sealSecret({ tenantId, table, recordId, part: 'reason' }, Buffer.from('A reason.'));
  const insertGrant = async (guestId: string, lead: string | null): Promise<string> => {
    const grantId = newId();
    await app.owner.query({
      text: `INSERT INTO access_grants (tenant_id, grant_id, guest_id, guest_email, reason_sealed, lead_id, created_at,
          expires_at) VALUES ($1, $2, $3, 'super@example.test', $4, $5, now(), now() + interval '30 minutes')`,
      values: [tenantId, grantId, guestId, await seal('access_grants', grantId), lead],
    });
    return grantId;
  };
  return {
    async person(role) {
      const home = role === 'superadmin' ? await installationOf(app) : tenantId;
      const bound = role === 'buyer' ? { buyerId } : role === 'partner' ? { partnerId } : {};
      return personOf(app, { tenantId: home, role, steppedUpAt: inAnHour(), ...bound });
    },
    async guest() {
      const person = await personOf(app, { tenantId: await installationOf(app), role: 'superadmin' });
      const grantId = await insertGrant(person.userId, leadId);
      await app.owner.query({
        text: 'UPDATE sessions SET guest_tenant_id = $2, guest_grant_id = $3 WHERE session_id = $1',
        values: [person.sessionId, tenantId, grantId],
      });
      return person;
    },
    async grant(isOver = false) {
      const id = await insertGrant(newId(), null);
      if (isOver)
        await app.owner.query({ text: 'UPDATE access_grants SET ended_at = now() WHERE grant_id = $1', values: [id] });
      return id;
    },
    async customRole(baseRole) {
      const id = newId();
      await app.owner.query({
        text: 'INSERT INTO custom_roles (tenant_id, id, name, base_role, permissions) VALUES ($1, $2, $3, $4, $5)',
        values: [tenantId, id, `Role ${randomUUID()}`, baseRole, []],
      });
      await app.owner.query({
        text: `INSERT INTO role_field_access (tenant_id, role_id, field, access) VALUES ($1, $2, 'gender', 'masked')`,
        values: [tenantId, id],
      });
      return id;
    },
    approval: () => insertApproval(app, tenantId, seal),
  };
}

async function insertApproval(
  app: Sealable,
  tenantId: string,
  seal: (table: string, recordId: string) => Promise<Buffer>,
): Promise<string> {
  const id = newId();
  await app.owner.query({
    text: `INSERT INTO approvals
            (tenant_id, approval_id, action, reason_sealed, requested_by, requested_at, expires_at)
          VALUES ($1, $2, 'bulk_export', $3, $4, now(), now() + interval '1 day')`,
    values: [tenantId, id, await seal('approvals', id), newId()],
  });
  return id;
}

async function keepExport({ owner }: Pick<TestApp, 'owner'>, tenantId: string, approvalId: string): Promise<void> {
  const id = newId();
  await owner.query({
    text: `INSERT INTO exports (tenant_id, export_id, approval_id, made_by, role, pii_access, rights, lead_ids,
        truncated, status, created_at, expires_at)
      VALUES ($1, $2, $3, $4, 'admin', true, repeat('0', 64), '{}', false, 'done', now(), now() + interval '1 day')`,
    values: [tenantId, id, approvalId, newId()],
  });
  await owner.query({
    text: `INSERT INTO export_parts (tenant_id, export_id, number, lead_ids, phi_classes, sealed)
      VALUES ($1, $2, 0, '{}', '{}', '\\x00')`,
    values: [tenantId, id],
  });
}

/** An import with a piece of its file, and a row that is read. */
async function keepImport({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  const id = newId();
  await owner.query({
    text: `INSERT INTO lead_imports (tenant_id, import_id, campaign_id, made_by, run_by, status, created_at, expires_at)
      VALUES ($1, $2, $3, $3, $3, 'paused', now(), now() + interval '7 days')`,
    values: [tenantId, id, newId()],
  });
  await owner.query({
    text: `INSERT INTO lead_import_parts (tenant_id, import_id, number, sealed) VALUES ($1, $2, 0, '\\x00')`,
    values: [tenantId, id],
  });
  await owner.query({
    text: `INSERT INTO lead_import_rows (tenant_id, import_id, number, outcome) VALUES ($1, $2, 1, 'invalid')`,
    values: [tenantId, id],
  });
}

const keepView = (tx: TenantWriter, userId: string): Promise<unknown> =>
  tx.run({
    text: `INSERT INTO saved_views (tenant_id, view_id, user_id, page, name, query, created_at)
      VALUES ($1, $2, $3, 'leads', 'Mine', '{}', now())`,
    values: [tx.context.tenantId, newId(), userId],
  });

async function keepMoney({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  await owner.query({
    text: `INSERT INTO balance_adjustments (tenant_id, adjustment_id, buyer_id, kind, owed_cents, transaction_id,
        made_by, at)
      SELECT tenant_id, gen_random_uuid(), id, 'fee', 100, gen_random_uuid(), id, now() FROM buyers
      WHERE tenant_id = $1`,
    values: [tenantId],
  });
  await owner.query({
    text: `WITH pack AS (
        INSERT INTO lead_packs (tenant_id, pack_id, buyer_id, leads, price_cents, status, sold_by, sold_at, closed_by,
          closed_at, rest_leads, rest_refunded)
        SELECT tenant_id, gen_random_uuid(), id, 5, 100, 'closed', id, now(), id, now(), 5, true FROM buyers
        WHERE tenant_id = $1 RETURNING tenant_id, pack_id, buyer_id, leads)
      INSERT INTO pack_usage (tenant_id, pack_id, buyer_id, leads) SELECT tenant_id, pack_id, buyer_id, leads
      FROM pack`,
    values: [tenantId],
  });
}

async function keepMovingIn({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  await owner.query({
    text: `INSERT INTO brought_records (tenant_id, source, kind, foreign_id, record_id)
      VALUES ($1, 'https://old.example', 'buyer', $2, $3)`,
    values: [tenantId, newId(), newId()],
  });
  await owner.query({
    text: `INSERT INTO shadow_answers (tenant_id, answer_id, campaign_id, at, our_status, our_buyer_ids, differs)
      SELECT tenant_id, $2, id, now(), 'sold', '{}', '{}' FROM campaigns WHERE tenant_id = $1 LIMIT 1`,
    values: [tenantId, newId()],
  });
}

/** An offer that partners see, and that each of them has asked for. */
async function keepOffers({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  await owner.query({
    text: `WITH offer AS (
        INSERT INTO offers (tenant_id, id, display_id, vertical_id, name, visibility)
        SELECT tenant_id, $2::uuid, 900000 + floor(random() * 1e9), id, 'Open to partners', 'public' FROM verticals
        WHERE tenant_id = $1 LIMIT 1 RETURNING tenant_id, id)
      INSERT INTO offer_requests (tenant_id, id, offer_id, partner_id, asked_by, created_at, updated_at)
      SELECT p.tenant_id, gen_random_uuid(), o.id, p.id, p.id, now(), now()
      FROM offer AS o JOIN partners AS p ON p.tenant_id = o.tenant_id`,
    values: [tenantId, newId()],
  });
}

/** What somebody wrote down by hand of a person of whom there are leads too. */
async function keepFacts({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  await owner.query({
    text: `INSERT INTO person_facts (tenant_id, person_id, sealed_contact, email_token, author_id, created_at)
      SELECT tenant_id, person_id, '\\x00', key_token, $2, now() FROM people
      WHERE tenant_id = $1 AND key_field = 'email' LIMIT 1 ON CONFLICT DO NOTHING`,
    values: [tenantId, newId()],
  });
}

/** A vendor that a campaign asks, with an answer that may be used again, and what was asked about a lead. */
async function keepChecks({ owner }: Pick<TestApp, 'owner'>, tenantId: string): Promise<void> {
  const id = newId();
  await owner.query({
    text: `WITH vendor AS (
        INSERT INTO check_vendors (tenant_id, id, name, kind, url)
        VALUES ($1, $2::uuid, $2::uuid::text, 'dnc', 'https://v.example') RETURNING tenant_id, id
      ), answer AS (
        INSERT INTO check_answers (tenant_id, vendor_id, token, result, asked_at, expires_at)
        SELECT tenant_id, id, sha256('a number'), 'clear', now(), now() + interval '1 day' FROM vendor
      ), asked AS (
        INSERT INTO lead_checks (tenant_id, check_id, position, campaign_id, vendor_id, vendor_name, kind, fail_mode,
          result, from_cache, request_id, at)
        SELECT tenant_id, id, 0, id, id, 'Vendor', 'dnc', 'accept', 'clear', false, '', now() FROM vendor
      )
      INSERT INTO campaign_checks (tenant_id, campaign_id, vendor_id, position, fail_mode)
      SELECT $1, $3, id, 0, 'accept' FROM vendor`,
    values: [tenantId, id, await insertCampaign(owner, tenantId)],
  });
}

/** A campaign that nobody posts to. */
async function insertCampaign(owner: TestApp['owner'], tenantId: string): Promise<string> {
  const id = newId();
  await owner.query({
    text: `INSERT INTO campaigns (tenant_id, id, display_id, name, partner_id)
      SELECT tenant_id, $2, 900000 + floor(random() * 1e9), 'Nobody posts here', id
      FROM partners WHERE tenant_id = $1 LIMIT 1`,
    values: [tenantId, id],
  });
  return id;
}

/** Rows of every table about people, and of those that only operators fill, so that each has some to be kept apart. */
export async function keepAccounts(app: TestApp, rows: PartyRows, tenantId: string): Promise<void> {
  const people = [await rows.person('buyer'), await rows.person('partner'), await rows.person('analyst')];
  await rows.grant();
  await rows.customRole('admin');
  await keepExport(app, tenantId, await rows.approval());
  const keeps = [keepImport, keepMovingIn, keepMoney, keepFacts, keepChecks, keepOffers];
  for (const keep of keeps) await keep(app, tenantId);
  const hash = (): Buffer => createHash('sha256').update(randomUUID()).digest();
  await app.runtime.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    for (const { userId } of people) {
      const values = [tenantId, userId];
      await tx.run({ text: `INSERT INTO user_secrets (tenant_id, user_id) VALUES ($1, $2)`, values });
      await tx.run({
        text: 'INSERT INTO recovery_codes (tenant_id, user_id, code_hash) VALUES ($1, $2, $3)',
        values: [...values, hash()],
      });
      await tx.run({
        text: `INSERT INTO passkeys (tenant_id, passkey_id, user_id, credential_id, public_key, name)
          VALUES ($1, $2, $3, $4, '\\x00', 'A key')`,
        values: [tenantId, newId(), userId, hash()],
      });
      await tx.run({
        text: `INSERT INTO user_links (tenant_id, link_id, user_id, purpose, token_hash, created_at, expires_at)
          VALUES ($1, $2, $3, 'invitation', $4, now(), now() + interval '1 day')`,
        values: [tenantId, newId(), userId, hash()],
      });
      await tx.run({
        text: `INSERT INTO notices (tenant_id, notice_id, user_id, kind, email, created_at)
          VALUES ($1, $2, $3, 'factor_added', 'kim@example.test', now())`,
        values: [tenantId, newId(), userId],
      });
      await keepView(tx, userId);
      await tx.run({
        text: 'INSERT INTO access_bonds (tenant_id, user_id, given_by, given_at) VALUES ($1, $2, $3, now())',
        values: [tenantId, userId, newId()],
      });
      await tx.run({
        text: `INSERT INTO sign_ins (tenant_id, sign_in_id, user_id, at, success, method, address, device)
          VALUES ($1, $2, $3, now(), true, 'password', '127.0.0.1', 'A test')`,
        values: [tenantId, newId(), userId],
      });
    }
    await tx.run({
      text: `INSERT INTO sign_in_rules (tenant_id, role, allowed_cidrs) VALUES ($1, 'support', '{0.0.0.0/0,::/0}')
        ON CONFLICT DO NOTHING`,
      values: [tenantId],
    });
  });
}
