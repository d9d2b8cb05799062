-- room: core/identity
-- role: careroute_owner
-- People, how they prove who they are, and their sessions. The app role sees none of it but whether a session still
-- holds: an injection into the product's own queries reaches no password, no secret and no address of a person.

-- The installation itself is a tenant too, with nothing in it but its superadmins and the trail of what they do.
ALTER TABLE tenants ADD COLUMN kind text NOT NULL DEFAULT 'operator'
  CHECK (kind IN ('operator', 'practice', 'installation'));
CREATE UNIQUE INDEX tenants_one_installation ON tenants ((kind = 'installation')) WHERE kind = 'installation';
ALTER TABLE tenants DROP CONSTRAINT tenants_status_check;
ALTER TABLE tenants ADD CONSTRAINT tenants_status_check
  CHECK (status IN ('pending', 'active', 'suspended', 'inactive'));
GRANT SELECT (name, status, kind, created_at) ON tenants TO careroute_identity;

-- An account belongs to one tenant: who works for two has two, so that no tenant can reset what opens the other.
CREATE TABLE users (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  user_id uuid NOT NULL,
  -- As it is looked up: lower case, NFKC.
  email text COLLATE "C" NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  first_name text CHECK (length(first_name) <= 100),
  last_name text CHECK (length(last_name) <= 100),
  role text NOT NULL CHECK (role IN ('superadmin', 'owner', 'admin', 'analyst', 'compliance', 'support', 'buyer',
    'partner', 'practice_owner', 'practice_admin', 'practice_member')),
  buyer_id uuid,
  partner_id uuid,
  status text NOT NULL DEFAULT 'invited' CHECK (status IN ('invited', 'active', 'inactive')),
  read_only boolean NOT NULL DEFAULT false,
  pii_access boolean NOT NULL DEFAULT false,
  profile jsonb NOT NULL DEFAULT '{}',
  -- The end of a time-boxed log-in, of an auditor for instance.
  access_until timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id),
  UNIQUE (tenant_id, email),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CHECK ((role = 'buyer') = (buyer_id IS NOT NULL)),
  CHECK ((role = 'partner') = (partner_id IS NOT NULL))
);
CREATE INDEX users_by_email ON users (email);
CALL app.protect('users', 'buyer_or_partner', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO careroute_identity;
-- Who signs in is looked up by an address before a tenant is known.
CREATE POLICY identity_looks_up ON users FOR SELECT TO careroute_identity USING (true);

CREATE TABLE user_secrets (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- Argon2id of the password under the installation's pepper, in PHC form.
  password_hash text,
  password_set_at timestamptz,
  -- Sealed under the tenant's key. One that is offered counts once a code of it was shown to work.
  totp_offer bytea,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The latest time step whose code was used; no code of it or of an earlier one counts again (RFC 6238, 5.2).
  totp_last_step bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CALL app.protect('user_secrets', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON user_secrets TO careroute_identity;

CREATE TABLE recovery_codes (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  used_at timestamptz,
  PRIMARY KEY (tenant_id, user_id, code_hash),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CALL app.protect('recovery_codes', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_codes TO careroute_identity;

CREATE TABLE passkeys (
  tenant_id uuid NOT NULL,
  passkey_id uuid NOT NULL,
  user_id uuid NOT NULL,
  credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL DEFAULT 0,
  transports text[] NOT NULL DEFAULT '{}',
  is_backed_up boolean NOT NULL DEFAULT false,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  -- When its counter went backwards: a copy of it is about, and it opens nothing any more.
  blocked_at timestamptz,
  PRIMARY KEY (tenant_id, passkey_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (credential_id);
CALL app.protect('passkeys', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON passkeys TO careroute_identity;
-- A passkey alone says who signs in.
CREATE POLICY identity_looks_up ON passkeys FOR SELECT TO careroute_identity USING (true);

CREATE TABLE sessions (
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  -- Until it is full it opens nothing but the next step of the sign-in.
  stage text NOT NULL CHECK (stage IN ('second_factor', 'enrolment', 'full')),
  method text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  idle_seconds integer NOT NULL CHECK (idle_seconds > 0),
  stepped_up_at timestamptz,
  address inet NOT NULL,
  device text NOT NULL,
  ended_at timestamptz,
  ended_reason text,
  PRIMARY KEY (tenant_id, session_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE UNIQUE INDEX sessions_by_token ON sessions (token_hash);
CREATE INDEX sessions_by_user ON sessions (tenant_id, user_id, created_at);
CALL app.protect('sessions', 'tenant', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO careroute_identity;
-- Every write asks again, in its own transaction, whether the session it came by still holds.
GRANT SELECT (tenant_id, session_id, stage, ended_at, expires_at) ON sessions TO careroute_app;
CREATE POLICY identity_looks_up ON sessions FOR SELECT TO careroute_identity USING (true);

-- What is sent by e-mail or printed once: invitations, resets, the link of the first owner.
CREATE TABLE user_links (
  tenant_id uuid NOT NULL,
  link_id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (tenant_id, link_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE UNIQUE INDEX user_links_by_token ON user_links (token_hash);
CREATE INDEX user_links_by_user ON user_links (tenant_id, user_id);
CALL app.protect('user_links', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON user_links TO careroute_identity;
CREATE POLICY identity_looks_up ON user_links FOR SELECT TO careroute_identity USING (true);

-- Login activity: each try to sign in to an account that there is.
CREATE TABLE sign_ins (
  tenant_id uuid NOT NULL,
  sign_in_id uuid NOT NULL,
  user_id uuid NOT NULL,
  at timestamptz NOT NULL,
  success boolean NOT NULL,
  method text NOT NULL,
  reason text,
  address inet NOT NULL,
  device text NOT NULL,
  PRIMARY KEY (tenant_id, sign_in_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX sign_ins_by_user ON sign_ins (tenant_id, user_id, at);
CREATE INDEX sign_ins_by_time ON sign_ins (tenant_id, at);
CALL app.protect('sign_ins', 'staff', 'staff');
GRANT SELECT, INSERT ON sign_ins TO careroute_identity;

-- Whoever made a key takes it along when the account is switched off.
ALTER TABLE api_keys ADD COLUMN created_by uuid;
CREATE INDEX api_keys_by_creator ON api_keys (tenant_id, created_by) WHERE created_by IS NOT NULL;
GRANT UPDATE (revoked_at, revoked_reason) ON api_keys TO careroute_identity;

-- What the identity role does in a tenant stands in that tenant's trail, in the same transaction.
GRANT INSERT ON audit_events TO careroute_identity;

-- What is known before any tenant is. Only the identity role comes here.
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO careroute_identity;

-- Challenges of passkey ceremonies: each is taken out by the one answer to it.
CREATE TABLE identity.challenges (
  challenge bytea PRIMARY KEY CHECK (length(challenge) = 32),
  purpose text NOT NULL CHECK (purpose IN ('register', 'sign_in', 'second_factor', 'step_up')),
  -- The account it was made for; none where the passkey itself says who signs in.
  tenant_id uuid,
  user_id uuid,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_by_expiry ON identity.challenges (expires_at);
GRANT SELECT, INSERT, DELETE ON identity.challenges TO careroute_identity;

-- Tries in a row that failed, by account and by network: counted before a try is judged, in a transaction of its own.
CREATE TABLE identity.attempts (
  subject bytea PRIMARY KEY CHECK (length(subject) = 32),
  failures integer NOT NULL,
  -- The try that was counted last: others of the same instant had to wait.
  last_try uuid NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
CREATE INDEX attempts_by_time ON identity.attempts (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.attempts TO careroute_identity;

-- How much of a limit was given out in a window of time, over all processes. May be lost in a crash.
CREATE UNLOGGED TABLE identity.rate_windows (
  subject bytea NOT NULL CHECK (length(subject) = 32),
  starts_at timestamptz NOT NULL,
  taken integer NOT NULL,
  PRIMARY KEY (subject, starts_at)
);
CREATE INDEX rate_windows_by_time ON identity.rate_windows (starts_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.rate_windows TO careroute_identity;
