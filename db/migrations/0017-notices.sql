-- room: core/identity
-- role: careroute_owner
-- What people must hear of by mail, such as a changed password: kept until a mail server has taken it.

CREATE TABLE notices (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  notice_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('password_changed', 'email_changed', 'factor_added', 'factor_removed',
    'recovery_codes_renewed', 'recovery_code_used', 'passkey_blocked', 'tenant_entered', 'key_exposed')),
  -- Where it goes: of a changed address, the one before.
  email text NOT NULL,
  grant_id uuid,
  key_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, notice_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, grant_id) REFERENCES access_grants ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, key_id) REFERENCES api_keys (tenant_id, key_id) ON DELETE CASCADE,
  CHECK ((kind = 'tenant_entered') = (grant_id IS NOT NULL)),
  CHECK ((kind = 'key_exposed') = (key_id IS NOT NULL))
);
CREATE INDEX notices_by_user ON notices (tenant_id, user_id);
CREATE INDEX notices_by_grant ON notices (tenant_id, grant_id);
CREATE INDEX notices_by_key ON notices (tenant_id, key_id);
CALL app.protect('notices', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON notices TO careroute_identity;
