-- room: platform/queue
-- role: careroute_queue
-- The one way for the app role to put a job into the queue: its payload must name the tenant of the transaction.

CREATE FUNCTION queue.enqueue(identifier text, payloads jsonb, run_at timestamptz, attempts integer) RETURNS void
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
    SELECT array_agg(ROW(identifier, payload, NULL, run_at, attempts::smallint, NULL, NULL, NULL)::graphile_worker.job_spec)
    FROM jsonb_array_elements(payloads) AS payload
  ));
END $$;
REVOKE ALL ON FUNCTION queue.enqueue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue.enqueue TO careroute_app;
GRANT USAGE ON SCHEMA queue TO careroute_app;
