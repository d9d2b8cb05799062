-- room: leads/intake
-- role: careroute_owner
-- The feed reads what has changed lately, a few times a second while somebody looks.

CREATE INDEX leads_by_change ON leads (tenant_id, updated_at);
