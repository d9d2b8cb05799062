-- room: leads/people
-- role: careroute_owner
-- What staff wrote down of a person by hand, before any lead of theirs came: sealed under a key whose subject is the
-- person, and erased as a lead is, by that subject.

CREATE TABLE person_facts (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  sealed_identity bytea,
  sealed_contact bytea NOT NULL,
  email_token bytea CHECK (length(email_token) = 32),
  phone_token bytea CHECK (length(phone_token) = 32),
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, person_id) ON DELETE CASCADE,
  CHECK (email_token IS NOT NULL OR phone_token IS NOT NULL)
);
CREATE INDEX person_facts_by_email ON person_facts (tenant_id, email_token) WHERE email_token IS NOT NULL;
CREATE INDEX person_facts_by_phone ON person_facts (tenant_id, phone_token) WHERE phone_token IS NOT NULL;
CALL app.protect('person_facts', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON person_facts TO careroute_app;
