-- room: leads/sales
-- role: careroute_owner
-- The buyer chooses its id of a lead, and some choose an e-mail address: it is sealed like the rest of the answer.

ALTER TABLE sales DROP COLUMN buyer_lead_id;
ALTER TABLE sales ADD COLUMN sealed_buyer_lead_id bytea;
