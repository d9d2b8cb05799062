-- room: leads/enrolment
-- role: careroute_owner
-- Offers that partners discover and ask for. What a partner may know of an offer stands in a table of its own, so that
-- nothing else of the offer is within its reach: a row is there while the offer is public and active or paused.

ALTER TABLE offers
  -- What partners are told: what a lead pays unless a campaign says otherwise, and the states leads are wanted from
  -- (none: from everywhere).
  ADD COLUMN default_payout_cents bigint CHECK (default_payout_cents BETWEEN 0 AND 100000000),
  ADD COLUMN states text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE PROCEDURE app.protect(target regclass, readers text, writers text) LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  clauses CONSTANT jsonb := jsonb_build_object(
    'tenant', 'tenant_id = app.tenant()',
    'staff', 'tenant_id = app.tenant() AND app.staff()',
    'buyer', 'tenant_id = app.tenant() AND (app.staff() OR buyer_id = app.buyer())',
    'partner', 'tenant_id = app.tenant() AND (app.staff() OR partner_id = app.partner())',
    'partners', 'tenant_id = app.tenant() AND (app.staff() OR app.partner() IS NOT NULL)',
    'buyer_or_partner',
    'tenant_id = app.tenant() AND (app.staff() OR buyer_id = app.buyer() OR partner_id = app.partner())');
  reading text := clauses ->> readers;
  writing text := clauses ->> writers;
BEGIN
  IF reading IS NULL OR writing IS NULL THEN RAISE 'unknown visibility % or %', readers, writers; END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_select ON %s FOR SELECT USING (%s)', target, reading);
  EXECUTE format('CREATE POLICY tenant_insert ON %s FOR INSERT WITH CHECK (%s)', target, writing);
  EXECUTE format('CREATE POLICY tenant_update ON %s FOR UPDATE USING (%s) WITH CHECK (%s)',
    target, writing, writing);
  EXECUTE format('CREATE POLICY tenant_delete ON %s FOR DELETE USING (%s)', target, writing);
END $$;

CREATE TABLE offer_listings (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- That of the offer.
  id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  status text NOT NULL CHECK (status IN ('active', 'paused')),
  default_payout_cents bigint,
  states text[] NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, id) REFERENCES offers (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id)
);
CALL app.protect('offer_listings', 'partners', 'staff');
CALL app.admit_guests('offer_listings', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_listings TO careroute_app;

-- Whatever changes an offer, in whatever way: its listing is changed with it.
CREATE FUNCTION app.list_offer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.visibility = 'public' AND NEW.status IN ('active', 'paused') THEN
    INSERT INTO public.offer_listings (tenant_id, id, vertical_id, name, description, status, default_payout_cents,
      states, created_at, updated_at)
    VALUES (NEW.tenant_id, NEW.id, NEW.vertical_id, NEW.name, NEW.description, NEW.status, NEW.default_payout_cents,
      NEW.states, NEW.created_at, NEW.updated_at)
    ON CONFLICT (tenant_id, id) DO UPDATE SET vertical_id = excluded.vertical_id, name = excluded.name,
      description = excluded.description, status = excluded.status, states = excluded.states,
      default_payout_cents = excluded.default_payout_cents, updated_at = excluded.updated_at;
  ELSE
    DELETE FROM public.offer_listings AS l WHERE l.tenant_id = NEW.tenant_id AND l.id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER list_offer AFTER INSERT OR UPDATE ON offers FOR EACH ROW EXECUTE FUNCTION app.list_offer();

ALTER TABLE offers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_listings NO FORCE ROW LEVEL SECURITY;
INSERT INTO offer_listings (tenant_id, id, vertical_id, name, description, status, states, created_at, updated_at)
  SELECT tenant_id, id, vertical_id, name, description, status, states, created_at, updated_at FROM offers
  WHERE visibility = 'public' AND status IN ('active', 'paused');
ALTER TABLE offers FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_listings FORCE ROW LEVEL SECURITY;

CREATE TABLE offer_requests (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  offer_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'declined', 'withdrawn')),
  asked_by uuid NOT NULL,
  -- Staff, or somebody of the partner who withdrew it.
  decided_by uuid,
  decided_at timestamptz,
  -- To the partner.
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  -- What approving made. It may be deleted later.
  campaign_id uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, offer_id) REFERENCES offers (tenant_id, id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CHECK ((status = 'pending') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((status = 'approved') = (campaign_id IS NOT NULL)),
  CHECK (status <> 'declined' OR note IS NOT NULL)
);
-- Of two that ask at once, one does.
CREATE UNIQUE INDEX offer_requests_pending ON offer_requests (tenant_id, partner_id, offer_id)
  WHERE status = 'pending';
CREATE INDEX offer_requests_by_offer ON offer_requests (tenant_id, offer_id, created_at DESC, id DESC);
CREATE INDEX offer_requests_by_partner ON offer_requests (tenant_id, partner_id, created_at DESC, id DESC);
CREATE INDEX offer_requests_waiting ON offer_requests (tenant_id, created_at DESC, id DESC) WHERE status = 'pending';
CALL app.protect('offer_requests', 'partner', 'partner');
CALL app.admit_guests('offer_requests', 'all');
GRANT SELECT, INSERT, UPDATE ON offer_requests TO careroute_app;
