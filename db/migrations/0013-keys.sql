-- room: core/access
-- role: careroute_owner
-- What a key may do by its scopes, how often, when it was last used, and what replaced it.

ALTER TABLE api_keys
  ADD COLUMN scopes text[],
  -- Requests a minute; without it, what its kind has.
  ADD COLUMN rate_limit_per_minute integer CHECK (rate_limit_per_minute BETWEEN 1 AND 1000000),
  -- To the minute, and the address of that request.
  ADD COLUMN last_used_at timestamptz,
  ADD COLUMN last_used_address inet,
  -- The key that was made in its place; the old one lapses by itself.
  ADD COLUMN replaced_by uuid,
  ADD FOREIGN KEY (tenant_id, replaced_by) REFERENCES api_keys (tenant_id, key_id) ON DELETE SET NULL (replaced_by);

-- Keys that there are already do what they did. Row security binds the owner too, and no context reaches every tenant.
ALTER TABLE api_keys NO FORCE ROW LEVEL SECURITY;
UPDATE api_keys SET scopes = CASE kind
  WHEN 'admin' THEN '{posting,routing,messaging,calls,call_data_write,admin}'::text[]
  WHEN 'posting' THEN '{posting}'::text[]
  ELSE '{routing,messaging,calls,call_data_write}'::text[] END;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE api_keys ALTER COLUMN scopes SET NOT NULL, ADD CHECK (cardinality(scopes) > 0 AND scopes <@ CASE kind
  WHEN 'admin' THEN '{posting,routing,messaging,calls,call_data_write,admin,admin_billing}'::text[]
  WHEN 'posting' THEN '{posting}'::text[]
  ELSE '{routing,messaging,calls,call_data_write}'::text[] END);

CREATE INDEX api_keys_by_buyer ON api_keys (tenant_id, buyer_id) WHERE buyer_id IS NOT NULL;
CREATE INDEX api_keys_by_partner ON api_keys (tenant_id, partner_id) WHERE partner_id IS NOT NULL;

-- The one thing that whoever looks a key up writes about it.
GRANT UPDATE (last_used_at, last_used_address) ON api_keys TO careroute_identity;
-- A key of a party that is switched off opens nothing. The tenant's state is open to the identity role already.
GRANT SELECT (tenant_id, id, status) ON buyers, partners TO careroute_identity;
CREATE POLICY identity_looks_up ON buyers FOR SELECT TO careroute_identity USING (true);
CREATE POLICY identity_looks_up ON partners FOR SELECT TO careroute_identity USING (true);
