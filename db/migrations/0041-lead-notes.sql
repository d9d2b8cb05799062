-- room: leads/acts
-- role: careroute_owner
-- What people write beside a lead, sealed under its key; and by which decision a sale was reserved.

CREATE TABLE lead_notes (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  note_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  -- A person's or a key's.
  author_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('note', 'return', 'scrub')),
  -- Null once the lead was erased.
  sealed_note bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, note_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES leads (tenant_id, lead_id) ON DELETE CASCADE
);
CREATE INDEX lead_notes_by_lead ON lead_notes (tenant_id, lead_id, at);
CALL app.protect('lead_notes', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE (sealed_note), DELETE ON lead_notes TO careroute_app;

ALTER TABLE sales
  -- That of the decision by which it was reserved, or after which a person chose.
  ADD COLUMN round smallint NOT NULL DEFAULT 1 CHECK (round >= 1);
