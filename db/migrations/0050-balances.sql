-- room: leads/sales
-- role: careroute_owner
-- What is booked by hand upon a buyer's balance: a payment, a fee, or an adjustment with its reason. Never changed; a
-- mistake is booked against.
CREATE TABLE balance_adjustments (
  tenant_id uuid NOT NULL REFERENCES tenants,
  adjustment_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'adjustment', 'fee')),
  -- What the buyer owes more by it; below zero, less.
  owed_cents bigint NOT NULL CHECK (owed_cents <> 0),
  notes text CHECK (length(notes) BETWEEN 1 AND 2000),
  reference text CHECK (length(reference) BETWEEN 1 AND 255),
  -- Of the entries in the ledger.
  transaction_id uuid NOT NULL,
  -- What whoever booked it said so that it is booked once.
  idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  made_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, adjustment_id),
  FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers (tenant_id, id)
);
CREATE INDEX balance_adjustments_by_buyer ON balance_adjustments (tenant_id, buyer_id, at DESC, adjustment_id DESC);
CREATE UNIQUE INDEX balance_adjustments_once ON balance_adjustments (tenant_id, buyer_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CALL app.protect('balance_adjustments', 'buyer', 'staff');
CALL app.admit_guests('balance_adjustments', 'all');
GRANT SELECT, INSERT, DELETE ON balance_adjustments TO careroute_app;

ALTER TABLE ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN
    ('sale', 'return', 'opening', 'payment', 'adjustment', 'fee')),
  DROP CONSTRAINT ledger_entries_account_check,
  ADD CONSTRAINT ledger_entries_account_check CHECK (account IN
    ('buyer_receivable', 'tenant_revenue', 'partner_cost', 'partner_payable', 'opening_balance', 'tenant_cash',
     'tenant_fees', 'balance_adjustment'));
