-- room: core/consent
-- role: careroute_owner
-- Whom nobody may contact or buy: by blind index, never in clear. An entry of a hashed list holds the HMAC of the hash.

CREATE TABLE suppression_entries (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('email', 'phone')),
  -- What the token is of: the normalised value, or its hash as a list gave it.
  form text NOT NULL CHECK (form IN ('plain', 'sha256', 'sha1', 'md5')),
  token bytea NOT NULL CHECK (length(token) = 32),
  -- The last two digits of a phone, the first letter of an e-mail address: enough to tell two entries apart.
  hint text CHECK (length(hint) <= 8),
  scope text NOT NULL CHECK (scope IN ('global', 'buyer', 'vertical')),
  scope_id uuid,
  buyer_id uuid GENERATED ALWAYS AS (CASE WHEN scope = 'buyer' THEN scope_id END) STORED,
  vertical_id uuid GENERATED ALWAYS AS (CASE WHEN scope = 'vertical' THEN scope_id END) STORED,
  reason text NOT NULL CHECK (reason IN ('dnc_request', 'opt_out', 'bad_data', 'manual')),
  source text NOT NULL CHECK (source IN ('added', 'imported', 'opt_out_form')),
  -- The list that the entry is of, named by staff.
  display_name text CHECK (length(display_name) BETWEEN 1 AND 100),
  expires_at timestamptz,
  -- Who put it there; null where the person asked for it.
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK ((scope = 'global') = (scope_id IS NULL)),
  CONSTRAINT suppression_entries_once UNIQUE NULLS NOT DISTINCT (tenant_id, token, scope, scope_id),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX suppression_entries_by_time ON suppression_entries (tenant_id, created_at DESC, id DESC);
CREATE INDEX suppression_entries_by_buyer ON suppression_entries (tenant_id, buyer_id) WHERE buyer_id IS NOT NULL;
CREATE INDEX suppression_entries_by_vertical ON suppression_entries (tenant_id, vertical_id)
  WHERE vertical_id IS NOT NULL;
CALL app.protect('suppression_entries', 'staff', 'staff');
-- Asked once a statement: a list has many rows.
ALTER POLICY tenant_select ON suppression_entries
  USING (tenant_id = (SELECT app.tenant()) AND (SELECT app.staff()));
GRANT SELECT, INSERT, UPDATE, DELETE ON suppression_entries TO careroute_app;

-- The forms in which a tenant has ever listed anybody. Intake reads them with its settings: a tenant without lists pays
-- nothing for them, and a lead is hashed only in the ways in which some list is.
CREATE TABLE suppression_forms (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  form text NOT NULL CHECK (form IN ('plain', 'sha256', 'sha1', 'md5')),
  PRIMARY KEY (tenant_id, form)
);
CALL app.protect('suppression_forms', 'staff', 'staff');
GRANT SELECT, INSERT ON suppression_forms TO careroute_app;
-- For each row: naming a form that is there already changes nothing.
CREATE TRIGGER touch_routing AFTER INSERT ON suppression_forms FOR EACH ROW EXECUTE FUNCTION app.touch_routing();
