-- room: leads/routing
-- role: careroute_owner
-- Offers that sell a lead once or several times, with a pool to fall back on; caps, credit and turns, each counted where
-- a reservation is made.

ALTER TABLE offers
  ADD COLUMN max_sales integer CHECK (max_sales >= 1),
  ADD COLUMN fallback_rule text NOT NULL DEFAULT 'priority'
    CHECK (fallback_rule IN ('all', 'price', 'priority', 'weight', 'round_robin')),
  -- Whether a person who comes again goes to the buyer of last time, or to anybody but that one.
  ADD COLUMN affinity text NOT NULL DEFAULT 'off' CHECK (affinity IN ('off', 'same', 'exclude')),
  ADD COLUMN affinity_days integer NOT NULL DEFAULT 30 CHECK (affinity_days BETWEEN 1 AND 365);
ALTER TABLE offer_contracts
  ADD COLUMN pool text NOT NULL DEFAULT 'primary' CHECK (pool IN ('primary', 'fallback'));
ALTER TABLE campaigns
  -- Leads a day, week and month: {"day": 50}.
  ADD COLUMN caps jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN pricing_model text NOT NULL DEFAULT 'fixed' CHECK (pricing_model IN ('fixed', 'revshare')),
  -- Of each sale's price, in hundredths of a per cent.
  ADD COLUMN revshare_bp integer CHECK (revshare_bp BETWEEN 0 AND 10000),
  ADD COLUMN maximum_payout_cents bigint CHECK (maximum_payout_cents >= 0);
ALTER TABLE buyers
  -- Over all contracts of the buyer: {"leads": {"day": 50}, "spendCents": {"month": 100000}}.
  ADD COLUMN caps jsonb NOT NULL DEFAULT '{}',
  -- Null is no limit; zero is nothing on credit.
  ADD COLUMN credit_limit_cents bigint CHECK (credit_limit_cents >= 0);

ALTER TABLE decisions ADD COLUMN plan jsonb NOT NULL DEFAULT '{"distributionType": "exclusive"}';
ALTER TABLE leads ADD COLUMN counted_on date;
ALTER TABLE sales
  ADD COLUMN offer_id uuid,
  ADD COLUMN pool text NOT NULL DEFAULT 'primary' CHECK (pool IN ('primary', 'fallback')),
  -- The day, in the contract's zone and in the buyer's, on which the caps count it; null for what none counted.
  ADD COLUMN counted_on date,
  ADD COLUMN buyer_counted_on date,
  -- Whether the partner earns by the sale; otherwise once for the lead.
  ADD COLUMN payout_per_sale boolean NOT NULL DEFAULT false;
-- A buyer never has the same lead in two live sales, whatever its contracts.
CREATE UNIQUE INDEX sales_one_per_buyer ON sales (tenant_id, lead_id, buyer_id) WHERE status <> 'released';
-- Whose turn it is, by offer: the contract that was offered a lead least recently is first among equals.
CREATE TABLE offer_turns (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  offer_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  turn bigint NOT NULL,
  PRIMARY KEY (tenant_id, offer_id, contract_id),
  FOREIGN KEY (tenant_id, offer_id) REFERENCES offers (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('offer_turns', 'staff', 'staff');
CALL app.admit_guests('offer_turns', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_turns TO careroute_app;
ALTER TABLE contracts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_contracts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_turns NO FORCE ROW LEVEL SECURITY;
INSERT INTO offer_turns (tenant_id, offer_id, contract_id, turn)
  SELECT l.tenant_id, l.offer_id, l.contract_id, extract(epoch FROM c.last_won_at)::bigint * 1000000
  FROM offer_contracts AS l JOIN contracts AS c ON c.tenant_id = l.tenant_id AND c.id = l.contract_id
  WHERE c.last_won_at IS NOT NULL;
ALTER TABLE contracts FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_contracts FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_turns FORCE ROW LEVEL SECURITY;
ALTER TABLE contracts DROP COLUMN last_won_at;

-- What was reserved and not released, by day in the owner's zone. A cap asks for the sum over its days, so that another
-- cap never forgets what was sold.
CREATE TABLE cap_usage (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- A contract, a buyer or a campaign.
  owner_id uuid NOT NULL,
  day date NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  leads integer NOT NULL,
  spend_cents bigint NOT NULL,
  PRIMARY KEY (tenant_id, owner_id, day)
);
CALL app.protect('cap_usage', 'buyer_or_partner', 'staff');
CALL app.admit_guests('cap_usage', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON cap_usage TO careroute_app;

-- What a buyer owes and what is reserved for it, in one number: what is asked before it gets another lead on credit.
-- The first part is the sum of its ledger.
CREATE TABLE buyer_credit (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  buyer_id uuid NOT NULL,
  committed_cents bigint NOT NULL,
  PRIMARY KEY (tenant_id, buyer_id),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('buyer_credit', 'buyer', 'staff');
CALL app.admit_guests('buyer_credit', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON buyer_credit TO careroute_app;

ALTER TABLE sales NO FORCE ROW LEVEL SECURITY;
ALTER TABLE buyers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE leads NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE buyer_credit NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cap_usage NO FORCE ROW LEVEL SECURITY;
UPDATE sales SET counted_on = (reserved_at AT TIME ZONE t.time_zone)::date,
    buyer_counted_on = (reserved_at AT TIME ZONE t.time_zone)::date
  FROM tenants AS t WHERE t.tenant_id = sales.tenant_id;
UPDATE sales SET offer_id = l.offer_id
  FROM leads AS l WHERE l.tenant_id = sales.tenant_id AND l.lead_id = sales.lead_id;
INSERT INTO cap_usage (tenant_id, owner_id, day, buyer_id, leads, spend_cents)
  SELECT tenant_id, contract_id, counted_on, buyer_id, count(*), sum(price_cents) FROM sales
    WHERE status <> 'released' GROUP BY tenant_id, contract_id, counted_on, buyer_id
  UNION ALL
  SELECT tenant_id, buyer_id, counted_on, buyer_id, count(*), sum(price_cents) FROM sales
    WHERE status <> 'released' GROUP BY tenant_id, counted_on, buyer_id;
INSERT INTO buyer_credit (tenant_id, buyer_id, committed_cents)
  SELECT b.tenant_id, b.id,
    (SELECT coalesce(sum(e.amount_cents), 0) FROM ledger_entries AS e
      WHERE e.tenant_id = b.tenant_id AND e.buyer_id = b.id AND e.account = 'buyer_receivable')
    + (SELECT coalesce(sum(s.price_cents), 0) FROM sales AS s
      WHERE s.tenant_id = b.tenant_id AND s.buyer_id = b.id AND s.status IN ('delivering', 'uncertain'))
  FROM buyers AS b;
-- What is under way goes on by the plan that there was.
ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
UPDATE decisions AS d SET verdicts = (SELECT jsonb_agg('{"pool": "primary"}' || v) FROM jsonb_array_elements(verdicts) AS v)
  WHERE EXISTS (SELECT FROM sales AS s
    WHERE s.tenant_id = d.tenant_id AND s.lead_id = d.lead_id AND s.status IN ('delivering', 'uncertain'));
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE sales FORCE ROW LEVEL SECURITY;
ALTER TABLE buyers FORCE ROW LEVEL SECURITY;
ALTER TABLE leads FORCE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE buyer_credit FORCE ROW LEVEL SECURITY;
ALTER TABLE cap_usage FORCE ROW LEVEL SECURITY;

-- Whoever reserves holds this lock shared until its commit, whoever changes what routing reads holds it alone: so that
-- nobody counts against a new cap before all that was reserved under the old one is there to be counted.
CREATE FUNCTION app.routing_key() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$ SELECT hashtextextended('routing/' || app.tenant()::text, 0) $$;
REVOKE ALL ON FUNCTION app.routing_key() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.routing_key() TO careroute_app, careroute_identity;
CREATE FUNCTION app.hold_routing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  PERFORM pg_advisory_xact_lock(app.routing_key());
  RETURN NULL;
END $$;
DO $$
DECLARE target regclass;
BEGIN
  FOREACH target IN ARRAY ARRAY['verticals', 'partners', 'campaigns', 'lead_fields', 'buyers', 'contracts', 'offers',
    'offer_contracts']::regclass[] LOOP
    EXECUTE format('CREATE TRIGGER hold_routing BEFORE INSERT OR UPDATE OR DELETE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing()', target);
  END LOOP;
END $$;
