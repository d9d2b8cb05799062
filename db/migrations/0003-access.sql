-- room: core/access
-- role: careroute_owner
-- API keys of every kind. A key is shown once; here stands its HMAC.

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  key_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('admin', 'buyer', 'partner', 'posting')),
  buyer_id uuid,
  partner_id uuid,
  campaign_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  prefix text NOT NULL,
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  read_only boolean NOT NULL DEFAULT false,
  pii_access boolean NOT NULL DEFAULT false,
  allowed_cidrs cidr[] NOT NULL DEFAULT '{}',
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  -- When the key was seen on an unencrypted connection.
  exposed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key_id),
  CHECK ((kind = 'buyer') = (buyer_id IS NOT NULL)),
  CHECK ((kind IN ('partner', 'posting')) = (partner_id IS NOT NULL)),
  CHECK ((kind = 'posting') = (campaign_id IS NOT NULL))
);
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (secret_hash);
CREATE INDEX api_keys_by_campaign ON api_keys (tenant_id, campaign_id) WHERE campaign_id IS NOT NULL;
CALL app.protect('api_keys', 'buyer_or_partner', 'buyer_or_partner');
GRANT SELECT, INSERT, UPDATE, DELETE ON api_keys TO careroute_app;
-- Who calls is known before the tenant is: the identity role looks keys up by their hash, and does nothing else.
GRANT SELECT ON api_keys TO careroute_identity;
CREATE POLICY identity_looks_up ON api_keys FOR SELECT TO careroute_identity USING (true);
