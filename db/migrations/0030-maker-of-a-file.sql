-- room: core/access
-- role: careroute_owner
-- A file of leads is made beside its request: whoever makes it must learn what its maker may see by now, and not only
-- whether the account still works.

DROP FUNCTION app.second_person(uuid, uuid, timestamptz);
CREATE FUNCTION app.second_person(person uuid, asker uuid, since timestamptz)
  RETURNS TABLE (role text, permissions text[], is_bound boolean, pii_access boolean, custom_role_id uuid)
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
  SELECT u.role, r.permissions, u.user_id IN (SELECT c.id FROM circle AS c), u.pii_access, u.custom_role_id
  FROM public.users AS u
    LEFT JOIN public.custom_roles AS r ON r.tenant_id = u.tenant_id AND r.id = u.custom_role_id
  WHERE u.tenant_id = app.tenant() AND app.staff() AND u.user_id = person AND u.status = 'active' AND NOT u.read_only
    AND (u.access_until IS NULL OR u.access_until > now())
$$;
REVOKE ALL ON FUNCTION app.second_person(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.second_person(uuid, uuid, timestamptz) TO careroute_app;
