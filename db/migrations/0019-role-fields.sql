-- room: core/access
-- role: careroute_owner
-- Which fields of leads a role of the tenant's own sees, beside what its base role may; and the way to the reasons of
-- reveals by time.

-- The rules of such a role, as those of `field_access`: what binds its people is the stricter of the two. They go with
-- the role.
CREATE TABLE role_field_access (
  tenant_id uuid NOT NULL,
  role_id uuid NOT NULL,
  field text NOT NULL CHECK (field ~ '^([a-z][a-zA-Z0-9]{0,72}|class:(identity|contact|health|other))$'),
  access text NOT NULL CHECK (access IN ('hidden', 'masked', 'visible')),
  PRIMARY KEY (tenant_id, role_id, field),
  FOREIGN KEY (tenant_id, role_id) REFERENCES custom_roles (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('role_field_access', 'tenant', 'staff');
GRANT SELECT, INSERT, DELETE ON role_field_access TO careroute_app;
-- Who is bound by such rules gives nobody a role that is not: the room of people must know that there are some.
GRANT SELECT ON role_field_access TO careroute_identity;
-- Who sets the rules of a role must know which there are, and what they are made of; not what they may do.
GRANT SELECT (tenant_id, id, name, base_role) ON custom_roles TO careroute_app;

CREATE INDEX reveal_reasons_by_time ON reveal_reasons (tenant_id, at DESC, reveal_id DESC);
