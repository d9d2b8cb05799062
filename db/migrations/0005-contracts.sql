-- room: leads/contracts
-- role: careroute_owner
-- Who buys leads, and on which terms. Terms are immutable versions: a decision names the one it used.

CREATE TABLE buyers (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  buyer_id uuid NOT NULL GENERATED ALWAYS AS (id) STORED,
  display_id bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('pending', 'active', 'paused', 'suspended', 'inactive', 'rejected')),
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id)
);
CALL app.protect('buyers', 'buyer', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON buyers TO careroute_app;
ALTER TABLE api_keys ADD FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id) ON DELETE CASCADE;

CREATE TABLE contracts (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  buyer_id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('setup', 'active', 'paused', 'expired', 'inactive', 'archived')),
  version integer NOT NULL DEFAULT 1,
  -- What the buyer's endpoint asks for, and the secret that signs deliveries: sealed under the tenant's key.
  delivery_secrets bytea,
  last_won_at timestamptz,
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id),
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id)
);
CREATE INDEX contracts_by_buyer ON contracts (tenant_id, buyer_id);
CALL app.protect('contracts', 'buyer', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON contracts TO careroute_app;

CREATE TABLE contract_versions (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  contract_id uuid NOT NULL,
  version integer NOT NULL,
  buyer_id uuid NOT NULL,
  -- Price, priority, filters, licensed fields, delivery address and policy. No secrets.
  terms jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, contract_id, version),
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('contract_versions', 'buyer', 'staff');
GRANT SELECT, INSERT, DELETE ON contract_versions TO careroute_app;

CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON buyers EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE OF name, status, version, delivery_secrets ON contracts
  EXECUTE FUNCTION app.touch_routing();
