-- room: leads/sales
-- role: careroute_owner
-- What waits for a person's word is asked for with every page that somebody opens, among millions of sales that do not.

CREATE INDEX sales_held ON sales (tenant_id, updated_at) WHERE status = 'uncertain' AND resume_at IS NULL;
