-- room: core/identity
-- role: careroute_owner
-- How somebody likes to see a page: filters and columns under a name, which follow the person between browsers.

CREATE TABLE saved_views (
  tenant_id uuid NOT NULL,
  view_id uuid NOT NULL,
  user_id uuid NOT NULL,
  page text NOT NULL CHECK (length(page) BETWEEN 1 AND 60),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- JSON: names of filters and columns with ids, states and days. What looks like a person's address or number is
  -- refused.
  query text NOT NULL CHECK (length(query) <= 2000),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, view_id),
  UNIQUE (tenant_id, user_id, page, name),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CALL app.protect('saved_views', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO careroute_identity;
