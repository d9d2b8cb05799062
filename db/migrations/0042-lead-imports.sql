-- room: leads/imports
-- role: careroute_owner
-- Files of leads that are brought in: how far each is, the file itself in sealed parts under a key of its own, which is
-- destroyed when all of it is read or its days are over, and what became of each row, without any value of it.

CREATE TABLE lead_imports (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  import_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  made_by uuid NOT NULL,
  -- On whose behalf rows are read: who began, or went on after a pause.
  run_by uuid NOT NULL,
  status text NOT NULL
    CHECK (status IN ('uploading', 'mapping', 'running', 'paused', 'done', 'cancelled', 'expired')),
  -- Why it stands still, or was ended by nobody's wish.
  reason text CHECK (reason IN ('maker_gone', 'campaign_closed', 'gave_up', 'lead_erased')),
  is_test boolean NOT NULL DEFAULT false,
  has_header boolean NOT NULL DEFAULT true,
  -- The field that each column is, in their order; null for a column that is left out.
  fields jsonb,
  -- Records of the file, the header included; null until all of it is here.
  records integer,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  rows_accepted integer NOT NULL DEFAULT 0,
  rows_rejected integer NOT NULL DEFAULT 0,
  rows_invalid integer NOT NULL DEFAULT 0,
  -- Since the last row that was done.
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  -- When the file goes, whatever has been read of it.
  expires_at timestamptz NOT NULL,
  -- When somebody else takes it up; null while nobody is to.
  resume_at timestamptz,
  -- When the key of the file was destroyed.
  shredded_at timestamptz,
  PRIMARY KEY (tenant_id, import_id)
);
CREATE INDEX lead_imports_by_time ON lead_imports (tenant_id, created_at DESC, import_id DESC);
CREATE INDEX lead_imports_to_resume ON lead_imports (tenant_id, resume_at) WHERE resume_at IS NOT NULL;
CREATE INDEX lead_imports_to_shred ON lead_imports (tenant_id, expires_at) WHERE shredded_at IS NULL;
CALL app.protect('lead_imports', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_imports TO careroute_app;

CREATE TABLE lead_import_parts (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 0),
  sealed bytea NOT NULL,
  PRIMARY KEY (tenant_id, import_id, number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES lead_imports ON DELETE CASCADE
);
CALL app.protect('lead_import_parts', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_import_parts TO careroute_app;

CREATE TABLE lead_import_rows (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  -- As people count: the first row under the header is 1.
  number integer NOT NULL CHECK (number >= 1),
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'invalid')),
  -- Why there is no lead.
  code text,
  -- What is wrong with which fields; never a value.
  faults jsonb NOT NULL DEFAULT '[]',
  lead_id uuid,
  PRIMARY KEY (tenant_id, import_id, number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES lead_imports ON DELETE CASCADE
);
CREATE INDEX lead_import_rows_by_lead ON lead_import_rows (tenant_id, lead_id) WHERE lead_id IS NOT NULL;
CALL app.protect('lead_import_rows', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON lead_import_rows TO careroute_app;
