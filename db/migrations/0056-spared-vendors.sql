-- room: leads/checks
-- role: careroute_owner
-- A vendor that fails several times in a row is left out for a while: the evidence of a lead says so.
ALTER TABLE lead_checks DROP CONSTRAINT lead_checks_result_check, ADD CONSTRAINT lead_checks_result_check
  CHECK (result IN ('clear', 'listed', 'invalid', 'unknown', 'no_agreement', 'not_asked', 'vendor_down', 'timed_out',
    'unreachable', 'connection_lost', 'http_error', 'malformed'));
-- The log of checks is narrowed to one vendor.
CREATE INDEX lead_checks_by_vendor ON lead_checks (tenant_id, vendor_id, at DESC, check_id DESC);
