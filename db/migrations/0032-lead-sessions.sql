-- room: leads/sessions
-- role: careroute_owner
-- Leads that a form brings together step by step: what was answered so far is sealed under a key of the session's own,
-- which is destroyed when its day is over. A lead says of which session it came, and of which lead it is a companion.

CREATE TABLE lead_sessions (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  session_id uuid NOT NULL,
  -- SHA-256 of the session's key, whose secret is 256 random bits.
  key_hash bytea NOT NULL CHECK (length(key_hash) = 32),
  -- The API key that opened it: when that ends, so does the session's.
  opened_by uuid NOT NULL,
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  current_step integer NOT NULL DEFAULT 0 CHECK (current_step >= 0),
  total_steps integer CHECK (total_steps >= 1),
  -- Null once its day is over, or a lead of it was erased.
  sealed_data bytea,
  version integer NOT NULL DEFAULT 1,
  -- `submitting`: what is submitted stands, and the answer is not known yet.
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'submitting', 'submitted', 'completed')),
  -- How often it was submitted, refused ones included.
  tries integer NOT NULL DEFAULT 0,
  primary_lead_id uuid,
  -- The refusal that was answered, where there is no lead.
  refusal text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When the key of its data was destroyed.
  shredded_at timestamptz,
  PRIMARY KEY (tenant_id, session_id),
  UNIQUE (tenant_id, key_hash)
);
CREATE INDEX lead_sessions_by_time ON lead_sessions (tenant_id, created_at DESC, session_id DESC);
CREATE INDEX lead_sessions_by_end ON lead_sessions (tenant_id, expires_at);
CALL app.protect('lead_sessions', 'partner', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_sessions TO careroute_app;

ALTER TABLE leads ADD COLUMN session_id uuid, ADD COLUMN parent_lead_id uuid;
CREATE INDEX leads_by_session ON leads (tenant_id, session_id) WHERE session_id IS NOT NULL;
