-- room: core/audit
-- role: careroute_owner
-- The trail: written in the transaction of what it records, never changed afterwards. It holds opaque ids only.

CREATE TABLE audit_events (
  tenant_id uuid NOT NULL REFERENCES tenants,
  event_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  action text NOT NULL,
  entity text NOT NULL,
  entity_ids uuid[] NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  -- Classes of personal data that were opened, empty if none.
  phi_classes text[] NOT NULL DEFAULT '{}',
  request_id text,
  address inet,
  -- Names of fields, codes and counts; never values of a person.
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX audit_events_by_time ON audit_events (tenant_id, at DESC, event_id DESC);
CALL app.protect('audit_events', 'staff', 'tenant');
GRANT SELECT, INSERT ON audit_events TO careroute_app;
