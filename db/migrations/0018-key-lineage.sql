-- room: core/access
-- role: careroute_owner
-- Which key made a key, so that a stolen one takes along what was made with it; who gave a person access, so that
-- nobody is the second opinion of whoever just made the account; and posts beyond a key's limit by their own name.

ALTER TABLE api_keys
  -- The key that the one who saw the secret first called with; where a person rotates a key, the maker of the old one.
  ADD COLUMN made_by_key uuid,
  ADD FOREIGN KEY (tenant_id, made_by_key) REFERENCES api_keys (tenant_id, key_id) ON DELETE SET NULL (made_by_key);
CREATE INDEX api_keys_by_maker ON api_keys (tenant_id, made_by_key) WHERE made_by_key IS NOT NULL;

ALTER TABLE users
  -- Whoever of the tenant made the account, or last changed its role, its state or its address; null: nobody else.
  ADD COLUMN access_given_by uuid,
  ADD COLUMN access_given_at timestamptz;

-- What a second opinion stands on: the role of somebody who may work now, what a role of the tenant's own leaves of it,
-- and whether the asker gave that access since an instant, by himself or through others. The app role sees of people
-- no more than this.
CREATE FUNCTION app.second_person(person uuid, asker uuid, since timestamptz)
  RETURNS TABLE (role text, permissions text[], of_asker boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH RECURSIVE made AS (
    SELECT asker AS user_id
    UNION
    SELECT u.user_id FROM public.users AS u JOIN made AS m ON u.access_given_by = m.user_id
      WHERE u.tenant_id = app.tenant() AND u.access_given_at > since)
  SELECT u.role, c.permissions, u.user_id IN (SELECT m.user_id FROM made AS m)
  FROM public.users AS u
    LEFT JOIN public.custom_roles AS c ON c.tenant_id = u.tenant_id AND c.id = u.custom_role_id
  WHERE u.tenant_id = app.tenant() AND app.staff() AND u.user_id = person AND u.status = 'active' AND NOT u.read_only
    AND (u.access_until IS NULL OR u.access_until > now())
$$;
REVOKE ALL ON FUNCTION app.second_person(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.second_person(uuid, uuid, timestamptz) TO careroute_app;

ALTER TABLE posting_log DROP CONSTRAINT posting_log_outcome_check;
ALTER TABLE posting_log ADD CONSTRAINT posting_log_outcome_check CHECK (outcome IN
  ('success', 'rejected', 'validation_error', 'auth_error', 'rate_limited', 'server_error'));
