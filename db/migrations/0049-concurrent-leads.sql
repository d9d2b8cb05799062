-- room: leads/sales
-- role: careroute_owner
-- How many leads a buyer and its contracts have at once that are reserved and have no end yet.
CREATE INDEX sales_open ON sales (tenant_id, buyer_id, contract_id) WHERE status IN ('delivering', 'uncertain');
