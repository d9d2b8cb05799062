import { newId } from '../../src/kernel/ids.ts';

/** API keys as the first release made them: what each let its caller be. */
export const RELEASED_KEYS = {
  admin: { kind: 'admin', readOnly: false, piiAccess: true },
  adminThatOnlyReads: { kind: 'admin', readOnly: true, piiAccess: false },
  buyer: { kind: 'buyer', readOnly: false, piiAccess: true },
  partner: { kind: 'partner', readOnly: false, piiAccess: false },
  posting: { kind: 'posting', readOnly: false, piiAccess: false },
  revoked: { kind: 'admin', readOnly: false, piiAccess: true },
  expired: { kind: 'admin', readOnly: false, piiAccess: true },
  fromElsewhere: { kind: 'admin', readOnly: false, piiAccess: true },
} as const;
export type ReleasedKey = keyof typeof RELEASED_KEYS;

/** Which kinds of key could do what in the first release. */
export const RELEASED_POLICY = {
  'api-keys:manage': ['admin'],
  'api-keys:own-buyer': ['buyer'],
  'api-keys:own-partner': ['partner'],
  'audit:read': ['admin'],
  'buyers:read': ['admin', 'buyer'],
  'buyers:write': ['admin'],
  'campaigns:read': ['admin', 'partner'],
  'campaigns:write': ['admin'],
  'contracts:read': ['admin', 'buyer'],
  'contracts:write': ['admin'],
  'decisions:read': ['admin'],
  'leads:read': ['admin', 'buyer', 'partner'],
  'leads:status': ['admin', 'partner', 'posting'],
  'leads:submit': ['posting'],
  'offers:read': ['admin'],
  'offers:write': ['admin'],
  'partners:read': ['admin', 'partner'],
  'partners:write': ['admin'],
  'posting-log:all': ['admin'],
  'posting-log:own': ['admin', 'partner'],
  'sales:resolve': ['admin'],
  'verticals:read': ['admin', 'buyer', 'partner'],
  'verticals:write': ['admin'],
} as const;

/** The tenant of these rows, and what its keys are bound to. */
export const AT = { tenantId: newId(), buyerId: newId(), partnerId: newId(), campaignId: newId() };

const [vertical, offer, contract, lead, sale] = [newId(), newId(), newId(), newId(), newId()];
const { tenantId: tenant, buyerId: buyer, partnerId: partner, campaignId: campaign } = AT;
const at = `'2026-03-01T12:00:00Z'`;

/** One tenant with a lead that was sold: rows in every table of the first release, with few values of a default. */
export const RELEASED_ROWS: readonly string[] = [
  `INSERT INTO tenants (tenant_id, slug, name, time_zone, is_demo, routing_stamp, created_at)
    VALUES ('${tenant}', 'north', 'North', 'America/Chicago', true, 41, ${at})`,
  `INSERT INTO display_numbers VALUES ('${tenant}', 'buyer', 7)`,
  `INSERT INTO verticals (tenant_id, id, display_id, name, slug, description, status, regime, dedup_fields,
      dedup_window_days, profile, created_at, updated_at)
    VALUES ('${tenant}', '${vertical}', 7, 'Dental', 'dental', 'Teeth', 'inactive', 'none', '{email}', 9, '{"a": 1}',
      ${at}, ${at})`,
  `INSERT INTO partners (tenant_id, id, display_id, name, status, profile, created_at, updated_at)
    VALUES ('${tenant}', '${partner}', 7, 'Clicks', 'paused', '{"city": "Austin"}', ${at}, ${at})`,
  `INSERT INTO buyers (tenant_id, id, display_id, name, status, profile, created_at, updated_at)
    VALUES ('${tenant}', '${buyer}', 7, 'Smile', 'paused', '{"city": "Dallas"}', ${at}, ${at})`,
  `INSERT INTO contracts (tenant_id, id, display_id, buyer_id, vertical_id, name, status, version, delivery_secrets,
      last_won_at, profile, created_at, updated_at)
    VALUES ('${tenant}', '${contract}', 7, '${buyer}', '${vertical}', 'Standard', 'paused', 3, sha256('a'), ${at},
      '{"notes": "n"}', ${at}, ${at})`,
  `INSERT INTO contract_versions VALUES
    ('${tenant}', '${contract}', 3, '${buyer}', '{"price": "42.00", "licensedFields": ["phone"]}', ${at})`,
  `INSERT INTO offers (tenant_id, id, display_id, vertical_id, name, description, status, visibility, distribution_type,
      distribution_rule, profile, created_at, updated_at)
    VALUES ('${tenant}', '${offer}', 7, '${vertical}', 'Exclusive', 'All', 'paused', 'public', 'hybrid', 'priority',
      '{"a": 1}', ${at}, ${at})`,
  `INSERT INTO offer_contracts VALUES ('${tenant}', '${offer}', '${contract}', 2, 5, ${at})`,
  `INSERT INTO campaigns (tenant_id, id, display_id, partner_id, vertical_id, offer_id, name, status,
      cost_per_lead_cents, strict_fields, consent_required, response_deadline_ms, profile, created_at, updated_at)
    VALUES ('${tenant}', '${campaign}', 7, '${partner}', '${vertical}', '${offer}', 'Form', 'testing', 1200, true,
      false, 7000, '{"a": 1}', ${at}, ${at})`,
  `INSERT INTO lead_fields (tenant_id, id, tier, vertical_id, name, label, type, phi_class, required, options,
      sort_order, created_at)
    VALUES ('${tenant}', '${newId()}', 'vertical', '${vertical}', 'treatment', 'Treatment', 'select', 'other', true,
      '{crown}', 4, ${at})`,
  `INSERT INTO leads (tenant_id, lead_id, number, campaign_id, partner_id, vertical_id, offer_id, status, regime,
      is_test, state, zip3, birth_year, price_cents, payout_cents, key_id, sealed_identity, sealed_contact,
      sealed_health, sealed_other, received_at, updated_at)
    VALUES ('${tenant}', '${lead}', 1001, '${campaign}', '${partner}', '${vertical}', '${offer}', 'sold', 'none', true,
      'TX', '770', 1962, 4200, 1200, '${newId()}', sha256('b'), sha256('c'), sha256('d'), sha256('e'), ${at}, ${at})`,
  `INSERT INTO lead_tokens VALUES ('${tenant}', 'email', sha256('f'), '${vertical}', '${lead}', ${at})`,
  `INSERT INTO intake_claims VALUES
    ('${tenant}', '${campaign}', sha256('g'), sha256('h'), '${lead}', NULL, '2099-01-01T00:00:00Z')`,
  `INSERT INTO decisions VALUES
    ('${tenant}', '${lead}', '${offer}', 41, 12, '[{"code": "won"}]', '{${contract}}', ${at}, sha256('i'))`,
  `INSERT INTO posting_log VALUES ('${tenant}', '${newId()}', ${at}, 'submit', '${campaign}', '${partner}', '${lead}',
    'success', 200, 'a', '[{"field": "phone", "rule": "format"}]', 40, 'b')`,
  `INSERT INTO audit_events VALUES ('${tenant}', '${newId()}', ${at}, 'buyer', '${newId()}', '${buyer}', NULL,
    'lead.read', 'lead', '{${lead}}', 'done', '{contact}', 'b', '192.0.2.7', '{"count": 1}')`,
  `INSERT INTO sales (tenant_id, sale_id, lead_id, contract_id, contract_version, buyer_id, rank, status, exclusive,
      price_cents, payout_cents, currency, sealed_licensed, licensed_fields, reason, reserved_at, settled_at,
      updated_at, sealed_buyer_lead_id)
    VALUES ('${tenant}', '${sale}', '${lead}', '${contract}', 3, '${buyer}', 1, 'settled', true, 4200, 1200, 'USD',
      sha256('j'), '{phone}', 'a', ${at}, ${at}, ${at}, sha256('k'))`,
  `INSERT INTO delivery_attempts VALUES ('${tenant}', '${newId()}', '${sale}', '${buyer}', 1, ${at}, ${at}, ${at},
    'accepted', 'a', 200, 30, sha256('l'))`,
  `INSERT INTO ledger_entries
    SELECT '${tenant}', gen_random_uuid(), '${newId()}', account, NULL, NULL, '${sale}', 'sale', cents, 'USD', ${at}
    FROM (VALUES ('buyer_receivable', 4200), ('tenant_revenue', -4200)) AS entry (account, cents)`,
];

/** Stores such a key: name, kind, whether it only reads, access to personal data, hash. */
export const RELEASED_KEY_INSERT = `INSERT INTO api_keys (tenant_id, key_id, kind, buyer_id, partner_id, campaign_id,
    name, prefix, read_only, pii_access, secret_hash, allowed_cidrs, expires_at, revoked_at, created_at)
  VALUES ('${tenant}', gen_random_uuid(), $2, CASE $2 WHEN 'buyer' THEN '${buyer}'::uuid END,
    CASE WHEN $2 IN ('partner', 'posting') THEN '${partner}'::uuid END,
    CASE $2 WHEN 'posting' THEN '${campaign}'::uuid END, $1, 'lr_live_Abcd', $3, $4, $5,
    CASE $1 WHEN 'fromElsewhere' THEN '{192.0.2.0/24}' ELSE '{}' END::cidr[],
    CASE $1 WHEN 'expired' THEN ${at}::timestamptz END, CASE $1 WHEN 'revoked' THEN ${at}::timestamptz END, ${at})`;
