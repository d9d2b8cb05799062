-- room: leads/sources, leads/intake
-- role: careroute_owner
-- A campaign in shadow decides and does nothing else; what the other system answered is kept beside what we would have.
-- Verticals in groups, whose leads may be duplicates of each other.

ALTER TABLE campaigns ADD COLUMN shadow boolean NOT NULL DEFAULT false;

-- One post each. No value of a person: words, ids and amounts of the two answers.
CREATE TABLE shadow_answers (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  answer_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  at timestamptz NOT NULL,
  -- Null where the post made no lead.
  lead_id uuid,
  -- Null in every column where the post brought no answer of the other system.
  their_status text CHECK (their_status IN ('sold', 'rejected', 'duplicate', 'pending')),
  their_buyer text CHECK (length(their_buyer) <= 100),
  -- Which buyer here that is; null where nobody knows.
  their_buyer_id uuid,
  their_price_cents bigint,
  their_payout_cents bigint,
  our_status text NOT NULL CHECK (our_status IN ('sold', 'rejected', 'duplicate')),
  our_reason text,
  our_buyer_ids uuid[] NOT NULL,
  our_price_cents bigint,
  our_payout_cents bigint,
  -- Which of status, buyer, price and payout differ.
  differs text[] NOT NULL,
  PRIMARY KEY (tenant_id, answer_id),
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX shadow_answers_by_time ON shadow_answers (tenant_id, campaign_id, at DESC, answer_id DESC);
CALL app.protect('shadow_answers', 'staff', 'staff');
GRANT SELECT, INSERT, DELETE ON shadow_answers TO careroute_app;

CREATE TABLE vertical_groups (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  -- Whether leads of all its verticals count when duplicates are looked for, or each vertical by itself.
  dedup_scope text NOT NULL DEFAULT 'group' CHECK (dedup_scope IN ('vertical', 'group')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT vertical_groups_name UNIQUE (tenant_id, name)
);
CALL app.protect('vertical_groups', 'staff', 'staff');
CALL app.admit_guests('vertical_groups', 'all');
GRANT SELECT, INSERT, UPDATE, DELETE ON vertical_groups TO careroute_app;
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON vertical_groups EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR UPDATE OR DELETE ON vertical_groups
  FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();

ALTER TABLE verticals
  ADD COLUMN vertical_group_id uuid,
  ADD CONSTRAINT verticals_vertical_group_fkey FOREIGN KEY (tenant_id, vertical_group_id)
    REFERENCES vertical_groups (tenant_id, id);
CREATE INDEX verticals_by_group ON verticals (tenant_id, vertical_group_id) WHERE vertical_group_id IS NOT NULL;
