-- One lead in one transaction, one prepared statement per table: the rows that intake writes, with values of the same sizes,
-- but without sealing, duplicates, decision, policies or HTTP. Run by pgbench with 8 clients as the owner of the tables.
\set tag random(1, 9000000000000)
\set token random(1, 9000000000000)
BEGIN;
INSERT INTO intake_claims (tenant_id, campaign_id, claim, payload_hash, lead_id, expires_at)
  VALUES (:tenant, :campaign, sha256(int8send((:tag)::bigint)), sha256(int8send((:tag)::bigint)), gen_random_uuid(), now() + interval '60 s');
INSERT INTO leads (tenant_id, lead_id, number, campaign_id, partner_id, vertical_id, offer_id, status, reason, regime, is_test, state, zip3,
    birth_year, key_id, sealed_identity, sealed_contact, sealed_health, sealed_other, received_at, updated_at)
  VALUES ((:tenant)::uuid, encode(substr(sha256(int8send((:tag)::bigint)), 1, 16), 'hex')::uuid, :tag, :campaign, :partner, :vertical, :offer, 'routing', NULL, 'none', false, 'TX', '787',
    1980, gen_random_uuid(), decode(repeat('a7', :identity), 'hex'), decode(repeat('b7', :contact), 'hex'), decode(repeat('c7', :health), 'hex'),
    decode(repeat('d7', :other), 'hex'), now(), now());
INSERT INTO lead_tokens (tenant_id, field, token, vertical_id, lead_id, received_at)
  VALUES (:tenant, 'email', sha256(int8send((:token)::bigint)), :vertical, encode(substr(sha256(int8send((:tag)::bigint)), 1, 16), 'hex')::uuid, now()),
         (:tenant, 'phone', sha256(int8send((:token)::bigint + 1)), :vertical, encode(substr(sha256(int8send((:tag)::bigint)), 1, 16), 'hex')::uuid, now());
INSERT INTO decisions (tenant_id, lead_id, offer_id, routing_stamp, seed, verdicts, sealed_details, ranking, decided_at)
  VALUES ((:tenant)::uuid, encode(substr(sha256(int8send((:tag)::bigint)), 1, 16), 'hex')::uuid, :offer, 1, 1, (:verdicts)::jsonb, decode(repeat('f7', :details), 'hex'), ARRAY[(:contract)::uuid], now());
INSERT INTO sales (tenant_id, sale_id, lead_id, contract_id, contract_version, buyer_id, rank, status, exclusive, price_cents, payout_cents,
    currency, sealed_licensed, licensed_fields, reserved_at, resume_at, updated_at, lead_received_at)
  VALUES (:tenant, gen_random_uuid(), encode(substr(sha256(int8send((:tag)::bigint)), 1, 16), 'hex')::uuid, :contract, 1, :buyer, 1, 'delivering', true, 4200, 1200,
    'USD', decode(repeat('e7', :licensed), 'hex'), '{email,firstName,lastName,phone,state,treatment,zipCode}', now(), now(), now(), now());
INSERT INTO audit_events (tenant_id, event_id, at, actor_kind, actor_id, partner_id, action, entity, entity_ids, outcome, request_id, address, detail)
  VALUES (:tenant, gen_random_uuid(), now(), 'posting', gen_random_uuid(), :partner, 'lead.submit', 'lead', ARRAY[gen_random_uuid()], 'done',
    '01a210c4-7b8d-7571-b8e0-0dff91b3b409', '127.0.0.1', '{"result":"routing","campaignId":"01a210c4-7b8d-7571-b8e0-0dff91b3b409"}');
INSERT INTO posting_log (tenant_id, id, at, endpoint, campaign_id, partner_id, lead_id, outcome, http_status, duration_ms, request_id)
  VALUES (:tenant, gen_random_uuid(), now(), 'submit', :campaign, :partner, gen_random_uuid(), 'success', 200, 5, '01a210c4-7b8d-7571-b8e0-0dff91b3b409');
SELECT graphile_worker.add_job('deliver-sale', '{"tenantId":"01a210c4-7b8d-7571-b8e0-0dff91b3b409","saleId":"01a210c4-7b8d-7571-b8e0-0dff91b3b409"}'::json);
COMMIT;
