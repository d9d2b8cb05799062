-- room: leads/intake
-- role: careroute_owner
-- Leads, sealed by class of personal data; what stands in clear is a limited data set (45 CFR 164.514(e)).

CREATE TABLE leads (
  tenant_id uuid NOT NULL REFERENCES tenants,
  lead_id uuid NOT NULL,
  number bigint NOT NULL,
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  offer_id uuid,
  status text NOT NULL CHECK (status IN ('routing', 'sold', 'unsold', 'pending', 'matched', 'returned', 'scrubbed', 'erased')),
  reason text,
  regime text NOT NULL,
  is_test boolean NOT NULL DEFAULT false,
  state text,
  zip3 text,
  birth_year smallint,
  price_cents bigint,
  payout_cents bigint,
  key_id uuid NOT NULL,
  sealed_identity bytea,
  sealed_contact bytea,
  sealed_health bytea,
  sealed_other bytea,
  received_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, lead_id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id)
);
CREATE INDEX leads_by_time ON leads (tenant_id, received_at DESC, lead_id DESC);
CREATE INDEX leads_by_campaign ON leads (tenant_id, campaign_id, received_at DESC);
CALL app.protect('leads', 'partner', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON leads TO careroute_app;

-- Blind indexes for duplicates and search: HMACs of normalised values, per tenant and field.
CREATE TABLE lead_tokens (
  tenant_id uuid NOT NULL,
  field text NOT NULL,
  token bytea NOT NULL CHECK (length(token) = 32),
  vertical_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token, field, lead_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id) ON DELETE CASCADE
);
CREATE INDEX lead_tokens_by_lead ON lead_tokens (tenant_id, lead_id);
CALL app.protect('lead_tokens', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON lead_tokens TO careroute_app;

-- The first answer to a request stays its answer: by the caller's key for 24 h, by equal payload for 60 s.
CREATE TABLE intake_claims (
  tenant_id uuid NOT NULL REFERENCES tenants,
  campaign_id uuid NOT NULL,
  claim bytea NOT NULL,
  payload_hash bytea NOT NULL,
  lead_id uuid,
  -- The refusal that was answered, where there is no lead.
  refusal text,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, campaign_id, claim)
);
CREATE INDEX intake_claims_by_expiry ON intake_claims (tenant_id, expires_at);
CALL app.protect('intake_claims', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON intake_claims TO careroute_app;

-- Why each contract won or lost: one row per lead, exact versions, no value of the lead.
CREATE TABLE decisions (
  tenant_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  offer_id uuid,
  routing_stamp bigint NOT NULL,
  seed bigint NOT NULL,
  verdicts jsonb NOT NULL,
  ranking uuid[] NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id) ON DELETE CASCADE
);
CALL app.protect('decisions', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON decisions TO careroute_app;

-- Every post and its answer, without bodies: faults by field name and rule.
CREATE TABLE posting_log (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  endpoint text NOT NULL,
  campaign_id uuid,
  partner_id uuid,
  lead_id uuid,
  outcome text NOT NULL CHECK (outcome IN ('success', 'rejected', 'validation_error', 'auth_error', 'server_error')),
  http_status smallint NOT NULL,
  code text,
  faults jsonb NOT NULL DEFAULT '[]',
  duration_ms integer NOT NULL,
  request_id text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX posting_log_by_time ON posting_log (tenant_id, at DESC, id DESC);
CALL app.protect('posting_log', 'partner', 'staff');
GRANT SELECT, INSERT, DELETE ON posting_log TO careroute_app;
