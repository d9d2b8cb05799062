-- room: leads/screening
-- role: careroute_owner
-- What keeps a post out whoever the person is, and what makes a lead a duplicate.

-- Networks whose leads are refused, both ends included, as the forms of `inet` without a mask.
CREATE TABLE blocked_ips (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  from_ip inet NOT NULL,
  to_ip inet NOT NULL,
  reason text CHECK (length(reason) <= 255),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CHECK (family(from_ip) = family(to_ip) AND from_ip <= to_ip),
  CONSTRAINT blocked_ips_once UNIQUE (tenant_id, from_ip, to_ip)
);
CALL app.protect('blocked_ips', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON blocked_ips TO careroute_app;

-- Phone numbers whose leads are refused, by blind index.
CREATE TABLE blocked_caller_ids (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  token bytea NOT NULL CHECK (length(token) = 32),
  -- The last two digits.
  hint text CHECK (length(hint) <= 8),
  reason text CHECK (length(reason) <= 255),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT blocked_caller_ids_once UNIQUE (tenant_id, token)
);
CALL app.protect('blocked_caller_ids', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON blocked_caller_ids TO careroute_app;

-- Hosts, or hosts with the beginning of a path, whose leads are refused.
CREATE TABLE blocked_referrers (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  referrer text NOT NULL CHECK (length(referrer) BETWEEN 1 AND 500),
  reason text CHECK (length(reason) <= 255),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT blocked_referrers_once UNIQUE (tenant_id, referrer)
);
CALL app.protect('blocked_referrers', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON blocked_referrers TO careroute_app;

CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON blocked_ips EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON blocked_caller_ids EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON blocked_referrers EXECUTE FUNCTION app.touch_routing();

-- Whether one listed field has to match or all of them, and whether only leads that somebody bought count.
ALTER TABLE verticals
  ADD COLUMN dedup_match text NOT NULL DEFAULT 'any' CHECK (dedup_match IN ('any', 'all')),
  ADD COLUMN dedup_sold_only boolean NOT NULL DEFAULT false;

-- What an offer says otherwise than its vertical; null: as the vertical.
ALTER TABLE offers
  ADD COLUMN dedup_enabled boolean,
  ADD COLUMN dedup_window_days integer CHECK (dedup_window_days BETWEEN 0 AND 365),
  ADD COLUMN dedup_scope text CHECK (dedup_scope IN ('offer', 'vertical'));

-- Whether a buyer is spared a person whom it has bought before. Contracts may say otherwise, in their terms.
ALTER TABLE buyers
  ADD COLUMN dedup_enabled boolean NOT NULL DEFAULT false,
  ADD COLUMN dedup_fields text[] NOT NULL DEFAULT '{email,phone}',
  ADD COLUMN dedup_window_days integer NOT NULL DEFAULT 30 CHECK (dedup_window_days BETWEEN 0 AND 365);
