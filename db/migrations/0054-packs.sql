-- room: leads/sales
-- role: careroute_owner
-- Leads that a buyer has bought in advance, for one contract or for all its contracts. While a pack is active, a sale
-- takes one of its leads and books no further debt.
CREATE TABLE lead_packs (
  tenant_id uuid NOT NULL REFERENCES tenants,
  pack_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  -- Null: for all contracts of the buyer.
  contract_id uuid,
  leads integer NOT NULL CHECK (leads BETWEEN 1 AND 1000000),
  -- Of each lead: what a sale under the pack earns.
  price_cents bigint NOT NULL CHECK (price_cents BETWEEN 0 AND 100000000),
  notes text CHECK (length(notes) BETWEEN 1 AND 2000),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
  -- What whoever sold it said so that it is sold once.
  idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  sold_by uuid NOT NULL,
  sold_at timestamptz NOT NULL,
  closed_by uuid,
  closed_at timestamptz,
  -- How many were left when it was closed, and whether the buyer got their price back.
  rest_leads integer,
  rest_refunded boolean,
  PRIMARY KEY (tenant_id, pack_id),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id),
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts (tenant_id, id),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL AND rest_leads IS NOT NULL
    AND rest_refunded IS NOT NULL))
);
CREATE INDEX lead_packs_by_buyer ON lead_packs (tenant_id, buyer_id, sold_at DESC, pack_id DESC);
CREATE UNIQUE INDEX lead_packs_once ON lead_packs (tenant_id, buyer_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CALL app.protect('lead_packs', 'buyer', 'staff');
CALL app.admit_guests('lead_packs', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_packs TO careroute_app;
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON lead_packs EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR UPDATE OR DELETE ON lead_packs
  FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();

-- How many leads of a pack are reserved or sold. Apart from its settings: counting moves no stamp of routing.
CREATE TABLE pack_usage (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  pack_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  leads integer NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, pack_id),
  FOREIGN KEY (tenant_id, pack_id) REFERENCES lead_packs (tenant_id, pack_id) ON DELETE CASCADE,
  CHECK (taken BETWEEN 0 AND leads)
);
CALL app.protect('pack_usage', 'buyer', 'staff');
CALL app.admit_guests('pack_usage', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON pack_usage TO careroute_app;

ALTER TABLE sales
  ADD COLUMN pack_id uuid,
  ADD CONSTRAINT sales_pack_fkey FOREIGN KEY (tenant_id, pack_id) REFERENCES lead_packs (tenant_id, pack_id);

ALTER TABLE ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN
    ('sale', 'return', 'opening', 'payment', 'adjustment', 'fee', 'pack')),
  DROP CONSTRAINT ledger_entries_account_check,
  ADD CONSTRAINT ledger_entries_account_check CHECK (account IN
    ('buyer_receivable', 'tenant_revenue', 'partner_cost', 'partner_payable', 'opening_balance', 'tenant_cash',
     'tenant_fees', 'balance_adjustment', 'pack_liability'));
