-- room: leads/intake
-- role: careroute_owner
-- Files of leads that take a while to make: which leads, how far it is, and the file itself in sealed parts under a key
-- of its own, which is destroyed when the file is gone.

CREATE TABLE exports (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  export_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  made_by uuid NOT NULL,
  -- What its maker may see, as of the making: who may see something else by now gets no part of it.
  role text NOT NULL,
  pii_access boolean NOT NULL,
  custom_role_id uuid,
  rights text NOT NULL CHECK (rights ~ '^[0-9a-f]{64}$'),
  lead_ids uuid[] NOT NULL,
  truncated boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'expired')),
  reason text CHECK (reason IN ('deleted', 'too_old', 'maker_gone', 'rights_changed', 'lead_erased', 'gave_up')),
  rows_done integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  expires_at timestamptz NOT NULL,
  -- When somebody else takes it up; null while nobody is to.
  resume_at timestamptz,
  -- When the key of the file was destroyed.
  shredded_at timestamptz,
  PRIMARY KEY (tenant_id, export_id)
);
CREATE INDEX exports_by_maker ON exports (tenant_id, made_by, created_at DESC);
CREATE INDEX exports_to_resume ON exports (tenant_id, resume_at) WHERE resume_at IS NOT NULL;
CALL app.protect('exports', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON exports TO careroute_app;

CREATE TABLE export_parts (
  tenant_id uuid NOT NULL,
  export_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 0),
  lead_ids uuid[] NOT NULL,
  phi_classes text[] NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (tenant_id, export_id, number),
  FOREIGN KEY (tenant_id, export_id) REFERENCES exports ON DELETE CASCADE
);
CALL app.protect('export_parts', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON export_parts TO careroute_app;
