-- room: core/tenancy
-- role: careroute_owner
-- What a tenant is beyond its name, and the settings that its people keep.

ALTER TABLE tenants
  ADD COLUMN plan text NOT NULL DEFAULT 'standard' CHECK (plan IN ('starter', 'standard', 'enterprise')),
  ADD COLUMN domain text CHECK (length(domain) BETWEEN 1 AND 253),
  ADD COLUMN logo_url text CHECK (length(logo_url) BETWEEN 1 AND 2048),
  ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
  -- Name of a flag → true or false.
  ADD COLUMN features jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN status_reason text CHECK (length(status_reason) <= 1000),
  ADD COLUMN approved_at timestamptz,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
-- A superadmin sees what tenants there are; of what is in them it sees nothing this way.
GRANT SELECT (time_zone, plan, domain, logo_url, settings, features, status_reason, approved_at, updated_at)
  ON tenants TO careroute_identity;

-- Values by category and key. The categories are a closed list in the code.
CREATE TABLE tenant_settings (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  category text NOT NULL CHECK (length(category) BETWEEN 1 AND 50),
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, category, key)
);
CALL app.protect('tenant_settings', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_settings TO careroute_app;

-- Host names under which a tenant wants to be reached. Two tenants may ask for the same one: which of them it belongs
-- to is shown by the proof that makes it active.
CREATE TABLE tenant_domains (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  domain text NOT NULL CHECK (length(domain) BETWEEN 1 AND 253),
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'active', 'inactive')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, domain)
);
CALL app.protect('tenant_domains', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_domains TO careroute_app;

-- Lists of words that people choose from.
CREATE TABLE system_lists (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  list_type text NOT NULL CHECK (length(list_type) BETWEEN 1 AND 100),
  items text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, list_type, name)
);
CALL app.protect('system_lists', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON system_lists TO careroute_app;

-- What a buyer or a partner is asked when it signs up.
CREATE TABLE signup_questions (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  entity_type text NOT NULL CHECK (entity_type IN ('buyer', 'partner')),
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
  field_type text NOT NULL CHECK (field_type IN ('text', 'textarea', 'number', 'date', 'boolean', 'select', 'multiselect')),
  options text[] NOT NULL DEFAULT '{}',
  is_required boolean NOT NULL DEFAULT false,
  sort_order integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CALL app.protect('signup_questions', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON signup_questions TO careroute_app;

CREATE TABLE tax_rates (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 50),
  percentage numeric(7, 4) NOT NULL CHECK (percentage BETWEEN 0 AND 100),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CALL app.protect('tax_rates', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON tax_rates TO careroute_app;

CREATE TABLE smtp_accounts (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  host text NOT NULL CHECK (length(host) BETWEEN 1 AND 253),
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  username text NOT NULL CHECK (length(username) BETWEEN 1 AND 255),
  from_email text NOT NULL CHECK (length(from_email) BETWEEN 3 AND 254),
  from_name text CHECK (length(from_name) <= 255),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
  -- Sealed under the tenant's key.
  password_sealed bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, host, username, from_email)
);
CALL app.protect('smtp_accounts', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON smtp_accounts TO careroute_app;

-- What a partner chose for itself.
CREATE TABLE partner_settings (
  tenant_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  -- Kind of notice → whether it is wanted.
  notifications jsonb NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, partner_id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('partner_settings', 'partner', 'partner');
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_settings TO careroute_app;
