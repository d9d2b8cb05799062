-- room: leads/sales
-- role: careroute_owner
-- Delivery attempts are read newest first, by staff of all buyers and by a buyer of its own.

CREATE INDEX delivery_attempts_by_time ON delivery_attempts (tenant_id, started_at DESC, attempt_id DESC);
CREATE INDEX delivery_attempts_by_buyer ON delivery_attempts (tenant_id, buyer_id, started_at DESC, attempt_id DESC);
