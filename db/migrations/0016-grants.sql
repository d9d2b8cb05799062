-- room: core/identity
-- role: careroute_owner
-- What narrows access further, and what opens it for a while: roles of a tenant's own, addresses to sign in from, guests
-- from the installation, and second opinions.

-- v2 carries the one lead that a guest was let in for:
-- `v2.<tenant>.<kind>.<actor>.<buyer or 0>.<partner or 0>.<subject or 0>.<expiry, epoch seconds>`.
CREATE OR REPLACE FUNCTION app.verified() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  raw text := current_setting('app.ctx', true);
  body text;
  key app.context_keys;
BEGIN
  IF raw IS NULL OR length(raw) < 66 THEN RETURN NULL; END IF;
  body := left(raw, -65);
  SELECT * INTO key FROM app.context_keys;
  -- Without a key nothing is signed. Every comparison must say yes: one that says NULL does not.
  IF NOT FOUND
    OR encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex')
      IS DISTINCT FROM right(raw, 64) THEN
    RETURN NULL;
  END IF;
  IF split_part(body, '.', 1) <> 'v2' THEN RETURN NULL; END IF;
  IF (split_part(body, '.', 8)::bigint >= extract(epoch FROM now())) IS NOT TRUE THEN RETURN NULL; END IF;
  RETURN body;
END $$;

-- Somebody of the installation whom a grant let into the tenant for a while. A guest is not staff: it reaches what a
-- policy of its own opens, only to read, and of leads the one that the grant names.
CREATE FUNCTION app.guest() RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN coalesce(split_part(app.verified(), '.', 3) = 'guest', false); END $$;

CREATE FUNCTION app.subject() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN nullif(split_part(app.verified(), '.', 7), '0')::uuid; END $$;

REVOKE ALL ON FUNCTION app.guest(), app.subject() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.guest(), app.subject() TO careroute_app, careroute_identity, careroute_queue;

-- Lets guests read one table: every row of the tenant, or those of the one lead.
CREATE PROCEDURE app.admit_guests(target regclass, readable text)
  LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  clauses CONSTANT jsonb := jsonb_build_object(
    'all', 'tenant_id = app.tenant() AND app.guest()',
    'subject', 'tenant_id = app.tenant() AND app.guest() AND lead_id = app.subject()');
  clause text := clauses ->> readable;
BEGIN
  IF clause IS NULL THEN RAISE 'unknown readability %', readable; END IF;
  EXECUTE format('CREATE POLICY guest_select ON %s FOR SELECT USING (%s)', target, clause);
END $$;
REVOKE ALL ON PROCEDURE app.admit_guests FROM PUBLIC;

CALL app.admit_guests('buyers', 'all');
CALL app.admit_guests('partners', 'all');
CALL app.admit_guests('campaigns', 'all');
CALL app.admit_guests('contracts', 'all');
CALL app.admit_guests('contract_versions', 'all');
CALL app.admit_guests('offers', 'all');
CALL app.admit_guests('offer_contracts', 'all');
CALL app.admit_guests('ledger_entries', 'all');
CALL app.admit_guests('leads', 'subject');
CALL app.admit_guests('decisions', 'subject');
CALL app.admit_guests('posting_log', 'subject');
CALL app.admit_guests('sales', 'subject');

-- Why somebody of the installation came in, for how long, and what the tenant made of it.
CREATE TABLE access_grants (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  grant_id uuid NOT NULL,
  -- A person of the installation, which is another tenant.
  guest_id uuid NOT NULL,
  guest_email text NOT NULL,
  -- Sealed under the tenant's key: free text may say anything.
  reason_sealed bytea NOT NULL,
  ticket text CHECK (length(ticket) <= 100),
  lead_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  verdict text CHECK (verdict IN ('accepted', 'questioned')),
  PRIMARY KEY (tenant_id, grant_id),
  CHECK (expires_at <= created_at + interval '60 minutes')
);
CREATE INDEX access_grants_by_time ON access_grants (tenant_id, created_at DESC);
CALL app.protect('access_grants', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE ON access_grants TO careroute_identity;
CREATE POLICY identity_looks_up ON access_grants FOR SELECT TO careroute_identity USING (true);

-- A session of the installation is a guest in at most one tenant at a time.
ALTER TABLE sessions ADD COLUMN guest_tenant_id uuid;
ALTER TABLE sessions ADD COLUMN guest_grant_id uuid;
ALTER TABLE sessions ADD CHECK ((guest_tenant_id IS NULL) = (guest_grant_id IS NULL));

-- Roles of a tenant's own: less than the role that they are made of, never more.
CREATE TABLE custom_roles (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  base_role text NOT NULL,
  permissions text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
CALL app.protect('custom_roles', 'tenant', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON custom_roles TO careroute_identity;
CREATE POLICY identity_looks_up ON custom_roles FOR SELECT TO careroute_identity USING (true);
ALTER TABLE users ADD COLUMN custom_role_id uuid;
ALTER TABLE users ADD FOREIGN KEY (tenant_id, custom_role_id) REFERENCES custom_roles (tenant_id, id);

-- Where people of a role may sign in from; without a row, from anywhere.
CREATE TABLE sign_in_rules (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  role text NOT NULL,
  allowed_cidrs cidr[] NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, role),
  CHECK (cardinality(allowed_cidrs) BETWEEN 1 AND 50)
);
CALL app.protect('sign_in_rules', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_rules TO careroute_identity;
CREATE POLICY identity_looks_up ON sign_in_rules FOR SELECT TO careroute_identity USING (true);

-- What one person asks for and another one must agree to, before it is done once.
CREATE TABLE approvals (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  approval_id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('bulk_export', 'hipaa_mode_off', 'legal_hold_release')),
  -- What it is about, where that is a record.
  subject_id uuid,
  -- What exactly may be done, by names and ids: the filters of an export. It must be done exactly so.
  terms jsonb NOT NULL DEFAULT '{}',
  reason_sealed bytea NOT NULL,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision text CHECK (decision IN ('approved', 'declined')),
  used_at timestamptz,
  PRIMARY KEY (tenant_id, approval_id),
  CHECK ((decided_by IS NULL) = (decision IS NULL) AND (decided_at IS NULL) = (decision IS NULL)),
  CHECK (decided_by IS DISTINCT FROM requested_by OR decision = 'declined' OR decision IS NULL)
);
CREATE INDEX approvals_by_time ON approvals (tenant_id, requested_at DESC);
CALL app.protect('approvals', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE ON approvals TO careroute_app;
