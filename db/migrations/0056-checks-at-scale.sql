-- room: leads/checks, leads/imports, leads/bidding, core/consent, platform/queue
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

-- A sale that waits long in the queue is overdue each minute: it gets one more job, and not one a minute. The function
-- is the queue's own, as it alone may write there.
SET LOCAL ROLE careroute_queue;
CREATE FUNCTION queue.enqueue_once(identifier text, payloads jsonb, attempts integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(payloads) AS payload
    WHERE app.tenant() IS NULL OR (payload ->> 'tenantId')::uuid IS DISTINCT FROM app.tenant()
  ) THEN
    RAISE 'a job names another tenant than its transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_jobs((
    SELECT array_agg(ROW(identifier, payload, NULL, NULL, attempts::smallint, identifier || ' ' || payload, NULL,
      NULL)::graphile_worker.job_spec)
    FROM jsonb_array_elements(payloads) AS payload
  ), job_key_preserve_run_at => true);
END $$;
REVOKE ALL ON FUNCTION queue.enqueue_once FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue.enqueue_once TO careroute_app;
