-- room: leads/sources
-- role: careroute_owner
-- Where leads come from: verticals with their fields, partners, campaigns.

CREATE TABLE verticals (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  slug text NOT NULL CHECK (length(slug) BETWEEN 1 AND 100),
  description text,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
  regime text NOT NULL DEFAULT 'consumer_health' CHECK (regime IN ('hipaa', 'consumer_health', 'cms_tpmo', 'sud_part2', 'none')),
  dedup_fields text[] NOT NULL DEFAULT '{email,phone}',
  dedup_window_days integer NOT NULL DEFAULT 30 CHECK (dedup_window_days BETWEEN 0 AND 365),
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id),
  UNIQUE (tenant_id, slug)
);
CALL app.protect('verticals', 'tenant', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON verticals TO careroute_app;

CREATE TABLE partners (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  partner_id uuid NOT NULL GENERATED ALWAYS AS (id) STORED,
  display_id bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'inactive', 'rejected')),
  -- Business contact and address as the wire contract names them.
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id)
);
CALL app.protect('partners', 'partner', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON partners TO careroute_app;

CREATE TABLE campaigns (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  partner_id uuid NOT NULL,
  vertical_id uuid,
  offer_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('testing', 'active', 'paused', 'inactive')),
  cost_per_lead_cents bigint NOT NULL DEFAULT 0 CHECK (cost_per_lead_cents >= 0),
  strict_fields boolean NOT NULL DEFAULT false,
  consent_required boolean NOT NULL DEFAULT true,
  response_deadline_ms integer NOT NULL DEFAULT 20000 CHECK (response_deadline_ms BETWEEN 0 AND 120000),
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, display_id),
  UNIQUE (tenant_id, id, partner_id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id)
);
CREATE INDEX campaigns_by_partner ON campaigns (tenant_id, partner_id);
CALL app.protect('campaigns', 'partner', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON campaigns TO careroute_app;
ALTER TABLE api_keys ADD FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id) ON DELETE CASCADE;
-- A posting key acts for the partner of its campaign, and for no other.
ALTER TABLE api_keys ADD FOREIGN KEY (tenant_id, campaign_id, partner_id)
  REFERENCES campaigns (tenant_id, id, partner_id) ON DELETE CASCADE;

-- Fields beyond the global ones: of a vertical, or of one campaign.
CREATE TABLE lead_fields (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  tier text NOT NULL CHECK (tier IN ('vertical', 'campaign')),
  vertical_id uuid,
  campaign_id uuid,
  name text NOT NULL CHECK (name ~ '^[a-z][A-Za-z0-9]{0,63}$'),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 255),
  type text NOT NULL CHECK (type IN ('text', 'number', 'boolean', 'date', 'select', 'email', 'phone', 'url')),
  phi_class text NOT NULL DEFAULT 'health' CHECK (phi_class IN ('identity', 'contact', 'health', 'other')),
  required boolean NOT NULL DEFAULT false,
  options text[],
  sort_order integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CHECK ((tier = 'vertical') = (vertical_id IS NOT NULL)),
  CHECK ((tier = 'campaign') = (campaign_id IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (tenant_id, vertical_id, campaign_id, name),
  FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE CASCADE
);
CALL app.protect('lead_fields', 'tenant', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_fields TO careroute_app;

CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON verticals EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON partners EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON campaigns EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR UPDATE OR DELETE ON lead_fields EXECUTE FUNCTION app.touch_routing();
