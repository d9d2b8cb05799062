import type { Database, Session } from '../../src/platform/postgres/index.ts';

/** Tables of the application database that belong to nobody: the migrator's own list. */
const GLOBAL_TABLES = ['careroute_migrations'];

/** Every table of tenants' rows, from the catalog. */
export async function tenantTables(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>({
    text: `SELECT c.relname AS name FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace
      AND c.relkind IN ('r', 'p', 'f', 'm') AND c.relname <> ALL($1) ORDER BY c.relname`,
    values: [GLOBAL_TABLES],
  });
  return rows.map((row) => row.name);
}

/** Columns that are written beside a request, whatever becomes of it. */
const NOTED_BESIDE = ['last_used_at', 'last_used_address'];

/** What stands in every table, the queue's included, as one text each: equal texts, equal rows. */
export async function contentOf(owner: Database): Promise<Record<string, string>> {
  const names = [...(await tenantTables(owner)), 'graphile_worker._private_jobs'];
  const content: Record<string, string> = {};
  for (const name of names) {
    const [row] = await owner.query<{ content: string }>({
      text: `SELECT count(*) || ' rows, ' || md5(coalesce(string_agg(t.text, '\n' ORDER BY t.text), '')) AS content
        FROM (SELECT (to_jsonb(r) - $1::text[])::text AS text FROM ${name} AS r) AS t`,
      values: [NOTED_BESIDE],
    });
    content[name] = row?.content ?? '';
  }
  return content;
}

const OF_LEAD = 'ARRAY[lead_id]';
/** A person is written with its leads, or by itself. */
const OF_PERSON = `coalesce((SELECT array_agg(l.lead_id) FROM leads AS l WHERE l.tenant_id = t.tenant_id
  AND l.person_id = coalesce(t.merged_into, t.person_id) AND (l.xmin = t.xmin OR EXISTS (SELECT FROM lead_tokens AS k
    WHERE k.tenant_id = t.tenant_id AND k.lead_id = l.lead_id AND k.xmin = t.xmin))), ARRAY[t.person_id])`;
const OF_SALE = `(SELECT ARRAY[s.lead_id] FROM sales AS s WHERE s.tenant_id = t.tenant_id AND s.sale_id = t.sale_id)`;

/**
 * The ids under which a row of each table must stand in the audit event of the transaction that wrote it: its own, or
 * those of what it is a part of. Null for bookkeeping: counters, and the trail itself.
 */
const NAMED_AS: Readonly<Record<string, string | null>> = {
  access_bonds: 'ARRAY[user_id]',
  access_grants: 'ARRAY[grant_id]',
  api_keys: 'ARRAY[key_id]',
  approvals: 'ARRAY[approval_id]',
  audit_events: null,
  balance_adjustments: 'ARRAY[buyer_id, adjustment_id]',
  blocked_caller_ids: 'ARRAY[id]',
  blocked_ips: 'ARRAY[id]',
  blocked_referrers: 'ARRAY[id]',
  brought_records: 'ARRAY[record_id]',
  buyer_credit: null,
  buyers: 'ARRAY[id]',
  campaign_checks: 'ARRAY[campaign_id]',
  campaigns: 'ARRAY[id]',
  cap_usage: null,
  check_answers: null,
  check_vendors: 'ARRAY[id]',
  contract_dispositions: 'ARRAY[id]',
  contract_versions: 'ARRAY[contract_id]',
  contracts: 'ARRAY[id]',
  custom_roles: 'ARRAY[id]',
  decisions: OF_LEAD,
  delivery_attempts: OF_SALE,
  display_numbers: null,
  disposition_codes: 'ARRAY[id]',
  export_parts: 'ARRAY[export_id]',
  exports: 'ARRAY[export_id]',
  field_access: 'ARRAY[tenant_id]',
  intake_claims: OF_LEAD,
  lead_checks: OF_LEAD,
  lead_fields: 'ARRAY[id]',
  lead_import_parts: 'ARRAY[import_id]',
  lead_import_rows: 'ARRAY[import_id]',
  lead_imports: 'ARRAY[import_id]',
  lead_notes: OF_LEAD,
  lead_packs: 'ARRAY[buyer_id, pack_id]',
  lead_sessions: 'ARRAY[session_id]',
  lead_tokens: OF_LEAD,
  leads: OF_LEAD,
  ledger_entries: `coalesce(${OF_SALE}, ARRAY[t.buyer_id])`,
  notices: 'ARRAY[coalesce(grant_id, key_id, user_id)]',
  offer_contracts: 'ARRAY[offer_id, contract_id]',
  offer_listings: 'ARRAY[id]',
  offer_requests: 'ARRAY[id]',
  offer_turns: null,
  offers: 'ARRAY[id]',
  partner_settings: 'ARRAY[partner_id]',
  partners: 'ARRAY[id]',
  passkeys: 'ARRAY[passkey_id]',
  pack_usage: null,
  people: OF_PERSON,
  person_facts: 'ARRAY[person_id]',
  ping_bids: 'ARRAY[ping_id]',
  pings: 'ARRAY[ping_id]',
  posting_log: OF_LEAD,
  recovery_codes: 'ARRAY[user_id]',
  reveal_reasons: OF_LEAD,
  role_field_access: 'ARRAY[role_id]',
  sale_dispositions: OF_LEAD,
  sales: OF_LEAD,
  setup_tokens: 'ARRAY[id]',
  saved_views: 'ARRAY[view_id]',
  sessions: 'ARRAY[session_id]',
  shadow_answers: 'ARRAY[coalesce(lead_id, campaign_id)]',
  sign_in_rules: 'ARRAY[tenant_id]',
  sign_ins: 'ARRAY[user_id]',
  signup_questions: 'ARRAY[id]',
  smtp_accounts: 'ARRAY[id]',
  suppression_entries: 'ARRAY[id]',
  suppression_forms: null,
  system_lists: 'ARRAY[id]',
  tax_rates: 'ARRAY[id]',
  tenant_domains: 'ARRAY[id]',
  tenant_settings: 'ARRAY[id]',
  tenants: null,
  user_links: 'ARRAY[link_id]',
  user_secrets: 'ARRAY[user_id]',
  users: 'ARRAY[user_id]',
  vertical_groups: 'ARRAY[id]',
  verticals: 'ARRAY[id]',
};

/** Tables whose rows stand under ids that may be missing: they are never deleted by a request. */
const PARTS: ReadonlySet<string> = new Set(['intake_claims', 'ping_bids', 'posting_log']);

/** The tables that have no entry above, so that nobody knows what their rows should stand as. */
export const unnamedTables = (tables: readonly string[]): string[] =>
  tables.filter((table) => NAMED_AS[table] === undefined);

/** Ids that the transaction which wrote an audit event wrote rows of, as far as no later one has written them again. */
export async function idsWrittenWith(owner: Database, eventId: string): Promise<string[]> {
  const ids = new Set<string>();
  for (const [table, named] of Object.entries(NAMED_AS)) {
    if (named === null) continue;
    const rows = await owner.query<{ ids: (string | null)[] | null }>({
      text: `SELECT ${named} AS ids FROM ${table} AS t
        WHERE t.xmin = (SELECT e.xmin FROM audit_events AS e WHERE e.event_id = $1)`,
      values: [eventId],
    });
    for (const id of rows.flatMap((row) => row.ids ?? [])) if (id !== null) ids.add(id);
  }
  return [...ids].toSorted();
}

/** A part that is deleted may stand under the record that it went with; a key always stands under its own id. */
const GOES_WITH: Readonly<Record<string, string>> = {
  contract_dispositions: 'ARRAY[id, contract_id]',
  disposition_codes: 'ARRAY[id, vertical_group_id]',
  lead_fields: 'ARRAY[id, coalesce(vertical_id, campaign_id)]',
};

/** Each record of a tenant by its table and ids, so that what is gone afterwards can be told. */
export async function recordsOfTenant(owner: Database, tenantId: string): Promise<Map<string, readonly string[]>> {
  const own = Object.entries(NAMED_AS).filter(([table, named]) => named?.startsWith('ARRAY[') && !PARTS.has(table));
  const parts = own.map(
    ([table, named]) =>
      `SELECT '${table}' AS name, ${GOES_WITH[table] ?? named} AS ids FROM ${table} WHERE tenant_id = $1`,
  );
  const rows = await owner.query<{ name: string; ids: string[] }>({
    text: parts.join(' UNION ALL '),
    values: [tenantId],
  });
  return new Map(rows.map(({ name, ids }) => [`${name} ${ids.join(' ')}`, ids]));
}

/** The records that were there before and are gone: of each, the ids under one of which it must stand in the trail. */
export const goneOf = (before: ReadonlyMap<string, readonly string[]>, after: ReadonlyMap<string, unknown>) =>
  [...before].filter(([name]) => !after.has(name)).map(([, ids]) => ids);
