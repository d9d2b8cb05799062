-- room: core/tenancy
-- role: careroute_owner
-- The signed tenant context, the shape of every policy, and the tenants themselves.

-- A function is everybody's to call unless somebody says otherwise: here nobody's.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO careroute_app, careroute_identity, careroute_queue;

-- The two padded halves of the HMAC-SHA-256 key that signs contexts (RFC 2104). Only the owner sees them.
CREATE TABLE app.context_keys (
  id smallint PRIMARY KEY CHECK (id = 1),
  inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
  outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
);
REVOKE ALL ON app.context_keys FROM PUBLIC;

-- `v1.<tenant>.<kind>.<actor>.<buyer or 0>.<partner or 0>.<expiry, epoch seconds>` if its signature holds and it has not
-- expired; NULL otherwise, and so no rows. Any SQL can set app.ctx: that is why it is signed.
CREATE FUNCTION app.verified() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  raw text := current_setting('app.ctx', true);
  body text;
  key app.context_keys;
BEGIN
  IF raw IS NULL OR length(raw) < 66 THEN RETURN NULL; END IF;
  body := left(raw, -65);
  SELECT * INTO key FROM app.context_keys;
  -- Without a key nothing is signed. Every comparison must say yes: one that says NULL does not.
  IF NOT FOUND
    OR encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex')
      IS DISTINCT FROM right(raw, 64) THEN
    RETURN NULL;
  END IF;
  IF (split_part(body, '.', 7)::bigint >= extract(epoch FROM now())) IS NOT TRUE THEN RETURN NULL; END IF;
  RETURN body;
END $$;

CREATE FUNCTION app.tenant() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN split_part(app.verified(), '.', 2)::uuid; END $$;

-- Whether the actor belongs to the tenant itself. A missing buyer or partner never means staff.
CREATE FUNCTION app.staff() RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN coalesce(split_part(app.verified(), '.', 3) IN ('staff', 'system'), false); END $$;

CREATE FUNCTION app.buyer() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN nullif(split_part(app.verified(), '.', 5), '0')::uuid; END $$;

CREATE FUNCTION app.partner() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
AS $$ BEGIN RETURN nullif(split_part(app.verified(), '.', 6), '0')::uuid; END $$;

REVOKE ALL ON FUNCTION app.verified(), app.tenant(), app.staff(), app.buyer(), app.partner() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tenant(), app.staff(), app.buyer(), app.partner()
  TO careroute_app, careroute_identity, careroute_queue;

-- Row level security for one table: who reads and who writes, as plain column comparisons. Each side is one of
-- `tenant` (anybody of it), `staff`, `buyer`, `partner`, `buyer_or_partner`; the last three admit staff too.
CREATE PROCEDURE app.protect(target regclass, readers text, writers text)
  LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
  clauses CONSTANT jsonb := jsonb_build_object(
    'tenant', 'tenant_id = app.tenant()',
    'staff', 'tenant_id = app.tenant() AND app.staff()',
    'buyer', 'tenant_id = app.tenant() AND (app.staff() OR buyer_id = app.buyer())',
    'partner', 'tenant_id = app.tenant() AND (app.staff() OR partner_id = app.partner())',
    'buyer_or_partner',
    'tenant_id = app.tenant() AND (app.staff() OR buyer_id = app.buyer() OR partner_id = app.partner())');
  reading text := clauses ->> readers;
  writing text := clauses ->> writers;
BEGIN
  IF reading IS NULL OR writing IS NULL THEN RAISE 'unknown visibility % or %', readers, writers; END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_select ON %s FOR SELECT USING (%s)', target, reading);
  EXECUTE format('CREATE POLICY tenant_insert ON %s FOR INSERT WITH CHECK (%s)', target, writing);
  EXECUTE format('CREATE POLICY tenant_update ON %s FOR UPDATE USING (%s) WITH CHECK (%s)',
    target, writing, writing);
  EXECUTE format('CREATE POLICY tenant_delete ON %s FOR DELETE USING (%s)', target, writing);
END $$;
REVOKE ALL ON PROCEDURE app.protect FROM PUBLIC;

CREATE TABLE tenants (
  tenant_id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  time_zone text NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  is_demo boolean NOT NULL DEFAULT false,
  -- Rises with every change of what routing reads, so that a compiled copy knows when it is old.
  routing_stamp bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CALL app.protect('tenants', 'tenant', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO careroute_app;
-- Work over all tenants (recovery after a crash, a demo's removal) starts from their ids; it then enters each by a context.
GRANT SELECT (tenant_id, slug, is_demo) ON tenants TO careroute_identity;
CREATE POLICY identity_lists ON tenants FOR SELECT TO careroute_identity USING (true);

-- Small integers that people read out, one series per tenant and kind.
CREATE TABLE display_numbers (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  kind text NOT NULL,
  last_number bigint NOT NULL,
  PRIMARY KEY (tenant_id, kind)
);
CALL app.protect('display_numbers', 'staff', 'staff');
GRANT SELECT, INSERT, UPDATE, DELETE ON display_numbers TO careroute_app;

CREATE FUNCTION app.touch_routing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  UPDATE public.tenants SET routing_stamp = routing_stamp + 1 WHERE tenant_id = app.tenant();
  RETURN NULL;
END $$;
