-- room: leads/outcomes
-- role: careroute_owner
-- What may become of a lead, as codes of a group of verticals, and what the buyer of a contract calls them.

CREATE TABLE disposition_codes (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  vertical_group_id uuid NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  -- What buyers say for it, unless their contract has a word of its own.
  slug text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9_]{0,39}$'),
  category text NOT NULL CHECK (category IN ('working', 'converted', 'rejected', 'returned')),
  -- Whether whoever says it gives the lead back.
  triggers_return boolean NOT NULL DEFAULT false,
  return_reason text CHECK (return_reason IN ('duplicate', 'bad_data', 'wrong_vertical', 'out_of_area',
    'not_interested', 'other')),
  is_active boolean NOT NULL DEFAULT true,
  sort_order integer NOT NULL DEFAULT 0 CHECK (sort_order >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT disposition_codes_slug UNIQUE (tenant_id, vertical_group_id, slug),
  FOREIGN KEY (tenant_id, vertical_group_id) REFERENCES vertical_groups (tenant_id, id) ON DELETE CASCADE
);

-- Groups that are there get what new ones begin with. None gives a lead back: that is money, and somebody's decision.
ALTER TABLE vertical_groups NO FORCE ROW LEVEL SECURITY;
INSERT INTO disposition_codes (tenant_id, id, vertical_group_id, label, slug, category, return_reason, sort_order)
  SELECT g.tenant_id, gen_random_uuid(), g.id, s.label, s.slug, s.category, s.return_reason, s.sort_order
  FROM vertical_groups AS g CROSS JOIN (VALUES
    ('Contacted', 'contacted', 'working', NULL, 1),
    ('Qualified', 'qualified', 'working', NULL, 2),
    ('Appointment Set', 'appointment_set', 'working', NULL, 3),
    ('Converted', 'converted', 'converted', NULL, 4),
    ('Sold', 'sold', 'converted', NULL, 5),
    ('Bad Number', 'bad_number', 'rejected', 'bad_data', 6),
    ('Not Interested', 'not_interested', 'rejected', 'not_interested', 7),
    ('Do Not Call', 'do_not_call', 'rejected', NULL, 8),
    ('Duplicate', 'duplicate', 'rejected', 'duplicate', 9),
    ('Bad Data', 'bad_data', 'rejected', 'bad_data', 10)
  ) AS s (label, slug, category, return_reason, sort_order);
ALTER TABLE vertical_groups FORCE ROW LEVEL SECURITY;
CALL app.protect('disposition_codes', 'staff', 'staff');
CALL app.admit_guests('disposition_codes', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON disposition_codes TO careroute_app;

CREATE TABLE contract_dispositions (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  contract_id uuid NOT NULL,
  external_code text NOT NULL CHECK (external_code ~ '^[a-z][a-z0-9_]{0,39}$'),
  external_label text CHECK (length(external_label) <= 200),
  -- The code of the group that it stands for; null: for none.
  code_id uuid,
  -- Null: as the code says.
  triggers_return boolean,
  return_reason text CHECK (return_reason IN ('duplicate', 'bad_data', 'wrong_vertical', 'out_of_area',
    'not_interested', 'other')),
  is_active boolean NOT NULL DEFAULT true,
  sort_order integer NOT NULL DEFAULT 0 CHECK (sort_order >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT contract_dispositions_external_code UNIQUE (tenant_id, contract_id, external_code),
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT contract_dispositions_code_fkey FOREIGN KEY (tenant_id, code_id)
    REFERENCES disposition_codes (tenant_id, id)
);
CREATE INDEX contract_dispositions_by_code ON contract_dispositions (tenant_id, code_id) WHERE code_id IS NOT NULL;
CALL app.protect('contract_dispositions', 'staff', 'staff');
CALL app.admit_guests('contract_dispositions', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_dispositions TO careroute_app;

-- What the code of a word was called when it was said; the code itself may be changed or deleted since.
ALTER TABLE sale_dispositions
  ADD COLUMN code_id uuid,
  ADD COLUMN code_label text,
  ADD COLUMN code_category text CHECK (code_category IN ('working', 'converted', 'rejected', 'returned'));
