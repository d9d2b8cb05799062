-- room: leads/bidding
-- role: careroute_owner
-- Pings: what a lead would bring, asked before there is one. No value of a lead is kept, only names of fields and what
-- came of them.

-- Whether a ping may carry the field, and bids be asked for with it. What tells who a person is never may.
ALTER TABLE lead_fields
  ADD COLUMN ping_safe boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT lead_fields_ping_safe_check CHECK (
    NOT ping_safe OR (phi_class IN ('health', 'other') AND type NOT IN ('email', 'phone', 'url')));

ALTER TABLE offers
  -- What is kept of each price before the partner is paid: {"kind": "percent", "bp": 2000}; null: as the campaign pays.
  ADD COLUMN margin jsonb,
  -- The least that is kept of each sale.
  ADD COLUMN min_margin_cents bigint CHECK (min_margin_cents >= 0);
ALTER TABLE campaigns
  -- How long bids are waited for.
  ADD COLUMN ping_deadline_ms integer NOT NULL DEFAULT 1000 CHECK (ping_deadline_ms BETWEEN 50 AND 30000);
ALTER TABLE leads
  -- The only buyers that the person consented to, where the sender named them.
  ADD COLUMN accepted_buyer_ids uuid[];
ALTER TABLE sales
  ADD COLUMN ping_id uuid,
  -- What the buyer called its bid.
  ADD COLUMN bid_reference text CHECK (length(bid_reference) <= 100);

CREATE TABLE pings (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  ping_id uuid NOT NULL,
  -- `ping`: a partner asked. `submit`: bids for a lead that was posted without a ping.
  kind text NOT NULL CHECK (kind IN ('ping', 'submit')),
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  offer_id uuid,
  is_test boolean NOT NULL DEFAULT false,
  outcome text NOT NULL CHECK (outcome IN ('quoted', 'no_match')),
  -- Names of the fields that it carried.
  fields text[] NOT NULL,
  -- What the partner was promised, best first: {"rank", "payoutCents"}.
  matches jsonb NOT NULL,
  payout_cents bigint CHECK (payout_cents >= 0),
  -- How many contracts were asked for a bid.
  asked integer NOT NULL,
  -- HMAC of the caller's idempotency key, and of the body it came with.
  claim bytea,
  payload_hash bytea,
  duration_ms integer NOT NULL,
  request_id text NOT NULL,
  at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- The lead that it became.
  lead_id uuid,
  PRIMARY KEY (tenant_id, ping_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id)
);
CREATE INDEX pings_by_time ON pings (tenant_id, at DESC, ping_id DESC);
CREATE UNIQUE INDEX pings_by_claim ON pings (tenant_id, campaign_id, claim) WHERE claim IS NOT NULL;
CALL app.protect('pings', 'partner', 'staff');
-- Asked once a statement: there are many rows.
ALTER POLICY tenant_select ON pings USING (tenant_id = (SELECT app.tenant())
  AND ((SELECT app.staff()) OR partner_id = (SELECT app.partner())));
CALL app.admit_guests('pings', 'subject');
GRANT SELECT, INSERT, UPDATE, DELETE ON pings TO careroute_app;

-- What buyers said to a ping, and the terms of the quote: nothing for partners.
CREATE TABLE ping_bids (
  tenant_id uuid NOT NULL,
  ping_id uuid NOT NULL,
  -- A list by contract: version, buyer, verdict, price, payout, rank, reference, duration.
  bids jsonb NOT NULL,
  -- How the quote was reckoned: margin and payout of that moment.
  terms jsonb NOT NULL,
  PRIMARY KEY (tenant_id, ping_id),
  FOREIGN KEY (tenant_id, ping_id) REFERENCES pings (tenant_id, ping_id) ON DELETE CASCADE
);
CALL app.protect('ping_bids', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON ping_bids TO careroute_app;
