-- room: leads/contracts
-- role: careroute_owner
-- The zone of a contract's schedule stands in its terms, beside the hours, so that each version says when it bought.

ALTER TABLE contracts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_versions NO FORCE ROW LEVEL SECURITY;
UPDATE contract_versions AS v SET terms = v.terms || jsonb_build_object('schedule', jsonb_build_object(
    'timeZone', c.profile -> 'scheduleTimezone', 'hours', NULL, 'startDate', NULL, 'endDate', NULL,
    'holidays', '[]'::jsonb, 'pauses', '[]'::jsonb, 'expiresAt', NULL, 'closedHours', 'refuse'))
  FROM contracts AS c
  WHERE c.tenant_id = v.tenant_id AND c.id = v.contract_id AND c.profile ->> 'scheduleTimezone' IS NOT NULL;
UPDATE contracts SET profile = profile - 'scheduleTimezone' WHERE profile ? 'scheduleTimezone';
ALTER TABLE contracts FORCE ROW LEVEL SECURITY;
ALTER TABLE contract_versions FORCE ROW LEVEL SECURITY;
