-- room: leads/sources
-- role: careroute_owner
-- What was brought over from another system: which record there is which one here, so that it may be brought again. The
-- ids are of settings, never of people.

CREATE TABLE brought_records (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  -- The origin of the other system's address, such as https://leads.example.com.
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
  foreign_id text NOT NULL CHECK (length(foreign_id) BETWEEN 1 AND 300),
  record_id uuid NOT NULL,
  brought_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, source, kind, foreign_id)
);
CALL app.protect('brought_records', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON brought_records TO careroute_app;

-- What a buyer owed in the other system when it was brought over: the other side of it is no revenue of ours.
ALTER TABLE ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('sale', 'return', 'opening')),
  DROP CONSTRAINT ledger_entries_account_check,
  ADD CONSTRAINT ledger_entries_account_check CHECK (account IN
    ('buyer_receivable', 'tenant_revenue', 'partner_cost', 'partner_payable', 'opening_balance'));
