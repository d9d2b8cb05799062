-- room: leads/checks, leads/imports, leads/bidding, core/consent
-- role: careroute_owner
-- A vendor that fails several times in a row is left out for a while: the evidence of a lead says so.
ALTER TABLE lead_checks DROP CONSTRAINT lead_checks_result_check, ADD CONSTRAINT lead_checks_result_check
  CHECK (result IN ('clear', 'listed', 'invalid', 'unknown', 'no_agreement', 'not_asked', 'vendor_down', 'timed_out',
    'unreachable', 'connection_lost', 'http_error', 'malformed'));
-- The log of checks is narrowed to one vendor.
CREATE INDEX lead_checks_by_vendor ON lead_checks (tenant_id, vendor_id, at DESC, check_id DESC);
-- Asked once a statement: a file has a hundred thousand rows, and each lead some checks.
ALTER POLICY tenant_select ON lead_import_rows USING (tenant_id = (SELECT app.tenant()) AND (SELECT app.staff()));
ALTER POLICY tenant_select ON lead_checks USING (tenant_id = (SELECT app.tenant()) AND (SELECT app.staff()));
-- What ran out is swept.
CREATE INDEX pings_by_end ON pings (tenant_id, expires_at) WHERE lead_id IS NULL;
CREATE INDEX suppression_entries_by_end ON suppression_entries (tenant_id, expires_at) WHERE expires_at IS NOT NULL;
