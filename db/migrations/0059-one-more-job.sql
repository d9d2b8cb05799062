-- room: platform/queue
-- role: careroute_queue
-- A sale that waits long in the queue is overdue each minute: it gets one more job, and not one a minute.
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
