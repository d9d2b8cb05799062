-- room: leads/intake
-- role: careroute_owner
-- What a test is answered.

-- The outcome that a test asked for, with what it would have paid: what its sender is told.
ALTER TABLE leads
  ADD COLUMN test_result text CHECK (test_result IN ('sold', 'rejected', 'pending')),
  ADD COLUMN test_payout_cents bigint,
  ADD CONSTRAINT leads_forced_only_in_tests CHECK (test_result IS NULL OR is_test);
