-- room: leads/reports
-- role: careroute_owner
-- What a day brought is summed over what came, was reserved and was settled in it.

CREATE INDEX sales_by_time ON sales (tenant_id, reserved_at);
CREATE INDEX sales_by_settlement ON sales (tenant_id, settled_at) WHERE settled_at IS NOT NULL;
