-- room: leads/acts
-- role: careroute_owner
-- What a buyer says became of a lead that it bought, in codes of its own; the newest of a sale is its status there.
-- Only added to: what was said stands. Codes are letters and few digits, so that nobody writes of a person in them.
CREATE TABLE sale_dispositions (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  disposition_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  status text NOT NULL CHECK (status ~ '^[a-z][a-z0-9_]{0,39}$'),
  substatus text CHECK (substatus ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- A system of the buyer by the postback, or a person or program here.
  source text NOT NULL CHECK (source IN ('postback', 'status')),
  -- A person's or a key's.
  said_by uuid NOT NULL,
  -- Whether the sale was returned by it.
  returned boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, disposition_id),
  FOREIGN KEY (tenant_id, sale_id) REFERENCES sales (tenant_id, sale_id) ON DELETE CASCADE
);
CREATE INDEX sale_dispositions_by_sale ON sale_dispositions (tenant_id, sale_id, at DESC, disposition_id DESC);
CREATE INDEX sale_dispositions_by_lead ON sale_dispositions (tenant_id, lead_id, at DESC, disposition_id DESC);
CALL app.protect('sale_dispositions', 'buyer', 'staff');
GRANT SELECT, INSERT, DELETE ON sale_dispositions TO careroute_app;
