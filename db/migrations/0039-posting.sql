-- room: leads/sources
-- role: careroute_owner
-- How others post to a campaign: from which web pages, by which link its posting instructions are read, and what a test
-- is answered.

-- Origins such as https://forms.example.com whose pages may post. A post without an origin comes from a server.
ALTER TABLE campaigns
  ADD COLUMN allowed_origins text[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed_origins) <= 50),
  -- The link's token is made of it: another number, another link.
  ADD COLUMN spec_number integer NOT NULL DEFAULT 1;
-- Whoever follows a link names a campaign and no tenant, and a browser that asks whether it may post names an origin
-- alone.
CREATE INDEX campaigns_by_origin ON campaigns USING gin (allowed_origins) WHERE allowed_origins <> '{}';
GRANT SELECT (tenant_id, id, status, allowed_origins, spec_number) ON campaigns TO careroute_identity;
CREATE POLICY identity_looks_up ON campaigns FOR SELECT TO careroute_identity USING (true);

-- Links to a campaign's posting instructions that open once, for a while.
CREATE TABLE setup_tokens (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  -- SHA-256 of 256 random bits.
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT setup_tokens_once UNIQUE (token_hash),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX setup_tokens_by_campaign ON setup_tokens (tenant_id, campaign_id, created_at DESC);
CALL app.protect('setup_tokens', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON setup_tokens TO careroute_app;
GRANT SELECT (tenant_id, token_hash) ON setup_tokens TO careroute_identity;
CREATE POLICY identity_looks_up ON setup_tokens FOR SELECT TO careroute_identity USING (true);

-- The outcome that a test asked for, with what it would have paid: what its sender is told.
ALTER TABLE leads
  ADD COLUMN test_result text CHECK (test_result IN ('sold', 'rejected', 'pending')),
  ADD COLUMN test_payout_cents bigint,
  ADD CONSTRAINT leads_forced_only_in_tests CHECK (test_result IS NULL OR is_test);
