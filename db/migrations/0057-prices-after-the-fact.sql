-- room: leads/sales
-- role: careroute_owner
-- The price of a sale may be changed after the fact: the difference is booked beside what stands, each change as
-- transactions of its own.
ALTER TABLE ledger_entries
  DROP CONSTRAINT ledger_entries_kind_check,
  ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN
    ('sale', 'return', 'opening', 'payment', 'adjustment', 'fee', 'pack', 'reprice'));

-- A sale and its return are booked once; its price may be changed more than once.
DROP INDEX ledger_once_per_sale;
CREATE UNIQUE INDEX ledger_once_per_sale ON ledger_entries (tenant_id, sale_id, account, kind)
  WHERE sale_id IS NOT NULL AND kind <> 'reprice';

-- Why it was changed stands beside the lead, sealed like every note.
ALTER TABLE lead_notes
  DROP CONSTRAINT lead_notes_kind_check,
  ADD CONSTRAINT lead_notes_kind_check CHECK (kind IN ('note', 'return', 'scrub', 'merge', 'price'));
