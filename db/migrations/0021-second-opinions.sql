-- room: core/identity
-- role: careroute_owner
-- Who gave whom access, each pair for itself, so that two accounts in one hand are no two opinions.

CREATE TABLE access_bonds (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  user_id uuid NOT NULL,
  -- Whoever of the tenant made the account, or changed what opens it or what it may do.
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, given_by),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX access_bonds_by_age ON access_bonds (tenant_id, given_at);
CALL app.protect('access_bonds', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON access_bonds TO careroute_identity;

DROP FUNCTION app.second_person(uuid, uuid, timestamptz);
ALTER TABLE users DROP COLUMN access_given_by, DROP COLUMN access_given_at;

-- What a second opinion stands on: the role of somebody who may work now, what a role of the tenant's own leaves of it,
-- and whether bonds since an instant lead from that person to the asker, in either direction and through others. The
-- app role sees of people no more than this.
CREATE FUNCTION app.second_person(person uuid, asker uuid, since timestamptz)
  RETURNS TABLE (role text, permissions text[], bound_to_asker boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH RECURSIVE bonds AS (
    SELECT b.user_id AS one, b.given_by AS other FROM public.access_bonds AS b
      WHERE b.tenant_id = app.tenant() AND b.given_at > since),
  near AS (
    SELECT asker AS user_id
    UNION
    SELECT CASE WHEN b.one = n.user_id THEN b.other ELSE b.one END
      FROM near AS n JOIN bonds AS b ON n.user_id IN (b.one, b.other))
  SELECT u.role, c.permissions, u.user_id IN (SELECT n.user_id FROM near AS n)
  FROM public.users AS u
    LEFT JOIN public.custom_roles AS c ON c.tenant_id = u.tenant_id AND c.id = u.custom_role_id
  WHERE u.tenant_id = app.tenant() AND app.staff() AND u.user_id = person AND u.status = 'active' AND NOT u.read_only
    AND (u.access_until IS NULL OR u.access_until > now())
$$;
REVOKE ALL ON FUNCTION app.second_person(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.second_person(uuid, uuid, timestamptz) TO careroute_app;
