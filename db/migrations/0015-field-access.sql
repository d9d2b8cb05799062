-- room: core/access
-- role: careroute_owner
-- Which fields of leads a role sees, and, for leads/intake, why somebody looked behind a mask.

-- Every caller of the tenant reads the rules that bind it.
CREATE TABLE field_access (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  role text NOT NULL
    CHECK (role IN ('owner', 'admin', 'analyst', 'compliance', 'support', 'guest', 'buyer', 'partner')),
  -- The name of a field, or a whole class of them: class:identity, class:contact, class:health, class:other.
  field text NOT NULL CHECK (field ~ '^([a-z][a-zA-Z0-9]{0,72}|class:(identity|contact|health|other))$'),
  access text NOT NULL CHECK (access IN ('hidden', 'masked', 'visible')),
  PRIMARY KEY (tenant_id, role, field)
);
CALL app.protect('field_access', 'tenant', 'staff');
GRANT SELECT, INSERT, DELETE ON field_access TO careroute_app;

-- The reason is free text, so it is sealed under the lead's key; who looked at which fields is the trail's to keep.
CREATE TABLE reveal_reasons (
  tenant_id uuid NOT NULL,
  reveal_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  fields text[] NOT NULL,
  sealed_reason bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, reveal_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id) ON DELETE CASCADE
);
CREATE INDEX reveal_reasons_by_lead ON reveal_reasons (tenant_id, lead_id, at);
CALL app.protect('reveal_reasons', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE (sealed_reason), DELETE ON reveal_reasons TO careroute_app;
