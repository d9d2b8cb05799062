-- room: leads/checks
-- role: careroute_owner
-- Outside services that are asked about a phone number or an e-mail address before a lead is routed.

CREATE TABLE check_vendors (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- What it tells: do-not-call lists and litigators of a number, whether a number or an address is in use.
  kind text NOT NULL CHECK (kind IN ('dnc', 'litigator', 'phone', 'email')),
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2048),
  -- Sent as a bearer token.
  secret_sealed bytea,
  -- The value itself, or the SHA-256 of it.
  sends text NOT NULL DEFAULT 'plain' CHECK (sends IN ('plain', 'sha256')),
  timeout_ms integer NOT NULL DEFAULT 1500 CHECK (timeout_ms BETWEEN 100 AND 10000),
  -- How long an answer may be used again; 0: never.
  cache_days integer NOT NULL DEFAULT 30 CHECK (cache_days BETWEEN 0 AND 90),
  -- Whether there is a business associate agreement with it.
  baa_state text NOT NULL DEFAULT 'none' CHECK (baa_state IN ('signed', 'not_needed', 'none')),
  baa_reason text CHECK (length(baa_reason) BETWEEN 1 AND 500),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT check_vendors_name UNIQUE (tenant_id, name),
  CONSTRAINT check_vendors_reason CHECK (baa_state <> 'not_needed' OR baa_reason IS NOT NULL)
);
CALL app.protect('check_vendors', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON check_vendors TO careroute_app;
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON check_vendors EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR UPDATE OR DELETE ON check_vendors
  FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();

-- Which vendors are asked about the leads of a campaign.
CREATE TABLE campaign_checks (
  tenant_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  position smallint NOT NULL,
  -- What becomes of a lead when the vendor gives no answer.
  fail_mode text NOT NULL CHECK (fail_mode IN ('accept', 'refuse')),
  PRIMARY KEY (tenant_id, campaign_id, vendor_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT campaign_checks_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES check_vendors (tenant_id, id)
);
CREATE INDEX campaign_checks_by_vendor ON campaign_checks (tenant_id, vendor_id);
CALL app.protect('campaign_checks', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON campaign_checks TO careroute_app;
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON campaign_checks EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE ON campaign_checks
  FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();

-- What vendors said of a value, known by its blind index, while it may be used again.
CREATE TABLE check_answers (
  tenant_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  token bytea NOT NULL CHECK (length(token) = 32),
  result text NOT NULL CHECK (result IN ('clear', 'listed', 'invalid')),
  -- What the vendor calls its answer.
  reference text CHECK (length(reference) BETWEEN 1 AND 100),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, vendor_id, token),
  FOREIGN KEY (tenant_id, vendor_id) REFERENCES check_vendors (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX check_answers_by_token ON check_answers (tenant_id, token);
CREATE INDEX check_answers_by_expiry ON check_answers (tenant_id, expires_at);
CALL app.protect('check_answers', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON check_answers TO careroute_app;

-- What a lead, or a post that became none, was routed or refused by. Stays when the vendor is deleted.
CREATE TABLE lead_checks (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  check_id uuid NOT NULL,
  -- In the order of the campaign.
  position smallint NOT NULL,
  -- Null for a post that was refused.
  lead_id uuid,
  campaign_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  vendor_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('dnc', 'litigator', 'phone', 'email')),
  fail_mode text NOT NULL CHECK (fail_mode IN ('accept', 'refuse')),
  -- What the vendor said, or why it said nothing.
  result text NOT NULL CHECK (result IN ('clear', 'listed', 'invalid', 'unknown', 'no_agreement', 'not_asked',
    'timed_out', 'unreachable', 'connection_lost', 'http_error', 'malformed')),
  -- Null once the lead was erased.
  reference text CHECK (length(reference) BETWEEN 1 AND 100),
  -- The blind index of the value that was asked about, of leads alone; null once the lead was erased.
  token bytea CHECK (length(token) = 32),
  -- When the vendor was asked; null if it was not.
  asked_at timestamptz,
  from_cache boolean NOT NULL,
  duration_ms integer,
  request_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, check_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id) ON DELETE CASCADE
);
CREATE INDEX lead_checks_by_lead ON lead_checks (tenant_id, lead_id);
CREATE INDEX lead_checks_by_time ON lead_checks (tenant_id, at DESC, check_id DESC);
CALL app.protect('lead_checks', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE (reference, token), DELETE ON lead_checks TO careroute_app;
