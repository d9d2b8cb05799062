-- room: leads/sales
-- role: careroute_owner
-- Reservations that become sales, their delivery attempts, and the ledger.

CREATE TABLE sales (
  tenant_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  contract_version integer NOT NULL,
  buyer_id uuid NOT NULL,
  rank integer NOT NULL,
  status text NOT NULL CHECK (status IN ('delivering', 'uncertain', 'settled', 'released')),
  exclusive boolean NOT NULL,
  price_cents bigint NOT NULL CHECK (price_cents >= 0),
  payout_cents bigint NOT NULL CHECK (payout_cents >= 0),
  currency char(3) NOT NULL,
  -- The licensed fields as delivered, sealed under the lead's key: all that the buyer may ever read.
  sealed_licensed bytea NOT NULL,
  licensed_fields text[] NOT NULL,
  reason text,
  buyer_lead_id text,
  reserved_at timestamptz NOT NULL,
  settled_at timestamptz,
  -- When a job is to take the sale up again; a sweep enqueues it anew if that time is long past.
  resume_at timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, sale_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, contract_id, contract_version) REFERENCES contract_versions (tenant_id, contract_id, version)
);
-- An exclusive lead has at most one sale that is delivering, uncertain or settled: the index says so, not code.
CREATE UNIQUE INDEX sales_one_live_exclusive ON sales (tenant_id, lead_id)
  WHERE exclusive AND status IN ('delivering', 'uncertain', 'settled');
-- And no contract ever gets the same lead in two live sales, whatever the distribution.
CREATE UNIQUE INDEX sales_one_per_contract ON sales (tenant_id, lead_id, contract_id) WHERE status <> 'released';
CREATE INDEX sales_by_lead ON sales (tenant_id, lead_id, rank);
CREATE INDEX sales_by_buyer ON sales (tenant_id, buyer_id, reserved_at DESC);
CREATE INDEX sales_to_resume ON sales (tenant_id, resume_at) WHERE resume_at IS NOT NULL;
CALL app.protect('sales', 'buyer', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON sales TO careroute_app;

CREATE TABLE delivery_attempts (
  tenant_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  number smallint NOT NULL,
  started_at timestamptz NOT NULL,
  -- After this instant, an attempt without an outcome belongs to nobody: its process is gone.
  lease_until timestamptz NOT NULL,
  finished_at timestamptz,
  outcome text CHECK (outcome IN ('accepted', 'rejected', 'duplicate', 'failed', 'uncertain')),
  reason text,
  http_status smallint,
  duration_ms integer,
  -- What the buyer answered, capped, sealed under the lead's key.
  sealed_response bytea,
  PRIMARY KEY (tenant_id, attempt_id),
  UNIQUE (tenant_id, sale_id, number),
  FOREIGN KEY (tenant_id, sale_id) REFERENCES sales (tenant_id, sale_id) ON DELETE CASCADE
);
CREATE INDEX delivery_attempts_open ON delivery_attempts (tenant_id, lease_until) WHERE outcome IS NULL;
CALL app.protect('delivery_attempts', 'buyer', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_attempts TO careroute_app;

-- Double entry: the rows of one transaction sum to zero. Balances are derived.
CREATE TABLE ledger_entries (
  tenant_id uuid NOT NULL REFERENCES tenants,
  entry_id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  account text NOT NULL CHECK (account IN ('buyer_receivable', 'tenant_revenue', 'partner_cost', 'partner_payable')),
  buyer_id uuid,
  partner_id uuid,
  sale_id uuid,
  kind text NOT NULL CHECK (kind IN ('sale')),
  amount_cents bigint NOT NULL,
  currency char(3) NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, entry_id)
);
CREATE INDEX ledger_by_buyer ON ledger_entries (tenant_id, buyer_id, account) WHERE buyer_id IS NOT NULL;
-- A sale is charged once, whatever is retried.
CREATE UNIQUE INDEX ledger_once_per_sale ON ledger_entries (tenant_id, sale_id, account, kind) WHERE sale_id IS NOT NULL;
CALL app.protect('ledger_entries', 'buyer', 'staff');
GRANT SELECT, INSERT, DELETE ON ledger_entries TO careroute_app;
