-- room: leads/intake
-- role: careroute_owner
-- What a contract asked of the field that failed it: an exclusion ("anything but …") tells the value, so it is sealed.

ALTER TABLE decisions ADD COLUMN sealed_details bytea;
GRANT UPDATE (sealed_details) ON decisions TO careroute_app;
ALTER TABLE decisions DISABLE ROW LEVEL SECURITY;
UPDATE decisions SET verdicts = (
  SELECT coalesce(jsonb_agg(verdict - 'detail' ORDER BY place), '[]')
  FROM jsonb_array_elements(verdicts) WITH ORDINALITY AS found (verdict, place)
);
ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
