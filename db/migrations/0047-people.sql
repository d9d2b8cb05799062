-- room: leads/people, leads/intake
-- role: careroute_owner
-- A person: all leads of one human, found by the blind index of their e-mail or, where a lead has none, of the phone.
-- Nothing that identifies a person stands here; names are read from the leads, each sealed under its own key.

CREATE TABLE people (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  person_id uuid NOT NULL,
  -- That of the lead with which the person came first.
  number bigint NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'merged', 'deleted')),
  -- Always one that is not merged itself, so that one step leads there.
  merged_into uuid,
  merged_at timestamptz,
  -- By which a lead is known to be of this person; null once no lead is left that carries it.
  key_field text CHECK (key_field IN ('email', 'phone')),
  key_token bytea CHECK (length(key_token) = 32),
  tags text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, merged_into) REFERENCES people (tenant_id, person_id) ON DELETE CASCADE,
  CHECK ((status = 'merged') = (merged_into IS NOT NULL) AND (merged_into IS NULL) = (merged_at IS NULL)),
  CHECK ((key_field IS NULL) = (key_token IS NULL)),
  CONSTRAINT people_by_key UNIQUE (tenant_id, key_token, key_field),
  CONSTRAINT people_by_number UNIQUE (tenant_id, number)
);
CREATE INDEX people_merged ON people (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
CALL app.protect('people', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON people TO careroute_app;

-- Null for an erased lead, for one without e-mail and phone, and until the backfill has come by.
ALTER TABLE leads
  ADD COLUMN person_id uuid,
  ADD CONSTRAINT leads_person_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, person_id)
    ON DELETE SET NULL (person_id);
CREATE INDEX leads_of_person ON leads (tenant_id, person_id, received_at DESC, lead_id DESC)
  WHERE person_id IS NOT NULL;
CREATE INDEX leads_without_person ON leads (tenant_id, lead_id) WHERE person_id IS NULL AND status <> 'erased';

-- That of its lead: a buyer sees no leads, and is to know which of its sales are of one person.
ALTER TABLE sales ADD COLUMN person_id uuid;
CREATE INDEX sales_of_person ON sales (tenant_id, person_id, reserved_at DESC) WHERE person_id IS NOT NULL;

-- Why two people were made one is written beside a lead of theirs, and erased with it.
ALTER TABLE lead_notes
  DROP CONSTRAINT lead_notes_kind_check,
  ADD CONSTRAINT lead_notes_kind_check CHECK (kind IN ('note', 'return', 'scrub', 'merge'));
