-- room: core/identity
-- role: careroute_owner
-- Who gave whom access to an account: each bond by itself, so that a later one hides none, and read in both directions,
-- since whoever holds one of two accounts may hold the other one by it. And whose holder saw a key first.

CREATE TABLE access_bonds (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- Whoever of the tenant made the account, opened more to it, or set what it signs in with. Where a key did, the
  -- person behind it, or else the key.
  given_by uuid NOT NULL,
  -- The last time.
  given_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, given_by),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  CHECK (given_by <> user_id)
);
CREATE INDEX access_bonds_by_time ON access_bonds (tenant_id, given_at);

-- Row security binds the owner too, and no context reaches every tenant.
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
INSERT INTO access_bonds (tenant_id, user_id, given_by, given_at)
  SELECT tenant_id, user_id, access_given_by, access_given_at FROM users
  WHERE access_given_by <> user_id AND access_given_at IS NOT NULL;
ALTER TABLE users FORCE ROW LEVEL SECURITY;

CALL app.protect('access_bonds', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE ON access_bonds TO careroute_identity;

-- What a second opinion stands on: the role of somebody who may work now, what a role of the tenant's own leaves of it,
-- and whether bonds since an instant lead from the asker to that person, in whatever direction and over whomever. The
-- app role sees of people no more than this.
DROP FUNCTION app.second_person(uuid, uuid, timestamptz);
CREATE FUNCTION app.second_person(person uuid, asker uuid, since timestamptz)
  RETURNS TABLE (role text, permissions text[], is_bound boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH RECURSIVE bond AS MATERIALIZED (
    SELECT b.user_id, b.given_by FROM public.access_bonds AS b
      WHERE b.tenant_id = app.tenant() AND b.given_at > since),
  circle AS (
    SELECT asker AS id
    UNION
    SELECT CASE WHEN b.user_id = c.id THEN b.given_by ELSE b.user_id END
      FROM bond AS b JOIN circle AS c ON c.id IN (b.user_id, b.given_by))
  SELECT u.role, r.permissions, u.user_id IN (SELECT c.id FROM circle AS c)
  FROM public.users AS u
    LEFT JOIN public.custom_roles AS r ON r.tenant_id = u.tenant_id AND r.id = u.custom_role_id
  WHERE u.tenant_id = app.tenant() AND app.staff() AND u.user_id = person AND u.status = 'active' AND NOT u.read_only
    AND (u.access_until IS NULL OR u.access_until > now())
$$;
REVOKE ALL ON FUNCTION app.second_person(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.second_person(uuid, uuid, timestamptz) TO careroute_app;

ALTER TABLE users DROP COLUMN access_given_by, DROP COLUMN access_given_at;

-- Whoever called with that key saw the secret first, and may know it whatever the key hangs on by now; null: a person
-- did.
ALTER TABLE api_keys
  ADD COLUMN shown_to_key uuid,
  ADD FOREIGN KEY (tenant_id, shown_to_key) REFERENCES api_keys (tenant_id, key_id) ON DELETE SET NULL (shown_to_key);
CREATE INDEX api_keys_by_viewer ON api_keys (tenant_id, shown_to_key) WHERE shown_to_key IS NOT NULL;
ALTER TABLE api_keys NO FORCE ROW LEVEL SECURITY;
UPDATE api_keys SET shown_to_key = made_by_key WHERE made_by_key IS NOT NULL;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
