-- room: core/vault
-- role: careroute_keystore_owner
-- Wrapped keys, apart from the data they open. Nothing here opens anything without the root key of the provider.

CREATE TABLE tenant_keys (
  tenant_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('wrap', 'index', 'secrets')),
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  provider text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, purpose, version)
);

CREATE TABLE subject_keys (
  tenant_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  key_id uuid NOT NULL,
  number bigint NOT NULL,
  tenant_key_version integer NOT NULL,
  wrapped bytea NOT NULL,
  leased_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject_id)
);
CREATE INDEX subject_keys_by_version ON subject_keys (tenant_id, tenant_key_version, subject_id);

CREATE TABLE subject_numbers (
  tenant_id uuid PRIMARY KEY,
  last_number bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_keys, subject_keys, subject_numbers TO careroute_keystore;
