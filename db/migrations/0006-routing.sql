-- room: leads/routing
-- role: careroute_owner
-- Offers: the hub that joins campaigns to contracts and says how to distribute.

CREATE TABLE offers (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  description text,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('setup', 'active', 'paused', 'inactive')),
  visibility text NOT NULL DEFAULT 'private' CHECK (visibility IN ('public', 'private')),
  distribution_type text NOT NULL DEFAULT 'exclusive' CHECK (distribution_type IN ('exclusive', 'multisell', 'hybrid')),
  distribution_rule text NOT NULL DEFAULT 'price' CHECK (distribution_rule IN ('price', 'priority', 'weight', 'round_robin')),
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id),
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id)
);
CALL app.protect('offers', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON offers TO careroute_app;
ALTER TABLE campaigns ADD FOREIGN KEY (tenant_id, offer_id) REFERENCES offers (tenant_id, id);

CREATE TABLE offer_contracts (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  offer_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  -- Overrides of the contract's own, where given.
  priority integer CHECK (priority >= 0),
  weight integer CHECK (weight >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, offer_id, contract_id),
  FOREIGN KEY (tenant_id, offer_id) REFERENCES offers (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX offer_contracts_by_contract ON offer_contracts (tenant_id, contract_id);
CALL app.protect('offer_contracts', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_contracts TO careroute_app;

CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON offers EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON offer_contracts EXECUTE FUNCTION app.touch_routing();
