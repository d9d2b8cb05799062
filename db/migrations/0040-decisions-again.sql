-- room: leads/intake
-- role: careroute_owner
-- A decision says by what it was made, so that it can be made again and be found the same; a lead that is routed again
-- has a decision of each round. A sale may be a person's choice, and a buyer may give it back.

ALTER TABLE decisions
  ADD COLUMN round smallint NOT NULL DEFAULT 1 CHECK (round >= 1),
  -- Null where it was not asked, and of earlier versions.
  ADD COLUMN basis jsonb;
ALTER TABLE decisions DROP CONSTRAINT decisions_pkey, ADD PRIMARY KEY (tenant_id, lead_id, round);

ALTER TABLE sales
  -- A person's choice: what follows from its refusal is a person's too.
  ADD COLUMN picked boolean NOT NULL DEFAULT false,
  ADD COLUMN returned_at timestamptz,
  DROP CONSTRAINT sales_status_check,
  ADD CONSTRAINT sales_status_check CHECK (status IN ('delivering', 'uncertain', 'settled', 'released', 'returned')),
  ADD CHECK ((status = 'returned') = (returned_at IS NOT NULL));
ALTER TABLE ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('sale', 'return'));
