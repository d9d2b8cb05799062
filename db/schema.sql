-- The schema that all migrations add up to: written by "npm run dump:schema", never by hand.
-- Roles: careroute_owner owns the tables and may not log in; careroute_app, careroute_identity, careroute_queue log in.

-- ===== application =====

-- functions
CREATE OR REPLACE PROCEDURE app.admit_guests(IN target regclass, IN readable text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
DECLARE
  clauses CONSTANT jsonb := jsonb_build_object(
    'all', 'tenant_id = app.tenant() AND app.guest()',
    'subject', 'tenant_id = app.tenant() AND app.guest() AND lead_id = app.subject()');
  clause text := clauses ->> readable;
BEGIN
  IF clause IS NULL THEN RAISE 'unknown readability %', readable; END IF;
  EXECUTE format('CREATE POLICY guest_select ON %s FOR SELECT USING (%s)', target, clause);
END $procedure$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.buyer()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN nullif(split_part(app.verified(), '.', 5), '0')::uuid; END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE FUNCTION app.forget_cascade()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF NEW.off_by_offer IS NOT DISTINCT FROM OLD.off_by_offer
    AND (NEW.status IS DISTINCT FROM OLD.status OR NEW.offer_id IS DISTINCT FROM OLD.offer_id) THEN
    NEW.off_by_offer := NULL;
    NEW.off_from := NULL;
  END IF;
  RETURN NEW;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.guest()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN coalesce(split_part(app.verified(), '.', 3) = 'guest', false); END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE FUNCTION app.hold_routing()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN
  PERFORM pg_advisory_xact_lock(app.routing_key());
  RETURN NULL;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.list_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF NEW.visibility = 'public' AND NEW.status IN ('active', 'paused') THEN
    INSERT INTO public.offer_listings (tenant_id, id, vertical_id, name, description, status, default_payout_cents,
      states, created_at, updated_at)
    VALUES (NEW.tenant_id, NEW.id, NEW.vertical_id, NEW.name, NEW.description, NEW.status, NEW.default_payout_cents,
      NEW.states, NEW.created_at, NEW.updated_at)
    ON CONFLICT (tenant_id, id) DO UPDATE SET vertical_id = excluded.vertical_id, name = excluded.name,
      description = excluded.description, status = excluded.status, states = excluded.states,
      default_payout_cents = excluded.default_payout_cents, updated_at = excluded.updated_at;
  ELSE
    DELETE FROM public.offer_listings AS l WHERE l.tenant_id = NEW.tenant_id AND l.id = NEW.id;
  END IF;
  RETURN NULL;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.margin_of_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  NEW.under_margin := EXISTS (SELECT 1 FROM public.offers AS o
    WHERE o.tenant_id = NEW.tenant_id AND o.id = NEW.offer_id AND o.margin IS NOT NULL);
  RETURN NEW;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.partner()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN nullif(split_part(app.verified(), '.', 6), '0')::uuid; END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE PROCEDURE app.protect(IN target regclass, IN readers text, IN writers text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
DECLARE
  clauses CONSTANT jsonb := jsonb_build_object(
    'tenant', 'tenant_id = app.tenant()',
    'staff', 'tenant_id = app.tenant() AND app.staff()',
    'buyer', 'tenant_id = app.tenant() AND (app.staff() OR buyer_id = app.buyer())',
    'partner', 'tenant_id = app.tenant() AND (app.staff() OR partner_id = app.partner())',
    'partners', 'tenant_id = app.tenant() AND (app.staff() OR app.partner() IS NOT NULL)',
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
END $procedure$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.routing_key()
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT hashtextextended('routing/' || app.tenant()::text, 0) $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner
CREATE OR REPLACE FUNCTION app.second_person(person uuid, asker uuid, since timestamp with time zone)
 RETURNS TABLE(role text, permissions text[], is_bound boolean, pii_access boolean, custom_role_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  WITH RECURSIVE bond AS MATERIALIZED (
    SELECT b.user_id, b.given_by FROM public.access_bonds AS b
      WHERE b.tenant_id = app.tenant() AND b.given_at > since),
  circle AS (
    SELECT asker AS id
    UNION
    SELECT CASE WHEN b.user_id = c.id THEN b.given_by ELSE b.user_id END
      FROM bond AS b JOIN circle AS c ON c.id IN (b.user_id, b.given_by))
  SELECT u.role, r.permissions, u.user_id IN (SELECT c.id FROM circle AS c), u.pii_access, u.custom_role_id
  FROM public.users AS u
    LEFT JOIN public.custom_roles AS r ON r.tenant_id = u.tenant_id AND r.id = u.custom_role_id
  WHERE u.tenant_id = app.tenant() AND app.staff() AND u.user_id = person AND u.status = 'active' AND NOT u.read_only
    AND (u.access_until IS NULL OR u.access_until > now())
$function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner
CREATE OR REPLACE FUNCTION app.staff()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN coalesce(split_part(app.verified(), '.', 3) IN ('staff', 'system'), false); END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE FUNCTION app.subject()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN nullif(split_part(app.verified(), '.', 7), '0')::uuid; END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE FUNCTION app.tell_margin()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  UPDATE public.campaigns AS c SET under_margin = NEW.margin IS NOT NULL, updated_at = NEW.updated_at
    WHERE c.tenant_id = NEW.tenant_id AND c.offer_id = NEW.id;
  RETURN NULL;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.tenant()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RETURN split_part(app.verified(), '.', 2)::uuid; END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner careroute_app=X/careroute_owner careroute_identity=X/careroute_owner careroute_queue=X/careroute_owner
CREATE OR REPLACE FUNCTION app.touch_routing()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN
  UPDATE public.tenants SET routing_stamp = routing_stamp + 1 WHERE tenant_id = app.tenant();
  RETURN NULL;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION app.verified()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
  IF split_part(body, '.', 1) <> 'v2' THEN RETURN NULL; END IF;
  IF (split_part(body, '.', 8)::bigint >= extract(epoch FROM now())) IS NOT TRUE THEN RETURN NULL; END IF;
  RETURN body;
END $function$
;
-- owner careroute_owner, grants careroute_owner=X/careroute_owner
CREATE OR REPLACE FUNCTION queue.enqueue(identifier text, payloads jsonb, run_at timestamp with time zone, attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(payloads) AS payload
    WHERE app.tenant() IS NULL OR (payload ->> 'tenantId')::uuid IS DISTINCT FROM app.tenant()
  ) THEN
    RAISE 'a job names another tenant than its transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_jobs((
    SELECT array_agg(ROW(identifier, payload, NULL, run_at, attempts::smallint, NULL, NULL, NULL)::graphile_worker.job_spec)
    FROM jsonb_array_elements(payloads) AS payload
  ));
END $function$
;
-- owner careroute_queue, grants careroute_queue=X/careroute_queue careroute_app=X/careroute_queue careroute_identity=X/careroute_queue
CREATE OR REPLACE FUNCTION queue.enqueue_once(identifier text, payloads jsonb, attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(payloads) AS payload
    WHERE app.tenant() IS NULL OR (payload ->> 'tenantId')::uuid IS DISTINCT FROM app.tenant()
  ) THEN
    RAISE 'a job names another tenant than its transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_jobs((
    SELECT array_agg(ROW(identifier, payload, NULL, NULL, attempts::smallint, identifier || ' ' || payload, NULL,
      NULL)::graphile_worker.job_spec)
    FROM jsonb_array_elements(payloads) AS payload
  ), job_key_preserve_run_at => true);
END $function$
;
-- owner careroute_queue, grants careroute_queue=X/careroute_queue careroute_app=X/careroute_queue

-- tables
CREATE TABLE app.context_keys (
  id smallint NOT NULL,
  inner_pad bytea NOT NULL,
  outer_pad bytea NOT NULL
);
-- owner careroute_owner, grants careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.access_bonds (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arw/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.access_grants (
  tenant_id uuid NOT NULL,
  grant_id uuid NOT NULL,
  guest_id uuid NOT NULL,
  guest_email text NOT NULL,
  reason_sealed bytea NOT NULL,
  ticket text,
  lead_id uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  verdict text
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arw/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.api_keys (
  tenant_id uuid NOT NULL,
  key_id uuid NOT NULL,
  kind text NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  campaign_id uuid,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  read_only boolean DEFAULT false NOT NULL,
  pii_access boolean DEFAULT false NOT NULL,
  allowed_cidrs cidr[] DEFAULT '{}'::cidr[] NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_reason text,
  exposed_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by uuid,
  scopes text[] NOT NULL,
  rate_limit_per_minute integer,
  last_used_at timestamp with time zone,
  last_used_address inet,
  replaced_by uuid,
  made_by_key uuid,
  shown_to_key uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_identity=r/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.approvals (
  tenant_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  action text NOT NULL,
  subject_id uuid,
  terms jsonb DEFAULT '{}'::jsonb NOT NULL,
  reason_sealed bytea NOT NULL,
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  used_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arw/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.audit_events (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  action text NOT NULL,
  entity text NOT NULL,
  entity_ids uuid[] NOT NULL,
  outcome text NOT NULL,
  phi_classes text[] DEFAULT '{}'::text[] NOT NULL,
  request_id text,
  address inet,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ar/careroute_owner careroute_identity=a/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.balance_adjustments (
  tenant_id uuid NOT NULL,
  adjustment_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  kind text NOT NULL,
  owed_cents bigint NOT NULL,
  notes text,
  reference text,
  transaction_id uuid NOT NULL,
  idempotency_key text,
  made_by uuid NOT NULL,
  at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.blocked_caller_ids (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  token bytea NOT NULL,
  hint text,
  reason text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.blocked_ips (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  from_ip inet NOT NULL,
  to_ip inet NOT NULL,
  reason text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.blocked_referrers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  referrer text NOT NULL,
  reason text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.brought_records (
  tenant_id uuid NOT NULL,
  source text NOT NULL,
  kind text NOT NULL,
  foreign_id text NOT NULL,
  record_id uuid NOT NULL,
  brought_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.buyer_credit (
  tenant_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  committed_cents bigint NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.buyers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  buyer_id uuid GENERATED ALWAYS AS (id) STORED NOT NULL,
  display_id bigint NOT NULL,
  name text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  caps jsonb DEFAULT '{}'::jsonb NOT NULL,
  credit_limit_cents bigint,
  dedup_enabled boolean DEFAULT false NOT NULL,
  dedup_fields text[] DEFAULT '{email,phone}'::text[] NOT NULL,
  dedup_window_days integer DEFAULT 30 NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.campaign_checks (
  tenant_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  "position" smallint NOT NULL,
  fail_mode text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.campaigns (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  partner_id uuid NOT NULL,
  vertical_id uuid,
  offer_id uuid,
  name text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  cost_per_lead_cents bigint DEFAULT 0 NOT NULL,
  strict_fields boolean DEFAULT false NOT NULL,
  consent_required boolean DEFAULT true NOT NULL,
  response_deadline_ms integer DEFAULT 20000 NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  caps jsonb DEFAULT '{}'::jsonb NOT NULL,
  pricing_model text DEFAULT 'fixed'::text NOT NULL,
  revshare_bp integer,
  maximum_payout_cents bigint,
  ping_deadline_ms integer DEFAULT 1000 NOT NULL,
  allowed_origins text[] DEFAULT '{}'::text[] NOT NULL,
  spec_number integer DEFAULT 1 NOT NULL,
  shadow boolean DEFAULT false NOT NULL,
  off_by_offer uuid,
  off_from text,
  under_margin boolean DEFAULT false NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.cap_usage (
  tenant_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  day date NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  leads integer NOT NULL,
  spend_cents bigint NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.check_answers (
  tenant_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  token bytea NOT NULL,
  result text NOT NULL,
  reference text,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.check_vendors (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  secret_sealed bytea,
  sends text DEFAULT 'plain'::text NOT NULL,
  timeout_ms integer DEFAULT 1500 NOT NULL,
  cache_days integer DEFAULT 30 NOT NULL,
  baa_state text DEFAULT 'none'::text NOT NULL,
  baa_reason text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.contract_dispositions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  contract_id uuid NOT NULL,
  external_code text NOT NULL,
  external_label text,
  code_id uuid,
  triggers_return boolean,
  return_reason text,
  is_active boolean DEFAULT true NOT NULL,
  sort_order integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.contract_versions (
  tenant_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  version integer NOT NULL,
  buyer_id uuid NOT NULL,
  terms jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.contracts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  buyer_id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  delivery_secrets bytea,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.custom_roles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  base_role text NOT NULL,
  permissions text[] NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.decisions (
  tenant_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  offer_id uuid,
  routing_stamp bigint NOT NULL,
  seed bigint NOT NULL,
  verdicts jsonb NOT NULL,
  ranking uuid[] NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  sealed_details bytea,
  plan jsonb DEFAULT '{"distributionType": "exclusive"}'::jsonb NOT NULL,
  round smallint DEFAULT 1 NOT NULL,
  basis jsonb
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.delivery_attempts (
  tenant_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  number smallint NOT NULL,
  started_at timestamp with time zone NOT NULL,
  lease_until timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  outcome text,
  reason text,
  http_status smallint,
  duration_ms integer,
  sealed_response bytea
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.display_numbers (
  tenant_id uuid NOT NULL,
  kind text NOT NULL,
  last_number bigint NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.disposition_codes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vertical_group_id uuid NOT NULL,
  label text NOT NULL,
  slug text NOT NULL,
  category text NOT NULL,
  triggers_return boolean DEFAULT false NOT NULL,
  return_reason text,
  is_active boolean DEFAULT true NOT NULL,
  sort_order integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.export_parts (
  tenant_id uuid NOT NULL,
  export_id uuid NOT NULL,
  number integer NOT NULL,
  lead_ids uuid[] NOT NULL,
  phi_classes text[] NOT NULL,
  sealed bytea NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.exports (
  tenant_id uuid NOT NULL,
  export_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  made_by uuid NOT NULL,
  role text NOT NULL,
  pii_access boolean NOT NULL,
  custom_role_id uuid,
  rights text NOT NULL,
  lead_ids uuid[] NOT NULL,
  truncated boolean NOT NULL,
  status text NOT NULL,
  reason text,
  rows_done integer DEFAULT 0 NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  resume_at timestamp with time zone,
  shredded_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.field_access (
  tenant_id uuid NOT NULL,
  role text NOT NULL,
  field text NOT NULL,
  access text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_identity=r/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.intake_claims (
  tenant_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  claim bytea NOT NULL,
  payload_hash bytea NOT NULL,
  lead_id uuid,
  refusal text,
  expires_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_checks (
  tenant_id uuid NOT NULL,
  check_id uuid NOT NULL,
  "position" smallint NOT NULL,
  lead_id uuid,
  campaign_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  vendor_name text NOT NULL,
  kind text NOT NULL,
  fail_mode text NOT NULL,
  result text NOT NULL,
  reference text,
  token bytea,
  asked_at timestamp with time zone,
  from_cache boolean NOT NULL,
  duration_ms integer,
  request_id text NOT NULL,
  at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_fields (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  tier text NOT NULL,
  vertical_id uuid,
  campaign_id uuid,
  name text NOT NULL,
  label text NOT NULL,
  type text NOT NULL,
  phi_class text DEFAULT 'health'::text NOT NULL,
  required boolean DEFAULT false NOT NULL,
  options text[],
  sort_order integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  ping_safe boolean DEFAULT false NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_import_parts (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  sealed bytea NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_import_rows (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  outcome text NOT NULL,
  code text,
  faults jsonb DEFAULT '[]'::jsonb NOT NULL,
  lead_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_imports (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  made_by uuid NOT NULL,
  run_by uuid NOT NULL,
  status text NOT NULL,
  reason text,
  is_test boolean DEFAULT false NOT NULL,
  has_header boolean DEFAULT true NOT NULL,
  fields jsonb,
  records integer,
  rows_total integer,
  rows_done integer DEFAULT 0 NOT NULL,
  rows_accepted integer DEFAULT 0 NOT NULL,
  rows_rejected integer DEFAULT 0 NOT NULL,
  rows_invalid integer DEFAULT 0 NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  resume_at timestamp with time zone,
  shredded_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_notes (
  tenant_id uuid NOT NULL,
  note_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  author_id uuid NOT NULL,
  kind text NOT NULL,
  sealed_note bytea,
  at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_packs (
  tenant_id uuid NOT NULL,
  pack_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  contract_id uuid,
  leads integer NOT NULL,
  price_cents bigint NOT NULL,
  notes text,
  status text DEFAULT 'active'::text NOT NULL,
  idempotency_key text,
  sold_by uuid NOT NULL,
  sold_at timestamp with time zone NOT NULL,
  closed_by uuid,
  closed_at timestamp with time zone,
  rest_leads integer,
  rest_refunded boolean
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_sessions (
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  key_hash bytea NOT NULL,
  opened_by uuid NOT NULL,
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  current_step integer DEFAULT 0 NOT NULL,
  total_steps integer,
  sealed_data bytea,
  version integer DEFAULT 1 NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  primary_lead_id uuid,
  refusal text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  shredded_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.lead_tokens (
  tenant_id uuid NOT NULL,
  field text NOT NULL,
  token bytea NOT NULL,
  vertical_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  received_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.leads (
  tenant_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  number bigint NOT NULL,
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  offer_id uuid,
  status text NOT NULL,
  reason text,
  regime text NOT NULL,
  is_test boolean DEFAULT false NOT NULL,
  state text,
  zip3 text,
  birth_year smallint,
  price_cents bigint,
  payout_cents bigint,
  key_id uuid NOT NULL,
  sealed_identity bytea,
  sealed_contact bytea,
  sealed_health bytea,
  sealed_other bytea,
  received_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  counted_on date,
  session_id uuid,
  parent_lead_id uuid,
  accepted_buyer_ids uuid[],
  test_result text,
  test_payout_cents bigint,
  person_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.ledger_entries (
  tenant_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  account text NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  sale_id uuid,
  kind text NOT NULL,
  amount_cents bigint NOT NULL,
  currency character(3) NOT NULL,
  at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.notices (
  tenant_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  email text NOT NULL,
  grant_id uuid,
  key_id uuid,
  created_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.offer_contracts (
  tenant_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  priority integer,
  weight integer,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  pool text DEFAULT 'primary'::text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.offer_listings (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  status text NOT NULL,
  default_payout_cents bigint,
  states text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.offer_requests (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  offer_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  asked_by uuid NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text,
  campaign_id uuid,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arw/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.offer_turns (
  tenant_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  turn bigint NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.offers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  vertical_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  status text DEFAULT 'active'::text NOT NULL,
  visibility text DEFAULT 'private'::text NOT NULL,
  distribution_type text DEFAULT 'exclusive'::text NOT NULL,
  distribution_rule text DEFAULT 'price'::text NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  max_sales integer,
  fallback_rule text DEFAULT 'priority'::text NOT NULL,
  affinity text DEFAULT 'off'::text NOT NULL,
  affinity_days integer DEFAULT 30 NOT NULL,
  dedup_enabled boolean,
  dedup_window_days integer,
  dedup_scope text,
  margin jsonb,
  min_margin_cents bigint,
  default_payout_cents bigint,
  states text[] DEFAULT '{}'::text[] NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.pack_usage (
  tenant_id uuid NOT NULL,
  pack_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  leads integer NOT NULL,
  taken integer DEFAULT 0 NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.partner_settings (
  tenant_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  notifications jsonb DEFAULT '{}'::jsonb NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.partners (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid GENERATED ALWAYS AS (id) STORED NOT NULL,
  display_id bigint NOT NULL,
  name text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.passkeys (
  tenant_id uuid NOT NULL,
  passkey_id uuid NOT NULL,
  user_id uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  sign_count bigint DEFAULT 0 NOT NULL,
  transports text[] DEFAULT '{}'::text[] NOT NULL,
  is_backed_up boolean DEFAULT false NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  last_used_at timestamp with time zone,
  blocked_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.people (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  number bigint NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  merged_into uuid,
  merged_at timestamp with time zone,
  key_field text,
  key_token bytea,
  tags text[] DEFAULT '{}'::text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.person_facts (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  sealed_identity bytea,
  sealed_contact bytea NOT NULL,
  email_token bytea,
  phone_token bytea,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.ping_bids (
  tenant_id uuid NOT NULL,
  ping_id uuid NOT NULL,
  bids jsonb NOT NULL,
  terms jsonb NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.pings (
  tenant_id uuid NOT NULL,
  ping_id uuid NOT NULL,
  kind text NOT NULL,
  campaign_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  offer_id uuid,
  is_test boolean DEFAULT false NOT NULL,
  outcome text NOT NULL,
  fields text[] NOT NULL,
  matches jsonb NOT NULL,
  payout_cents bigint,
  asked integer NOT NULL,
  claim bytea,
  payload_hash bytea,
  duration_ms integer NOT NULL,
  request_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  lead_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.posting_log (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  endpoint text NOT NULL,
  campaign_id uuid,
  partner_id uuid,
  lead_id uuid,
  outcome text NOT NULL,
  http_status smallint NOT NULL,
  code text,
  faults jsonb DEFAULT '[]'::jsonb NOT NULL,
  duration_ms integer NOT NULL,
  request_id text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.recovery_codes (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.reveal_reasons (
  tenant_id uuid NOT NULL,
  reveal_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  fields text[] NOT NULL,
  sealed_reason bytea,
  at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.role_field_access (
  tenant_id uuid NOT NULL,
  role_id uuid NOT NULL,
  field text NOT NULL,
  access text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_identity=r/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.sale_dispositions (
  tenant_id uuid NOT NULL,
  disposition_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  status text NOT NULL,
  substatus text,
  source text NOT NULL,
  said_by uuid NOT NULL,
  returned boolean NOT NULL,
  at timestamp with time zone NOT NULL,
  code_id uuid,
  code_label text,
  code_category text
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.sales (
  tenant_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  contract_version integer NOT NULL,
  buyer_id uuid NOT NULL,
  rank integer NOT NULL,
  status text NOT NULL,
  exclusive boolean NOT NULL,
  price_cents bigint NOT NULL,
  payout_cents bigint NOT NULL,
  currency character(3) NOT NULL,
  sealed_licensed bytea NOT NULL,
  licensed_fields text[] NOT NULL,
  reason text,
  reserved_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  resume_at timestamp with time zone,
  updated_at timestamp with time zone NOT NULL,
  sealed_buyer_lead_id bytea,
  lead_received_at timestamp with time zone NOT NULL,
  offer_id uuid,
  pool text DEFAULT 'primary'::text NOT NULL,
  counted_on date,
  buyer_counted_on date,
  payout_per_sale boolean DEFAULT false NOT NULL,
  ping_id uuid,
  bid_reference text,
  picked boolean DEFAULT false NOT NULL,
  returned_at timestamp with time zone,
  round smallint DEFAULT 1 NOT NULL,
  person_id uuid,
  pack_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.saved_views (
  tenant_id uuid NOT NULL,
  view_id uuid NOT NULL,
  user_id uuid NOT NULL,
  page text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.sessions (
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  stage text NOT NULL,
  method text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  idle_seconds integer NOT NULL,
  stepped_up_at timestamp with time zone,
  address inet NOT NULL,
  device text NOT NULL,
  ended_at timestamp with time zone,
  ended_reason text,
  guest_tenant_id uuid,
  guest_grant_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.setup_tokens (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.shadow_answers (
  tenant_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  lead_id uuid,
  their_status text,
  their_buyer text,
  their_buyer_id uuid,
  their_price_cents bigint,
  their_payout_cents bigint,
  our_status text NOT NULL,
  our_reason text,
  our_buyer_ids uuid[] NOT NULL,
  our_price_cents bigint,
  our_payout_cents bigint,
  differs text[] NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ard/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.sign_in_rules (
  tenant_id uuid NOT NULL,
  role text NOT NULL,
  allowed_cidrs cidr[] NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.sign_ins (
  tenant_id uuid NOT NULL,
  sign_in_id uuid NOT NULL,
  user_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  success boolean NOT NULL,
  method text NOT NULL,
  reason text,
  address inet NOT NULL,
  device text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=ar/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.signup_questions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  entity_type text NOT NULL,
  question text NOT NULL,
  field_type text NOT NULL,
  options text[] DEFAULT '{}'::text[] NOT NULL,
  is_required boolean DEFAULT false NOT NULL,
  sort_order integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.smtp_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  username text NOT NULL,
  from_email text NOT NULL,
  from_name text,
  status text DEFAULT 'active'::text NOT NULL,
  password_sealed bytea,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.suppression_entries (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  form text NOT NULL,
  token bytea NOT NULL,
  hint text,
  scope text NOT NULL,
  scope_id uuid,
  buyer_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (scope = 'buyer'::text) THEN scope_id
    ELSE NULL::uuid
END) STORED,
  vertical_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (scope = 'vertical'::text) THEN scope_id
    ELSE NULL::uuid
END) STORED,
  reason text NOT NULL,
  source text NOT NULL,
  display_name text,
  expires_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.suppression_forms (
  tenant_id uuid NOT NULL,
  form text NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=ar/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.system_lists (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  list_type text NOT NULL,
  items text[] DEFAULT '{}'::text[] NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.tax_rates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  code text NOT NULL,
  percentage numeric(7,4) NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.tenant_domains (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  domain text NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.tenant_settings (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  category text NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.tenants (
  tenant_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  is_demo boolean DEFAULT false NOT NULL,
  routing_stamp bigint DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  kind text DEFAULT 'operator'::text NOT NULL,
  plan text DEFAULT 'standard'::text NOT NULL,
  domain text,
  logo_url text,
  settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  features jsonb DEFAULT '{}'::jsonb NOT NULL,
  status_reason text,
  approved_at timestamp with time zone,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.user_links (
  tenant_id uuid NOT NULL,
  link_id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.user_secrets (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  password_hash text,
  password_set_at timestamp with time zone,
  totp_offer bytea,
  totp_secret bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint DEFAULT 0 NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.users (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  email text NOT NULL,
  first_name text,
  last_name text,
  role text NOT NULL,
  buyer_id uuid,
  partner_id uuid,
  status text DEFAULT 'invited'::text NOT NULL,
  read_only boolean DEFAULT false NOT NULL,
  pii_access boolean DEFAULT false NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  access_until timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  custom_role_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_identity=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.vertical_groups (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  dedup_scope text DEFAULT 'group'::text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner
CREATE TABLE public.verticals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  display_id bigint NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  description text,
  status text DEFAULT 'active'::text NOT NULL,
  regime text DEFAULT 'consumer_health'::text NOT NULL,
  dedup_fields text[] DEFAULT '{email,phone}'::text[] NOT NULL,
  dedup_window_days integer DEFAULT 30 NOT NULL,
  profile jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  dedup_match text DEFAULT 'any'::text NOT NULL,
  dedup_sold_only boolean DEFAULT false NOT NULL,
  vertical_group_id uuid
);
-- owner careroute_owner, row security,
        forced, grants careroute_app=arwd/careroute_owner careroute_owner=arwdDxtm/careroute_owner

-- column grants
-- api_keys.revoked_at: careroute_identity=w/careroute_owner
-- api_keys.revoked_reason: careroute_identity=w/careroute_owner
-- api_keys.last_used_at: careroute_identity=w/careroute_owner
-- api_keys.last_used_address: careroute_identity=w/careroute_owner
-- buyers.tenant_id: careroute_identity=r/careroute_owner
-- buyers.id: careroute_identity=r/careroute_owner
-- buyers.status: careroute_identity=r/careroute_owner
-- campaigns.tenant_id: careroute_identity=r/careroute_owner
-- campaigns.id: careroute_identity=r/careroute_owner
-- campaigns.status: careroute_identity=r/careroute_owner
-- campaigns.allowed_origins: careroute_identity=r/careroute_owner
-- campaigns.spec_number: careroute_identity=r/careroute_owner
-- custom_roles.tenant_id: careroute_app=r/careroute_owner
-- custom_roles.id: careroute_app=r/careroute_owner
-- custom_roles.name: careroute_app=r/careroute_owner
-- custom_roles.base_role: careroute_app=r/careroute_owner
-- decisions.sealed_details: careroute_app=w/careroute_owner
-- lead_checks.reference: careroute_app=w/careroute_owner
-- lead_checks.token: careroute_app=w/careroute_owner
-- lead_notes.sealed_note: careroute_app=w/careroute_owner
-- partners.tenant_id: careroute_identity=r/careroute_owner
-- partners.id: careroute_identity=r/careroute_owner
-- partners.status: careroute_identity=r/careroute_owner
-- reveal_reasons.sealed_reason: careroute_app=w/careroute_owner
-- sessions.tenant_id: careroute_app=r/careroute_owner
-- sessions.session_id: careroute_app=r/careroute_owner
-- sessions.stage: careroute_app=r/careroute_owner
-- sessions.expires_at: careroute_app=r/careroute_owner
-- sessions.ended_at: careroute_app=r/careroute_owner
-- setup_tokens.tenant_id: careroute_identity=r/careroute_owner
-- setup_tokens.token_hash: careroute_identity=r/careroute_owner
-- tenants.tenant_id: careroute_identity=r/careroute_owner
-- tenants.slug: careroute_identity=r/careroute_owner
-- tenants.name: careroute_identity=r/careroute_owner
-- tenants.time_zone: careroute_identity=r/careroute_owner
-- tenants.status: careroute_identity=r/careroute_owner
-- tenants.is_demo: careroute_identity=r/careroute_owner
-- tenants.created_at: careroute_identity=r/careroute_owner
-- tenants.kind: careroute_identity=r/careroute_owner
-- tenants.plan: careroute_identity=r/careroute_owner
-- tenants.domain: careroute_identity=r/careroute_owner
-- tenants.logo_url: careroute_identity=r/careroute_owner
-- tenants.settings: careroute_identity=r/careroute_owner
-- tenants.features: careroute_identity=r/careroute_owner
-- tenants.status_reason: careroute_identity=r/careroute_owner
-- tenants.approved_at: careroute_identity=r/careroute_owner
-- tenants.updated_at: careroute_identity=r/careroute_owner

-- constraints
ALTER TABLE access_bonds ADD CONSTRAINT access_bonds_check CHECK ((given_by <> user_id));
ALTER TABLE access_bonds ADD CONSTRAINT access_bonds_pkey PRIMARY KEY (tenant_id, user_id, given_by);
ALTER TABLE access_bonds ADD CONSTRAINT access_bonds_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE access_grants ADD CONSTRAINT access_grants_check CHECK ((expires_at <= (created_at + '01:00:00'::interval)));
ALTER TABLE access_grants ADD CONSTRAINT access_grants_pkey PRIMARY KEY (tenant_id, grant_id);
ALTER TABLE access_grants ADD CONSTRAINT access_grants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE access_grants ADD CONSTRAINT access_grants_ticket_check CHECK ((length(ticket) <= 100));
ALTER TABLE access_grants ADD CONSTRAINT access_grants_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'questioned'::text])));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_check CHECK (((kind = 'buyer'::text) = (buyer_id IS NOT NULL)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_check1 CHECK (((kind = ANY (ARRAY['partner'::text, 'posting'::text])) = (partner_id IS NOT NULL)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_check2 CHECK (((kind = 'posting'::text) = (campaign_id IS NOT NULL)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_check3 CHECK (((cardinality(scopes) > 0) AND (scopes <@
CASE kind
    WHEN 'admin'::text THEN '{posting,routing,messaging,calls,call_data_write,admin,admin_billing}'::text[]
    WHEN 'posting'::text THEN '{posting}'::text[]
    ELSE '{routing,messaging,calls,call_data_write}'::text[]
END)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_kind_check CHECK ((kind = ANY (ARRAY['admin'::text, 'buyer'::text, 'partner'::text, 'posting'::text])));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, key_id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_rate_limit_per_minute_check CHECK (((rate_limit_per_minute >= 1) AND (rate_limit_per_minute <= 1000000)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_secret_hash_check CHECK ((length(secret_hash) = 32));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_campaign_id_partner_id_fkey FOREIGN KEY (tenant_id, campaign_id, partner_id) REFERENCES campaigns(tenant_id, id, partner_id) ON DELETE CASCADE;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_made_by_key_fkey FOREIGN KEY (tenant_id, made_by_key) REFERENCES api_keys(tenant_id, key_id) ON DELETE SET NULL (made_by_key);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_replaced_by_fkey FOREIGN KEY (tenant_id, replaced_by) REFERENCES api_keys(tenant_id, key_id) ON DELETE SET NULL (replaced_by);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_shown_to_key_fkey FOREIGN KEY (tenant_id, shown_to_key) REFERENCES api_keys(tenant_id, key_id) ON DELETE SET NULL (shown_to_key);
ALTER TABLE app.context_keys ADD CONSTRAINT context_keys_id_check CHECK ((id = 1));
ALTER TABLE app.context_keys ADD CONSTRAINT context_keys_inner_pad_check CHECK ((length(inner_pad) = 64));
ALTER TABLE app.context_keys ADD CONSTRAINT context_keys_outer_pad_check CHECK ((length(outer_pad) = 64));
ALTER TABLE app.context_keys ADD CONSTRAINT context_keys_pkey PRIMARY KEY (id);
ALTER TABLE approvals ADD CONSTRAINT approvals_action_check CHECK ((action = ANY (ARRAY['bulk_export'::text, 'hipaa_mode_off'::text, 'legal_hold_release'::text])));
ALTER TABLE approvals ADD CONSTRAINT approvals_check CHECK ((((decided_by IS NULL) = (decision IS NULL)) AND ((decided_at IS NULL) = (decision IS NULL))));
ALTER TABLE approvals ADD CONSTRAINT approvals_check1 CHECK (((decided_by IS DISTINCT FROM requested_by) OR (decision = 'declined'::text) OR (decision IS NULL)));
ALTER TABLE approvals ADD CONSTRAINT approvals_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'declined'::text])));
ALTER TABLE approvals ADD CONSTRAINT approvals_pkey PRIMARY KEY (tenant_id, approval_id);
ALTER TABLE approvals ADD CONSTRAINT approvals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE audit_events ADD CONSTRAINT audit_events_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])));
ALTER TABLE audit_events ADD CONSTRAINT audit_events_pkey PRIMARY KEY (tenant_id, event_id);
ALTER TABLE audit_events ADD CONSTRAINT audit_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255)));
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'adjustment'::text, 'fee'::text])));
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_notes_check CHECK (((length(notes) >= 1) AND (length(notes) <= 2000)));
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_owed_cents_check CHECK ((owed_cents <> 0));
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_pkey PRIMARY KEY (tenant_id, adjustment_id);
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 255)));
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id);
ALTER TABLE balance_adjustments ADD CONSTRAINT balance_adjustments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_hint_check CHECK ((length(hint) <= 8));
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_once UNIQUE (tenant_id, token);
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_reason_check CHECK ((length(reason) <= 255));
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE blocked_caller_ids ADD CONSTRAINT blocked_caller_ids_token_check CHECK ((length(token) = 32));
ALTER TABLE blocked_ips ADD CONSTRAINT blocked_ips_check CHECK (((family(from_ip) = family(to_ip)) AND (from_ip <= to_ip)));
ALTER TABLE blocked_ips ADD CONSTRAINT blocked_ips_once UNIQUE (tenant_id, from_ip, to_ip);
ALTER TABLE blocked_ips ADD CONSTRAINT blocked_ips_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE blocked_ips ADD CONSTRAINT blocked_ips_reason_check CHECK ((length(reason) <= 255));
ALTER TABLE blocked_ips ADD CONSTRAINT blocked_ips_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE blocked_referrers ADD CONSTRAINT blocked_referrers_once UNIQUE (tenant_id, referrer);
ALTER TABLE blocked_referrers ADD CONSTRAINT blocked_referrers_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE blocked_referrers ADD CONSTRAINT blocked_referrers_reason_check CHECK ((length(reason) <= 255));
ALTER TABLE blocked_referrers ADD CONSTRAINT blocked_referrers_referrer_check CHECK (((length(referrer) >= 1) AND (length(referrer) <= 500)));
ALTER TABLE blocked_referrers ADD CONSTRAINT blocked_referrers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE brought_records ADD CONSTRAINT brought_records_foreign_id_check CHECK (((length(foreign_id) >= 1) AND (length(foreign_id) <= 300)));
ALTER TABLE brought_records ADD CONSTRAINT brought_records_kind_check CHECK ((kind ~ '^[a-z_]{1,40}$'::text));
ALTER TABLE brought_records ADD CONSTRAINT brought_records_pkey PRIMARY KEY (tenant_id, source, kind, foreign_id);
ALTER TABLE brought_records ADD CONSTRAINT brought_records_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)));
ALTER TABLE brought_records ADD CONSTRAINT brought_records_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE buyer_credit ADD CONSTRAINT buyer_credit_pkey PRIMARY KEY (tenant_id, buyer_id);
ALTER TABLE buyer_credit ADD CONSTRAINT buyer_credit_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE buyer_credit ADD CONSTRAINT buyer_credit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE buyers ADD CONSTRAINT buyers_credit_limit_cents_check CHECK ((credit_limit_cents >= 0));
ALTER TABLE buyers ADD CONSTRAINT buyers_dedup_window_days_check CHECK (((dedup_window_days >= 0) AND (dedup_window_days <= 365)));
ALTER TABLE buyers ADD CONSTRAINT buyers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE buyers ADD CONSTRAINT buyers_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE buyers ADD CONSTRAINT buyers_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'paused'::text, 'suspended'::text, 'inactive'::text, 'rejected'::text])));
ALTER TABLE buyers ADD CONSTRAINT buyers_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE buyers ADD CONSTRAINT buyers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE campaign_checks ADD CONSTRAINT campaign_checks_fail_mode_check CHECK ((fail_mode = ANY (ARRAY['accept'::text, 'refuse'::text])));
ALTER TABLE campaign_checks ADD CONSTRAINT campaign_checks_pkey PRIMARY KEY (tenant_id, campaign_id, vendor_id);
ALTER TABLE campaign_checks ADD CONSTRAINT campaign_checks_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE campaign_checks ADD CONSTRAINT campaign_checks_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES check_vendors(tenant_id, id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_allowed_origins_check CHECK ((cardinality(allowed_origins) <= 50));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_cost_per_lead_cents_check CHECK ((cost_per_lead_cents >= 0));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_maximum_payout_cents_check CHECK ((maximum_payout_cents >= 0));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_off_by_offer_check CHECK (((off_by_offer IS NULL) = (off_from IS NULL)));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_off_from_check CHECK ((off_from = ANY (ARRAY['testing'::text, 'active'::text])));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_ping_deadline_ms_check CHECK (((ping_deadline_ms >= 50) AND (ping_deadline_ms <= 30000)));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_pricing_model_check CHECK ((pricing_model = ANY (ARRAY['fixed'::text, 'revshare'::text])));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_response_deadline_ms_check CHECK (((response_deadline_ms >= 0) AND (response_deadline_ms <= 120000)));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_revshare_bp_check CHECK (((revshare_bp >= 0) AND (revshare_bp <= 10000)));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_status_check CHECK ((status = ANY (ARRAY['testing'::text, 'active'::text, 'paused'::text, 'inactive'::text])));
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_id_partner_id_key UNIQUE (tenant_id, id, partner_id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_offer_id_fkey FOREIGN KEY (tenant_id, offer_id) REFERENCES offers(tenant_id, id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id);
ALTER TABLE cap_usage ADD CONSTRAINT cap_usage_pkey PRIMARY KEY (tenant_id, owner_id, day);
ALTER TABLE cap_usage ADD CONSTRAINT cap_usage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE check_answers ADD CONSTRAINT check_answers_pkey PRIMARY KEY (tenant_id, vendor_id, token);
ALTER TABLE check_answers ADD CONSTRAINT check_answers_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)));
ALTER TABLE check_answers ADD CONSTRAINT check_answers_result_check CHECK ((result = ANY (ARRAY['clear'::text, 'listed'::text, 'invalid'::text])));
ALTER TABLE check_answers ADD CONSTRAINT check_answers_tenant_id_vendor_id_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES check_vendors(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE check_answers ADD CONSTRAINT check_answers_token_check CHECK ((length(token) = 32));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_baa_reason_check CHECK (((length(baa_reason) >= 1) AND (length(baa_reason) <= 500)));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_baa_state_check CHECK ((baa_state = ANY (ARRAY['signed'::text, 'not_needed'::text, 'none'::text])));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_cache_days_check CHECK (((cache_days >= 0) AND (cache_days <= 90)));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_kind_check CHECK ((kind = ANY (ARRAY['dnc'::text, 'litigator'::text, 'phone'::text, 'email'::text])));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_name UNIQUE (tenant_id, name);
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_reason CHECK (((baa_state <> 'not_needed'::text) OR (baa_reason IS NOT NULL)));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_sends_check CHECK ((sends = ANY (ARRAY['plain'::text, 'sha256'::text])));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_timeout_ms_check CHECK (((timeout_ms >= 100) AND (timeout_ms <= 10000)));
ALTER TABLE check_vendors ADD CONSTRAINT check_vendors_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2048)));
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_code_fkey FOREIGN KEY (tenant_id, code_id) REFERENCES disposition_codes(tenant_id, id);
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_external_code UNIQUE (tenant_id, contract_id, external_code);
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_external_code_check CHECK ((external_code ~ '^[a-z][a-z0-9_]{0,39}$'::text));
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_external_label_check CHECK ((length(external_label) <= 200));
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_return_reason_check CHECK ((return_reason = ANY (ARRAY['duplicate'::text, 'bad_data'::text, 'wrong_vertical'::text, 'out_of_area'::text, 'not_interested'::text, 'other'::text])));
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_sort_order_check CHECK ((sort_order >= 0));
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE contract_dispositions ADD CONSTRAINT contract_dispositions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE contract_versions ADD CONSTRAINT contract_versions_pkey PRIMARY KEY (tenant_id, contract_id, version);
ALTER TABLE contract_versions ADD CONSTRAINT contract_versions_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE contract_versions ADD CONSTRAINT contract_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE contracts ADD CONSTRAINT contracts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE contracts ADD CONSTRAINT contracts_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE contracts ADD CONSTRAINT contracts_status_check CHECK ((status = ANY (ARRAY['setup'::text, 'active'::text, 'paused'::text, 'expired'::text, 'inactive'::text, 'archived'::text])));
ALTER TABLE contracts ADD CONSTRAINT contracts_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id);
ALTER TABLE contracts ADD CONSTRAINT contracts_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE contracts ADD CONSTRAINT contracts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE contracts ADD CONSTRAINT contracts_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id);
ALTER TABLE custom_roles ADD CONSTRAINT custom_roles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE custom_roles ADD CONSTRAINT custom_roles_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE custom_roles ADD CONSTRAINT custom_roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE custom_roles ADD CONSTRAINT custom_roles_tenant_id_name_key UNIQUE (tenant_id, name);
ALTER TABLE decisions ADD CONSTRAINT decisions_pkey PRIMARY KEY (tenant_id, lead_id, round);
ALTER TABLE decisions ADD CONSTRAINT decisions_round_check CHECK ((round >= 1));
ALTER TABLE decisions ADD CONSTRAINT decisions_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id) ON DELETE CASCADE;
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'duplicate'::text, 'failed'::text, 'uncertain'::text])));
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_pkey PRIMARY KEY (tenant_id, attempt_id);
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_tenant_id_sale_id_fkey FOREIGN KEY (tenant_id, sale_id) REFERENCES sales(tenant_id, sale_id) ON DELETE CASCADE;
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_tenant_id_sale_id_number_key UNIQUE (tenant_id, sale_id, number);
ALTER TABLE display_numbers ADD CONSTRAINT display_numbers_pkey PRIMARY KEY (tenant_id, kind);
ALTER TABLE display_numbers ADD CONSTRAINT display_numbers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_category_check CHECK ((category = ANY (ARRAY['working'::text, 'converted'::text, 'rejected'::text, 'returned'::text])));
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)));
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_return_reason_check CHECK ((return_reason = ANY (ARRAY['duplicate'::text, 'bad_data'::text, 'wrong_vertical'::text, 'out_of_area'::text, 'not_interested'::text, 'other'::text])));
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_slug UNIQUE (tenant_id, vertical_group_id, slug);
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_slug_check CHECK ((slug ~ '^[a-z][a-z0-9_]{0,39}$'::text));
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_sort_order_check CHECK ((sort_order >= 0));
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE disposition_codes ADD CONSTRAINT disposition_codes_tenant_id_vertical_group_id_fkey FOREIGN KEY (tenant_id, vertical_group_id) REFERENCES vertical_groups(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE export_parts ADD CONSTRAINT export_parts_number_check CHECK ((number >= 0));
ALTER TABLE export_parts ADD CONSTRAINT export_parts_pkey PRIMARY KEY (tenant_id, export_id, number);
ALTER TABLE export_parts ADD CONSTRAINT export_parts_tenant_id_export_id_fkey FOREIGN KEY (tenant_id, export_id) REFERENCES exports(tenant_id, export_id) ON DELETE CASCADE;
ALTER TABLE exports ADD CONSTRAINT exports_pkey PRIMARY KEY (tenant_id, export_id);
ALTER TABLE exports ADD CONSTRAINT exports_reason_check CHECK ((reason = ANY (ARRAY['deleted'::text, 'too_old'::text, 'maker_gone'::text, 'rights_changed'::text, 'lead_erased'::text, 'gave_up'::text])));
ALTER TABLE exports ADD CONSTRAINT exports_rights_check CHECK ((rights ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE exports ADD CONSTRAINT exports_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'expired'::text])));
ALTER TABLE exports ADD CONSTRAINT exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE field_access ADD CONSTRAINT field_access_access_check CHECK ((access = ANY (ARRAY['hidden'::text, 'masked'::text, 'visible'::text])));
ALTER TABLE field_access ADD CONSTRAINT field_access_field_check CHECK ((field ~ '^([a-z][a-zA-Z0-9]{0,72}|class:(identity|contact|health|other))$'::text));
ALTER TABLE field_access ADD CONSTRAINT field_access_pkey PRIMARY KEY (tenant_id, role, field);
ALTER TABLE field_access ADD CONSTRAINT field_access_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'analyst'::text, 'compliance'::text, 'support'::text, 'guest'::text, 'buyer'::text, 'partner'::text])));
ALTER TABLE field_access ADD CONSTRAINT field_access_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE intake_claims ADD CONSTRAINT intake_claims_pkey PRIMARY KEY (tenant_id, campaign_id, claim);
ALTER TABLE intake_claims ADD CONSTRAINT intake_claims_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_fail_mode_check CHECK ((fail_mode = ANY (ARRAY['accept'::text, 'refuse'::text])));
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_kind_check CHECK ((kind = ANY (ARRAY['dnc'::text, 'litigator'::text, 'phone'::text, 'email'::text])));
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_pkey PRIMARY KEY (tenant_id, check_id);
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)));
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_result_check CHECK ((result = ANY (ARRAY['clear'::text, 'listed'::text, 'invalid'::text, 'unknown'::text, 'no_agreement'::text, 'not_asked'::text, 'vendor_down'::text, 'timed_out'::text, 'unreachable'::text, 'connection_lost'::text, 'http_error'::text, 'malformed'::text])));
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id) ON DELETE CASCADE;
ALTER TABLE lead_checks ADD CONSTRAINT lead_checks_token_check CHECK ((length(token) = 32));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_check CHECK (((tier = 'vertical'::text) = (vertical_id IS NOT NULL)));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_check1 CHECK (((tier = 'campaign'::text) = (campaign_id IS NOT NULL)));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_label_check CHECK (((length(label) >= 1) AND (length(label) <= 255)));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_name_check CHECK ((name ~ '^[a-z][A-Za-z0-9]{0,63}$'::text));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_phi_class_check CHECK ((phi_class = ANY (ARRAY['identity'::text, 'contact'::text, 'health'::text, 'other'::text])));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_ping_safe_check CHECK (((NOT ping_safe) OR ((phi_class = ANY (ARRAY['health'::text, 'other'::text])) AND (type <> ALL (ARRAY['email'::text, 'phone'::text, 'url'::text])))));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_tenant_id_vertical_id_campaign_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, vertical_id, campaign_id, name);
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_tier_check CHECK ((tier = ANY (ARRAY['vertical'::text, 'campaign'::text])));
ALTER TABLE lead_fields ADD CONSTRAINT lead_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'boolean'::text, 'date'::text, 'select'::text, 'email'::text, 'phone'::text, 'url'::text])));
ALTER TABLE lead_import_parts ADD CONSTRAINT lead_import_parts_number_check CHECK ((number >= 0));
ALTER TABLE lead_import_parts ADD CONSTRAINT lead_import_parts_pkey PRIMARY KEY (tenant_id, import_id, number);
ALTER TABLE lead_import_parts ADD CONSTRAINT lead_import_parts_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES lead_imports(tenant_id, import_id) ON DELETE CASCADE;
ALTER TABLE lead_import_rows ADD CONSTRAINT lead_import_rows_number_check CHECK ((number >= 1));
ALTER TABLE lead_import_rows ADD CONSTRAINT lead_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'invalid'::text])));
ALTER TABLE lead_import_rows ADD CONSTRAINT lead_import_rows_pkey PRIMARY KEY (tenant_id, import_id, number);
ALTER TABLE lead_import_rows ADD CONSTRAINT lead_import_rows_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES lead_imports(tenant_id, import_id) ON DELETE CASCADE;
ALTER TABLE lead_imports ADD CONSTRAINT lead_imports_pkey PRIMARY KEY (tenant_id, import_id);
ALTER TABLE lead_imports ADD CONSTRAINT lead_imports_reason_check CHECK ((reason = ANY (ARRAY['maker_gone'::text, 'campaign_closed'::text, 'gave_up'::text, 'lead_erased'::text])));
ALTER TABLE lead_imports ADD CONSTRAINT lead_imports_status_check CHECK ((status = ANY (ARRAY['uploading'::text, 'mapping'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text, 'expired'::text])));
ALTER TABLE lead_imports ADD CONSTRAINT lead_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE lead_notes ADD CONSTRAINT lead_notes_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'return'::text, 'scrub'::text, 'merge'::text, 'price'::text])));
ALTER TABLE lead_notes ADD CONSTRAINT lead_notes_pkey PRIMARY KEY (tenant_id, note_id);
ALTER TABLE lead_notes ADD CONSTRAINT lead_notes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE lead_notes ADD CONSTRAINT lead_notes_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id) ON DELETE CASCADE;
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_check CHECK (((status = 'closed'::text) = ((closed_at IS NOT NULL) AND (closed_by IS NOT NULL) AND (rest_leads IS NOT NULL) AND (rest_refunded IS NOT NULL))));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255)));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_leads_check CHECK (((leads >= 1) AND (leads <= 1000000)));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_notes_check CHECK (((length(notes) >= 1) AND (length(notes) <= 2000)));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_pkey PRIMARY KEY (tenant_id, pack_id);
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_price_cents_check CHECK (((price_cents >= 0) AND (price_cents <= 100000000)));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])));
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id);
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts(tenant_id, id);
ALTER TABLE lead_packs ADD CONSTRAINT lead_packs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_current_step_check CHECK ((current_step >= 0));
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_key_hash_check CHECK ((length(key_hash) = 32));
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_pkey PRIMARY KEY (tenant_id, session_id);
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_status_check CHECK ((status = ANY (ARRAY['active'::text, 'submitting'::text, 'submitted'::text, 'completed'::text])));
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_tenant_id_key_hash_key UNIQUE (tenant_id, key_hash);
ALTER TABLE lead_sessions ADD CONSTRAINT lead_sessions_total_steps_check CHECK ((total_steps >= 1));
ALTER TABLE lead_tokens ADD CONSTRAINT lead_tokens_pkey PRIMARY KEY (tenant_id, token, field, lead_id);
ALTER TABLE lead_tokens ADD CONSTRAINT lead_tokens_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id) ON DELETE CASCADE;
ALTER TABLE lead_tokens ADD CONSTRAINT lead_tokens_token_check CHECK ((length(token) = 32));
ALTER TABLE leads ADD CONSTRAINT leads_forced_only_in_tests CHECK (((test_result IS NULL) OR is_test));
ALTER TABLE leads ADD CONSTRAINT leads_person_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, person_id) ON DELETE SET NULL (person_id);
ALTER TABLE leads ADD CONSTRAINT leads_pkey PRIMARY KEY (tenant_id, lead_id);
ALTER TABLE leads ADD CONSTRAINT leads_status_check CHECK ((status = ANY (ARRAY['routing'::text, 'sold'::text, 'unsold'::text, 'pending'::text, 'matched'::text, 'returned'::text, 'scrubbed'::text, 'erased'::text])));
ALTER TABLE leads ADD CONSTRAINT leads_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id);
ALTER TABLE leads ADD CONSTRAINT leads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE leads ADD CONSTRAINT leads_tenant_id_number_key UNIQUE (tenant_id, number);
ALTER TABLE leads ADD CONSTRAINT leads_test_result_check CHECK ((test_result = ANY (ARRAY['sold'::text, 'rejected'::text, 'pending'::text])));
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_account_check CHECK ((account = ANY (ARRAY['buyer_receivable'::text, 'tenant_revenue'::text, 'partner_cost'::text, 'partner_payable'::text, 'opening_balance'::text, 'tenant_cash'::text, 'tenant_fees'::text, 'balance_adjustment'::text, 'pack_liability'::text])));
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'return'::text, 'opening'::text, 'payment'::text, 'adjustment'::text, 'fee'::text, 'pack'::text, 'reprice'::text])));
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (tenant_id, entry_id);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE notices ADD CONSTRAINT notices_check CHECK (((kind = 'tenant_entered'::text) = (grant_id IS NOT NULL)));
ALTER TABLE notices ADD CONSTRAINT notices_check1 CHECK (((kind = 'key_exposed'::text) = (key_id IS NOT NULL)));
ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK ((kind = ANY (ARRAY['password_changed'::text, 'email_changed'::text, 'factor_added'::text, 'factor_removed'::text, 'recovery_codes_renewed'::text, 'recovery_code_used'::text, 'passkey_blocked'::text, 'tenant_entered'::text, 'key_exposed'::text])));
ALTER TABLE notices ADD CONSTRAINT notices_pkey PRIMARY KEY (tenant_id, notice_id);
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES access_grants(tenant_id, grant_id) ON DELETE CASCADE;
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_key_id_fkey FOREIGN KEY (tenant_id, key_id) REFERENCES api_keys(tenant_id, key_id) ON DELETE CASCADE;
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_pkey PRIMARY KEY (tenant_id, offer_id, contract_id);
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_pool_check CHECK ((pool = ANY (ARRAY['primary'::text, 'fallback'::text])));
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_priority_check CHECK ((priority >= 0));
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_tenant_id_offer_id_fkey FOREIGN KEY (tenant_id, offer_id) REFERENCES offers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE offer_contracts ADD CONSTRAINT offer_contracts_weight_check CHECK ((weight >= 0));
ALTER TABLE offer_listings ADD CONSTRAINT offer_listings_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE offer_listings ADD CONSTRAINT offer_listings_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text])));
ALTER TABLE offer_listings ADD CONSTRAINT offer_listings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE offer_listings ADD CONSTRAINT offer_listings_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES offers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE offer_listings ADD CONSTRAINT offer_listings_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id);
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_check CHECK (((status = 'pending'::text) = (decided_at IS NULL)));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL)));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_check2 CHECK (((status = 'approved'::text) = (campaign_id IS NOT NULL)));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_check3 CHECK (((status <> 'declined'::text) OR (note IS NOT NULL)));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text])));
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_tenant_id_offer_id_fkey FOREIGN KEY (tenant_id, offer_id) REFERENCES offers(tenant_id, id);
ALTER TABLE offer_requests ADD CONSTRAINT offer_requests_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id);
ALTER TABLE offer_turns ADD CONSTRAINT offer_turns_pkey PRIMARY KEY (tenant_id, offer_id, contract_id);
ALTER TABLE offer_turns ADD CONSTRAINT offer_turns_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contracts(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE offer_turns ADD CONSTRAINT offer_turns_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE offer_turns ADD CONSTRAINT offer_turns_tenant_id_offer_id_fkey FOREIGN KEY (tenant_id, offer_id) REFERENCES offers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE offers ADD CONSTRAINT offers_affinity_check CHECK ((affinity = ANY (ARRAY['off'::text, 'same'::text, 'exclude'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_affinity_days_check CHECK (((affinity_days >= 1) AND (affinity_days <= 365)));
ALTER TABLE offers ADD CONSTRAINT offers_dedup_scope_check CHECK ((dedup_scope = ANY (ARRAY['offer'::text, 'vertical'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_dedup_window_days_check CHECK (((dedup_window_days >= 0) AND (dedup_window_days <= 365)));
ALTER TABLE offers ADD CONSTRAINT offers_default_payout_cents_check CHECK (((default_payout_cents >= 0) AND (default_payout_cents <= 100000000)));
ALTER TABLE offers ADD CONSTRAINT offers_distribution_rule_check CHECK ((distribution_rule = ANY (ARRAY['price'::text, 'priority'::text, 'weight'::text, 'round_robin'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_distribution_type_check CHECK ((distribution_type = ANY (ARRAY['exclusive'::text, 'multisell'::text, 'hybrid'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_fallback_rule_check CHECK ((fallback_rule = ANY (ARRAY['all'::text, 'price'::text, 'priority'::text, 'weight'::text, 'round_robin'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_max_sales_check CHECK ((max_sales >= 1));
ALTER TABLE offers ADD CONSTRAINT offers_min_margin_cents_check CHECK ((min_margin_cents >= 0));
ALTER TABLE offers ADD CONSTRAINT offers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE offers ADD CONSTRAINT offers_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE offers ADD CONSTRAINT offers_status_check CHECK ((status = ANY (ARRAY['setup'::text, 'active'::text, 'paused'::text, 'inactive'::text])));
ALTER TABLE offers ADD CONSTRAINT offers_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE offers ADD CONSTRAINT offers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE offers ADD CONSTRAINT offers_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id);
ALTER TABLE offers ADD CONSTRAINT offers_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])));
ALTER TABLE pack_usage ADD CONSTRAINT pack_usage_check CHECK (((taken >= 0) AND (taken <= leads)));
ALTER TABLE pack_usage ADD CONSTRAINT pack_usage_pkey PRIMARY KEY (tenant_id, pack_id);
ALTER TABLE pack_usage ADD CONSTRAINT pack_usage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE pack_usage ADD CONSTRAINT pack_usage_tenant_id_pack_id_fkey FOREIGN KEY (tenant_id, pack_id) REFERENCES lead_packs(tenant_id, pack_id) ON DELETE CASCADE;
ALTER TABLE partner_settings ADD CONSTRAINT partner_settings_pkey PRIMARY KEY (tenant_id, partner_id);
ALTER TABLE partner_settings ADD CONSTRAINT partner_settings_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE partners ADD CONSTRAINT partners_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE partners ADD CONSTRAINT partners_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE partners ADD CONSTRAINT partners_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'inactive'::text, 'rejected'::text])));
ALTER TABLE partners ADD CONSTRAINT partners_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE partners ADD CONSTRAINT partners_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE passkeys ADD CONSTRAINT passkeys_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023)));
ALTER TABLE passkeys ADD CONSTRAINT passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE passkeys ADD CONSTRAINT passkeys_pkey PRIMARY KEY (tenant_id, passkey_id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE people ADD CONSTRAINT people_by_key UNIQUE (tenant_id, key_token, key_field);
ALTER TABLE people ADD CONSTRAINT people_by_number UNIQUE (tenant_id, number);
ALTER TABLE people ADD CONSTRAINT people_check CHECK ((((status = 'merged'::text) = (merged_into IS NOT NULL)) AND ((merged_into IS NULL) = (merged_at IS NULL))));
ALTER TABLE people ADD CONSTRAINT people_check1 CHECK (((key_field IS NULL) = (key_token IS NULL)));
ALTER TABLE people ADD CONSTRAINT people_key_field_check CHECK ((key_field = ANY (ARRAY['email'::text, 'phone'::text])));
ALTER TABLE people ADD CONSTRAINT people_key_token_check CHECK ((length(key_token) = 32));
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY (tenant_id, person_id);
ALTER TABLE people ADD CONSTRAINT people_status_check CHECK ((status = ANY (ARRAY['active'::text, 'merged'::text, 'deleted'::text])));
ALTER TABLE people ADD CONSTRAINT people_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE people ADD CONSTRAINT people_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES people(tenant_id, person_id) ON DELETE CASCADE;
ALTER TABLE person_facts ADD CONSTRAINT person_facts_check CHECK (((email_token IS NOT NULL) OR (phone_token IS NOT NULL)));
ALTER TABLE person_facts ADD CONSTRAINT person_facts_email_token_check CHECK ((length(email_token) = 32));
ALTER TABLE person_facts ADD CONSTRAINT person_facts_phone_token_check CHECK ((length(phone_token) = 32));
ALTER TABLE person_facts ADD CONSTRAINT person_facts_pkey PRIMARY KEY (tenant_id, person_id);
ALTER TABLE person_facts ADD CONSTRAINT person_facts_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, person_id) ON DELETE CASCADE;
ALTER TABLE ping_bids ADD CONSTRAINT ping_bids_pkey PRIMARY KEY (tenant_id, ping_id);
ALTER TABLE ping_bids ADD CONSTRAINT ping_bids_tenant_id_ping_id_fkey FOREIGN KEY (tenant_id, ping_id) REFERENCES pings(tenant_id, ping_id) ON DELETE CASCADE;
ALTER TABLE pings ADD CONSTRAINT pings_kind_check CHECK ((kind = ANY (ARRAY['ping'::text, 'submit'::text])));
ALTER TABLE pings ADD CONSTRAINT pings_outcome_check CHECK ((outcome = ANY (ARRAY['quoted'::text, 'no_match'::text])));
ALTER TABLE pings ADD CONSTRAINT pings_payout_cents_check CHECK ((payout_cents >= 0));
ALTER TABLE pings ADD CONSTRAINT pings_pkey PRIMARY KEY (tenant_id, ping_id);
ALTER TABLE pings ADD CONSTRAINT pings_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id);
ALTER TABLE pings ADD CONSTRAINT pings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE posting_log ADD CONSTRAINT posting_log_outcome_check CHECK ((outcome = ANY (ARRAY['success'::text, 'rejected'::text, 'validation_error'::text, 'auth_error'::text, 'rate_limited'::text, 'server_error'::text])));
ALTER TABLE posting_log ADD CONSTRAINT posting_log_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE posting_log ADD CONSTRAINT posting_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_code_hash_check CHECK ((length(code_hash) = 32));
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (tenant_id, user_id, code_hash);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE reveal_reasons ADD CONSTRAINT reveal_reasons_pkey PRIMARY KEY (tenant_id, reveal_id);
ALTER TABLE reveal_reasons ADD CONSTRAINT reveal_reasons_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id) ON DELETE CASCADE;
ALTER TABLE role_field_access ADD CONSTRAINT role_field_access_access_check CHECK ((access = ANY (ARRAY['hidden'::text, 'masked'::text, 'visible'::text])));
ALTER TABLE role_field_access ADD CONSTRAINT role_field_access_field_check CHECK ((field ~ '^([a-z][a-zA-Z0-9]{0,72}|class:(identity|contact|health|other))$'::text));
ALTER TABLE role_field_access ADD CONSTRAINT role_field_access_pkey PRIMARY KEY (tenant_id, role_id, field);
ALTER TABLE role_field_access ADD CONSTRAINT role_field_access_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES custom_roles(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_code_category_check CHECK ((code_category = ANY (ARRAY['working'::text, 'converted'::text, 'rejected'::text, 'returned'::text])));
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_pkey PRIMARY KEY (tenant_id, disposition_id);
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_source_check CHECK ((source = ANY (ARRAY['postback'::text, 'status'::text])));
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_status_check CHECK ((status ~ '^[a-z][a-z0-9_]{0,39}$'::text));
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_substatus_check CHECK ((substatus ~ '^[a-z][a-z0-9_]{0,39}$'::text));
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE sale_dispositions ADD CONSTRAINT sale_dispositions_tenant_id_sale_id_fkey FOREIGN KEY (tenant_id, sale_id) REFERENCES sales(tenant_id, sale_id) ON DELETE CASCADE;
ALTER TABLE sales ADD CONSTRAINT sales_bid_reference_check CHECK ((length(bid_reference) <= 100));
ALTER TABLE sales ADD CONSTRAINT sales_check CHECK (((status = 'returned'::text) = (returned_at IS NOT NULL)));
ALTER TABLE sales ADD CONSTRAINT sales_pack_fkey FOREIGN KEY (tenant_id, pack_id) REFERENCES lead_packs(tenant_id, pack_id);
ALTER TABLE sales ADD CONSTRAINT sales_payout_cents_check CHECK ((payout_cents >= 0));
ALTER TABLE sales ADD CONSTRAINT sales_pkey PRIMARY KEY (tenant_id, sale_id);
ALTER TABLE sales ADD CONSTRAINT sales_pool_check CHECK ((pool = ANY (ARRAY['primary'::text, 'fallback'::text])));
ALTER TABLE sales ADD CONSTRAINT sales_price_cents_check CHECK ((price_cents >= 0));
ALTER TABLE sales ADD CONSTRAINT sales_round_check CHECK ((round >= 1));
ALTER TABLE sales ADD CONSTRAINT sales_status_check CHECK ((status = ANY (ARRAY['delivering'::text, 'uncertain'::text, 'settled'::text, 'released'::text, 'returned'::text])));
ALTER TABLE sales ADD CONSTRAINT sales_tenant_id_contract_id_contract_version_fkey FOREIGN KEY (tenant_id, contract_id, contract_version) REFERENCES contract_versions(tenant_id, contract_id, version);
ALTER TABLE sales ADD CONSTRAINT sales_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES leads(tenant_id, lead_id);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
ALTER TABLE saved_views ADD CONSTRAINT saved_views_page_check CHECK (((length(page) >= 1) AND (length(page) <= 60)));
ALTER TABLE saved_views ADD CONSTRAINT saved_views_pkey PRIMARY KEY (tenant_id, view_id);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_query_check CHECK ((length(query) <= 2000));
ALTER TABLE saved_views ADD CONSTRAINT saved_views_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE saved_views ADD CONSTRAINT saved_views_tenant_id_user_id_page_name_key UNIQUE (tenant_id, user_id, page, name);
ALTER TABLE sessions ADD CONSTRAINT sessions_check CHECK (((guest_tenant_id IS NULL) = (guest_grant_id IS NULL)));
ALTER TABLE sessions ADD CONSTRAINT sessions_idle_seconds_check CHECK ((idle_seconds > 0));
ALTER TABLE sessions ADD CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, session_id);
ALTER TABLE sessions ADD CONSTRAINT sessions_stage_check CHECK ((stage = ANY (ARRAY['second_factor'::text, 'enrolment'::text, 'full'::text])));
ALTER TABLE sessions ADD CONSTRAINT sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE sessions ADD CONSTRAINT sessions_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE setup_tokens ADD CONSTRAINT setup_tokens_once UNIQUE (token_hash);
ALTER TABLE setup_tokens ADD CONSTRAINT setup_tokens_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE setup_tokens ADD CONSTRAINT setup_tokens_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE setup_tokens ADD CONSTRAINT setup_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE setup_tokens ADD CONSTRAINT setup_tokens_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_our_status_check CHECK ((our_status = ANY (ARRAY['sold'::text, 'rejected'::text, 'duplicate'::text])));
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_pkey PRIMARY KEY (tenant_id, answer_id);
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_their_buyer_check CHECK ((length(their_buyer) <= 100));
ALTER TABLE shadow_answers ADD CONSTRAINT shadow_answers_their_status_check CHECK ((their_status = ANY (ARRAY['sold'::text, 'rejected'::text, 'duplicate'::text, 'pending'::text])));
ALTER TABLE sign_in_rules ADD CONSTRAINT sign_in_rules_allowed_cidrs_check CHECK (((cardinality(allowed_cidrs) >= 1) AND (cardinality(allowed_cidrs) <= 50)));
ALTER TABLE sign_in_rules ADD CONSTRAINT sign_in_rules_pkey PRIMARY KEY (tenant_id, role);
ALTER TABLE sign_in_rules ADD CONSTRAINT sign_in_rules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_pkey PRIMARY KEY (tenant_id, sign_in_id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE signup_questions ADD CONSTRAINT signup_questions_entity_type_check CHECK ((entity_type = ANY (ARRAY['buyer'::text, 'partner'::text])));
ALTER TABLE signup_questions ADD CONSTRAINT signup_questions_field_type_check CHECK ((field_type = ANY (ARRAY['text'::text, 'textarea'::text, 'number'::text, 'date'::text, 'boolean'::text, 'select'::text, 'multiselect'::text])));
ALTER TABLE signup_questions ADD CONSTRAINT signup_questions_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE signup_questions ADD CONSTRAINT signup_questions_question_check CHECK (((length(question) >= 1) AND (length(question) <= 1000)));
ALTER TABLE signup_questions ADD CONSTRAINT signup_questions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_from_email_check CHECK (((length(from_email) >= 3) AND (length(from_email) <= 254)));
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_from_name_check CHECK ((length(from_name) <= 255));
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_host_check CHECK (((length(host) >= 1) AND (length(host) <= 253)));
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_port_check CHECK (((port >= 1) AND (port <= 65535)));
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])));
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_tenant_id_host_username_from_email_key UNIQUE (tenant_id, host, username, from_email);
ALTER TABLE smtp_accounts ADD CONSTRAINT smtp_accounts_username_check CHECK (((length(username) >= 1) AND (length(username) <= 255)));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_check CHECK (((scope = 'global'::text) = (scope_id IS NULL)));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100)));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_form_check CHECK ((form = ANY (ARRAY['plain'::text, 'sha256'::text, 'sha1'::text, 'md5'::text])));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_hint_check CHECK ((length(hint) <= 8));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_once UNIQUE NULLS NOT DISTINCT (tenant_id, token, scope, scope_id);
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_reason_check CHECK ((reason = ANY (ARRAY['dnc_request'::text, 'opt_out'::text, 'bad_data'::text, 'manual'::text])));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_scope_check CHECK ((scope = ANY (ARRAY['global'::text, 'buyer'::text, 'vertical'::text])));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_source_check CHECK ((source = ANY (ARRAY['added'::text, 'imported'::text, 'opt_out_form'::text])));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_tenant_id_vertical_id_fkey FOREIGN KEY (tenant_id, vertical_id) REFERENCES verticals(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_token_check CHECK ((length(token) = 32));
ALTER TABLE suppression_entries ADD CONSTRAINT suppression_entries_type_check CHECK ((type = ANY (ARRAY['email'::text, 'phone'::text])));
ALTER TABLE suppression_forms ADD CONSTRAINT suppression_forms_form_check CHECK ((form = ANY (ARRAY['plain'::text, 'sha256'::text, 'sha1'::text, 'md5'::text])));
ALTER TABLE suppression_forms ADD CONSTRAINT suppression_forms_pkey PRIMARY KEY (tenant_id, form);
ALTER TABLE suppression_forms ADD CONSTRAINT suppression_forms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE system_lists ADD CONSTRAINT system_lists_list_type_check CHECK (((length(list_type) >= 1) AND (length(list_type) <= 100)));
ALTER TABLE system_lists ADD CONSTRAINT system_lists_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE system_lists ADD CONSTRAINT system_lists_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE system_lists ADD CONSTRAINT system_lists_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE system_lists ADD CONSTRAINT system_lists_tenant_id_list_type_name_key UNIQUE (tenant_id, list_type, name);
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_code_check CHECK (((length(code) >= 1) AND (length(code) <= 50)));
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_percentage_check CHECK (((percentage >= (0)::numeric) AND (percentage <= (100)::numeric)));
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_tenant_id_code_key UNIQUE (tenant_id, code);
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE tenant_domains ADD CONSTRAINT tenant_domains_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253)));
ALTER TABLE tenant_domains ADD CONSTRAINT tenant_domains_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE tenant_domains ADD CONSTRAINT tenant_domains_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'inactive'::text])));
ALTER TABLE tenant_domains ADD CONSTRAINT tenant_domains_tenant_id_domain_key UNIQUE (tenant_id, domain);
ALTER TABLE tenant_domains ADD CONSTRAINT tenant_domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE tenant_settings ADD CONSTRAINT tenant_settings_category_check CHECK (((length(category) >= 1) AND (length(category) <= 50)));
ALTER TABLE tenant_settings ADD CONSTRAINT tenant_settings_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100)));
ALTER TABLE tenant_settings ADD CONSTRAINT tenant_settings_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE tenant_settings ADD CONSTRAINT tenant_settings_tenant_id_category_key_key UNIQUE (tenant_id, category, key);
ALTER TABLE tenant_settings ADD CONSTRAINT tenant_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE tenants ADD CONSTRAINT tenants_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253)));
ALTER TABLE tenants ADD CONSTRAINT tenants_kind_check CHECK ((kind = ANY (ARRAY['operator'::text, 'practice'::text, 'installation'::text])));
ALTER TABLE tenants ADD CONSTRAINT tenants_logo_url_check CHECK (((length(logo_url) >= 1) AND (length(logo_url) <= 2048)));
ALTER TABLE tenants ADD CONSTRAINT tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE tenants ADD CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id);
ALTER TABLE tenants ADD CONSTRAINT tenants_plan_check CHECK ((plan = ANY (ARRAY['starter'::text, 'standard'::text, 'enterprise'::text])));
ALTER TABLE tenants ADD CONSTRAINT tenants_slug_check CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'::text));
ALTER TABLE tenants ADD CONSTRAINT tenants_slug_key UNIQUE (slug);
ALTER TABLE tenants ADD CONSTRAINT tenants_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text, 'inactive'::text])));
ALTER TABLE tenants ADD CONSTRAINT tenants_status_reason_check CHECK ((length(status_reason) <= 1000));
ALTER TABLE user_links ADD CONSTRAINT user_links_pkey PRIMARY KEY (tenant_id, link_id);
ALTER TABLE user_links ADD CONSTRAINT user_links_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'password_reset'::text])));
ALTER TABLE user_links ADD CONSTRAINT user_links_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE user_links ADD CONSTRAINT user_links_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE user_secrets ADD CONSTRAINT user_secrets_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE user_secrets ADD CONSTRAINT user_secrets_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE users ADD CONSTRAINT users_check CHECK (((role = 'buyer'::text) = (buyer_id IS NOT NULL)));
ALTER TABLE users ADD CONSTRAINT users_check1 CHECK (((role = 'partner'::text) = (partner_id IS NOT NULL)));
ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));
ALTER TABLE users ADD CONSTRAINT users_first_name_check CHECK ((length(first_name) <= 100));
ALTER TABLE users ADD CONSTRAINT users_last_name_check CHECK ((length(last_name) <= 100));
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['superadmin'::text, 'owner'::text, 'admin'::text, 'analyst'::text, 'compliance'::text, 'support'::text, 'buyer'::text, 'partner'::text, 'practice_owner'::text, 'practice_admin'::text, 'practice_member'::text])));
ALTER TABLE users ADD CONSTRAINT users_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'active'::text, 'inactive'::text])));
ALTER TABLE users ADD CONSTRAINT users_tenant_id_buyer_id_fkey FOREIGN KEY (tenant_id, buyer_id) REFERENCES buyers(tenant_id, id);
ALTER TABLE users ADD CONSTRAINT users_tenant_id_custom_role_id_fkey FOREIGN KEY (tenant_id, custom_role_id) REFERENCES custom_roles(tenant_id, id);
ALTER TABLE users ADD CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email);
ALTER TABLE users ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE users ADD CONSTRAINT users_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id);
ALTER TABLE vertical_groups ADD CONSTRAINT vertical_groups_dedup_scope_check CHECK ((dedup_scope = ANY (ARRAY['vertical'::text, 'group'::text])));
ALTER TABLE vertical_groups ADD CONSTRAINT vertical_groups_name UNIQUE (tenant_id, name);
ALTER TABLE vertical_groups ADD CONSTRAINT vertical_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE vertical_groups ADD CONSTRAINT vertical_groups_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE vertical_groups ADD CONSTRAINT vertical_groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE verticals ADD CONSTRAINT verticals_dedup_match_check CHECK ((dedup_match = ANY (ARRAY['any'::text, 'all'::text])));
ALTER TABLE verticals ADD CONSTRAINT verticals_dedup_window_days_check CHECK (((dedup_window_days >= 0) AND (dedup_window_days <= 365)));
ALTER TABLE verticals ADD CONSTRAINT verticals_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
ALTER TABLE verticals ADD CONSTRAINT verticals_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE verticals ADD CONSTRAINT verticals_regime_check CHECK ((regime = ANY (ARRAY['hipaa'::text, 'consumer_health'::text, 'cms_tpmo'::text, 'sud_part2'::text, 'none'::text])));
ALTER TABLE verticals ADD CONSTRAINT verticals_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 100)));
ALTER TABLE verticals ADD CONSTRAINT verticals_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])));
ALTER TABLE verticals ADD CONSTRAINT verticals_tenant_id_display_id_key UNIQUE (tenant_id, display_id);
ALTER TABLE verticals ADD CONSTRAINT verticals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id) ON DELETE CASCADE;
ALTER TABLE verticals ADD CONSTRAINT verticals_tenant_id_slug_key UNIQUE (tenant_id, slug);
ALTER TABLE verticals ADD CONSTRAINT verticals_vertical_group_fkey FOREIGN KEY (tenant_id, vertical_group_id) REFERENCES vertical_groups(tenant_id, id);

-- indexes
CREATE INDEX access_bonds_by_time ON public.access_bonds USING btree (tenant_id, given_at);
CREATE INDEX access_grants_by_time ON public.access_grants USING btree (tenant_id, created_at DESC);
CREATE INDEX api_keys_by_buyer ON public.api_keys USING btree (tenant_id, buyer_id) WHERE (buyer_id IS NOT NULL);
CREATE INDEX api_keys_by_campaign ON public.api_keys USING btree (tenant_id, campaign_id) WHERE (campaign_id IS NOT NULL);
CREATE INDEX api_keys_by_creator ON public.api_keys USING btree (tenant_id, created_by) WHERE (created_by IS NOT NULL);
CREATE UNIQUE INDEX api_keys_by_hash ON public.api_keys USING btree (secret_hash);
CREATE INDEX api_keys_by_maker ON public.api_keys USING btree (tenant_id, made_by_key) WHERE (made_by_key IS NOT NULL);
CREATE INDEX api_keys_by_partner ON public.api_keys USING btree (tenant_id, partner_id) WHERE (partner_id IS NOT NULL);
CREATE INDEX api_keys_by_viewer ON public.api_keys USING btree (tenant_id, shown_to_key) WHERE (shown_to_key IS NOT NULL);
CREATE INDEX approvals_by_time ON public.approvals USING btree (tenant_id, requested_at DESC);
CREATE INDEX audit_events_by_time ON public.audit_events USING btree (tenant_id, at DESC, event_id DESC);
CREATE INDEX balance_adjustments_by_buyer ON public.balance_adjustments USING btree (tenant_id, buyer_id, at DESC, adjustment_id DESC);
CREATE UNIQUE INDEX balance_adjustments_once ON public.balance_adjustments USING btree (tenant_id, buyer_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE INDEX campaign_checks_by_vendor ON public.campaign_checks USING btree (tenant_id, vendor_id);
CREATE INDEX campaigns_by_origin ON public.campaigns USING gin (allowed_origins) WHERE (allowed_origins <> '{}'::text[]);
CREATE INDEX campaigns_by_partner ON public.campaigns USING btree (tenant_id, partner_id);
CREATE INDEX check_answers_by_expiry ON public.check_answers USING btree (tenant_id, expires_at);
CREATE INDEX check_answers_by_token ON public.check_answers USING btree (tenant_id, token);
CREATE INDEX contract_dispositions_by_code ON public.contract_dispositions USING btree (tenant_id, code_id) WHERE (code_id IS NOT NULL);
CREATE INDEX contracts_by_buyer ON public.contracts USING btree (tenant_id, buyer_id);
CREATE INDEX delivery_attempts_by_buyer ON public.delivery_attempts USING btree (tenant_id, buyer_id, started_at DESC, attempt_id DESC);
CREATE INDEX delivery_attempts_by_time ON public.delivery_attempts USING btree (tenant_id, started_at DESC, attempt_id DESC);
CREATE INDEX delivery_attempts_open ON public.delivery_attempts USING btree (tenant_id, lease_until) WHERE (outcome IS NULL);
CREATE INDEX exports_by_maker ON public.exports USING btree (tenant_id, made_by, created_at DESC);
CREATE INDEX exports_to_resume ON public.exports USING btree (tenant_id, resume_at) WHERE (resume_at IS NOT NULL);
CREATE INDEX intake_claims_by_expiry ON public.intake_claims USING btree (tenant_id, expires_at);
CREATE INDEX lead_checks_by_lead ON public.lead_checks USING btree (tenant_id, lead_id);
CREATE INDEX lead_checks_by_time ON public.lead_checks USING btree (tenant_id, at DESC, check_id DESC);
CREATE INDEX lead_checks_by_vendor ON public.lead_checks USING btree (tenant_id, vendor_id, at DESC, check_id DESC);
CREATE INDEX lead_import_rows_by_lead ON public.lead_import_rows USING btree (tenant_id, lead_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX lead_imports_by_time ON public.lead_imports USING btree (tenant_id, created_at DESC, import_id DESC);
CREATE INDEX lead_imports_to_resume ON public.lead_imports USING btree (tenant_id, resume_at) WHERE (resume_at IS NOT NULL);
CREATE INDEX lead_imports_to_shred ON public.lead_imports USING btree (tenant_id, expires_at) WHERE (shredded_at IS NULL);
CREATE INDEX lead_notes_by_lead ON public.lead_notes USING btree (tenant_id, lead_id, at);
CREATE INDEX lead_packs_by_buyer ON public.lead_packs USING btree (tenant_id, buyer_id, sold_at DESC, pack_id DESC);
CREATE UNIQUE INDEX lead_packs_once ON public.lead_packs USING btree (tenant_id, buyer_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE INDEX lead_sessions_by_end ON public.lead_sessions USING btree (tenant_id, expires_at);
CREATE INDEX lead_sessions_by_time ON public.lead_sessions USING btree (tenant_id, created_at DESC, session_id DESC);
CREATE INDEX lead_tokens_by_lead ON public.lead_tokens USING btree (tenant_id, lead_id);
CREATE INDEX leads_by_campaign ON public.leads USING btree (tenant_id, campaign_id, received_at DESC, lead_id DESC);
CREATE INDEX leads_by_change ON public.leads USING btree (tenant_id, updated_at);
CREATE INDEX leads_by_offer ON public.leads USING btree (tenant_id, offer_id, received_at DESC, lead_id DESC) WHERE (offer_id IS NOT NULL);
CREATE INDEX leads_by_partner ON public.leads USING btree (tenant_id, partner_id, received_at DESC, lead_id DESC);
CREATE INDEX leads_by_session ON public.leads USING btree (tenant_id, session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX leads_by_status ON public.leads USING btree (tenant_id, status, received_at DESC, lead_id DESC);
CREATE INDEX leads_by_time ON public.leads USING btree (tenant_id, received_at DESC, lead_id DESC);
CREATE INDEX leads_by_vertical ON public.leads USING btree (tenant_id, vertical_id, received_at DESC, lead_id DESC);
CREATE INDEX leads_of_person ON public.leads USING btree (tenant_id, person_id, received_at DESC, lead_id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX leads_of_tests ON public.leads USING btree (tenant_id, received_at DESC, lead_id DESC) WHERE is_test;
CREATE INDEX leads_without_person ON public.leads USING btree (tenant_id, lead_id) WHERE ((person_id IS NULL) AND (status <> 'erased'::text));
CREATE INDEX ledger_by_buyer ON public.ledger_entries USING btree (tenant_id, buyer_id, account) WHERE (buyer_id IS NOT NULL);
CREATE UNIQUE INDEX ledger_once_per_sale ON public.ledger_entries USING btree (tenant_id, sale_id, account, kind) WHERE ((sale_id IS NOT NULL) AND (kind <> 'reprice'::text));
CREATE INDEX notices_by_grant ON public.notices USING btree (tenant_id, grant_id);
CREATE INDEX notices_by_key ON public.notices USING btree (tenant_id, key_id);
CREATE INDEX notices_by_user ON public.notices USING btree (tenant_id, user_id);
CREATE INDEX offer_contracts_by_contract ON public.offer_contracts USING btree (tenant_id, contract_id);
CREATE INDEX offer_requests_by_offer ON public.offer_requests USING btree (tenant_id, offer_id, created_at DESC, id DESC);
CREATE INDEX offer_requests_by_partner ON public.offer_requests USING btree (tenant_id, partner_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX offer_requests_pending ON public.offer_requests USING btree (tenant_id, partner_id, offer_id) WHERE (status = 'pending'::text);
CREATE INDEX offer_requests_waiting ON public.offer_requests USING btree (tenant_id, created_at DESC, id DESC) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX passkeys_by_credential ON public.passkeys USING btree (credential_id);
CREATE INDEX people_merged ON public.people USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_facts_by_email ON public.person_facts USING btree (tenant_id, email_token) WHERE (email_token IS NOT NULL);
CREATE INDEX person_facts_by_phone ON public.person_facts USING btree (tenant_id, phone_token) WHERE (phone_token IS NOT NULL);
CREATE UNIQUE INDEX pings_by_claim ON public.pings USING btree (tenant_id, campaign_id, claim) WHERE (claim IS NOT NULL);
CREATE INDEX pings_by_end ON public.pings USING btree (tenant_id, expires_at) WHERE (lead_id IS NULL);
CREATE INDEX pings_by_time ON public.pings USING btree (tenant_id, at DESC, ping_id DESC);
CREATE INDEX posting_log_by_time ON public.posting_log USING btree (tenant_id, at DESC, id DESC);
CREATE INDEX reveal_reasons_by_lead ON public.reveal_reasons USING btree (tenant_id, lead_id, at);
CREATE INDEX reveal_reasons_by_time ON public.reveal_reasons USING btree (tenant_id, at DESC, reveal_id DESC);
CREATE INDEX sale_dispositions_by_lead ON public.sale_dispositions USING btree (tenant_id, lead_id, at DESC, disposition_id DESC);
CREATE INDEX sale_dispositions_by_sale ON public.sale_dispositions USING btree (tenant_id, sale_id, at DESC, disposition_id DESC);
CREATE INDEX sales_by_buyer ON public.sales USING btree (tenant_id, buyer_id, reserved_at DESC);
CREATE INDEX sales_by_lead ON public.sales USING btree (tenant_id, lead_id, rank);
CREATE INDEX sales_by_settlement ON public.sales USING btree (tenant_id, settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX sales_by_time ON public.sales USING btree (tenant_id, reserved_at);
CREATE INDEX sales_held ON public.sales USING btree (tenant_id, updated_at) WHERE ((status = 'uncertain'::text) AND (resume_at IS NULL));
CREATE INDEX sales_of_buyer ON public.sales USING btree (tenant_id, buyer_id, lead_received_at DESC, lead_id DESC) WHERE (status = 'settled'::text);
CREATE INDEX sales_of_contract ON public.sales USING btree (tenant_id, contract_id, lead_received_at DESC, lead_id DESC) WHERE (status = 'settled'::text);
CREATE INDEX sales_of_person ON public.sales USING btree (tenant_id, person_id, reserved_at DESC) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX sales_one_live_exclusive ON public.sales USING btree (tenant_id, lead_id) WHERE (exclusive AND (status = ANY (ARRAY['delivering'::text, 'uncertain'::text, 'settled'::text])));
CREATE UNIQUE INDEX sales_one_per_buyer ON public.sales USING btree (tenant_id, lead_id, buyer_id) WHERE (status <> 'released'::text);
CREATE UNIQUE INDEX sales_one_per_contract ON public.sales USING btree (tenant_id, lead_id, contract_id) WHERE (status <> 'released'::text);
CREATE INDEX sales_open ON public.sales USING btree (tenant_id, buyer_id, contract_id) WHERE (status = ANY (ARRAY['delivering'::text, 'uncertain'::text]));
CREATE INDEX sales_to_resume ON public.sales USING btree (tenant_id, resume_at) WHERE (resume_at IS NOT NULL);
CREATE UNIQUE INDEX sessions_by_token ON public.sessions USING btree (token_hash);
CREATE INDEX sessions_by_user ON public.sessions USING btree (tenant_id, user_id, created_at);
CREATE INDEX setup_tokens_by_campaign ON public.setup_tokens USING btree (tenant_id, campaign_id, created_at DESC);
CREATE INDEX shadow_answers_by_time ON public.shadow_answers USING btree (tenant_id, campaign_id, at DESC, answer_id DESC);
CREATE INDEX sign_ins_by_time ON public.sign_ins USING btree (tenant_id, at);
CREATE INDEX sign_ins_by_user ON public.sign_ins USING btree (tenant_id, user_id, at);
CREATE INDEX suppression_entries_by_buyer ON public.suppression_entries USING btree (tenant_id, buyer_id) WHERE (buyer_id IS NOT NULL);
CREATE INDEX suppression_entries_by_end ON public.suppression_entries USING btree (tenant_id, expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX suppression_entries_by_time ON public.suppression_entries USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX suppression_entries_by_vertical ON public.suppression_entries USING btree (tenant_id, vertical_id) WHERE (vertical_id IS NOT NULL);
CREATE UNIQUE INDEX tenants_one_installation ON public.tenants USING btree (((kind = 'installation'::text))) WHERE (kind = 'installation'::text);
CREATE UNIQUE INDEX user_links_by_token ON public.user_links USING btree (token_hash);
CREATE INDEX user_links_by_user ON public.user_links USING btree (tenant_id, user_id);
CREATE INDEX users_by_email ON public.users USING btree (email);
CREATE INDEX verticals_by_group ON public.verticals USING btree (tenant_id, vertical_group_id) WHERE (vertical_group_id IS NOT NULL);

-- policies
CREATE POLICY tenant_delete ON access_bonds FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON access_bonds FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON access_bonds FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON access_bonds FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON access_grants FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON access_grants FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON access_grants FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON access_grants FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON access_grants FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON api_keys FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON api_keys FOR DELETE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_insert ON api_keys FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_select ON api_keys FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON api_keys FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner())))) WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_delete ON approvals FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON approvals FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON approvals FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON approvals FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON audit_events FOR DELETE TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_insert ON audit_events FOR INSERT TO public WITH CHECK ((tenant_id = app.tenant()));
CREATE POLICY tenant_select ON audit_events FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON audit_events FOR UPDATE TO public USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));
CREATE POLICY guest_select ON balance_adjustments FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON balance_adjustments FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON balance_adjustments FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON balance_adjustments FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON balance_adjustments FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON blocked_caller_ids FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON blocked_caller_ids FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON blocked_caller_ids FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON blocked_caller_ids FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON blocked_ips FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON blocked_ips FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON blocked_ips FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON blocked_ips FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON blocked_referrers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON blocked_referrers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON blocked_referrers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON blocked_referrers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON brought_records FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON brought_records FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON brought_records FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON brought_records FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON buyer_credit FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON buyer_credit FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON buyer_credit FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON buyer_credit FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON buyer_credit FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON buyers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY identity_looks_up ON buyers FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON buyers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON buyers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON buyers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON buyers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON campaign_checks FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON campaign_checks FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON campaign_checks FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON campaign_checks FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON campaigns FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY identity_looks_up ON campaigns FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON campaigns FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON campaigns FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON campaigns FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON campaigns FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON cap_usage FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON cap_usage FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON cap_usage FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON cap_usage FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON cap_usage FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON check_answers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON check_answers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON check_answers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON check_answers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON check_vendors FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON check_vendors FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON check_vendors FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON check_vendors FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON contract_dispositions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON contract_dispositions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON contract_dispositions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON contract_dispositions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON contract_dispositions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON contract_versions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON contract_versions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON contract_versions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON contract_versions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON contract_versions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON contracts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON contracts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON contracts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON contracts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON contracts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON custom_roles FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON custom_roles FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON custom_roles FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON custom_roles FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON custom_roles FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON decisions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest() AND (lead_id = app.subject())));
CREATE POLICY tenant_delete ON decisions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON decisions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON decisions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON decisions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON delivery_attempts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON delivery_attempts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON delivery_attempts FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND (( SELECT app.staff() AS staff) OR (buyer_id = ( SELECT app.buyer() AS buyer)))));
CREATE POLICY tenant_update ON delivery_attempts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON display_numbers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON display_numbers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON display_numbers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON display_numbers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON disposition_codes FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON disposition_codes FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON disposition_codes FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON disposition_codes FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON disposition_codes FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON export_parts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON export_parts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON export_parts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON export_parts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON exports FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON exports FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON exports FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON exports FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON field_access FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON field_access FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON field_access FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON field_access FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON intake_claims FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON intake_claims FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON intake_claims FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON intake_claims FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_checks FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_checks FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_checks FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.staff() AS staff)));
CREATE POLICY tenant_update ON lead_checks FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_fields FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_fields FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_fields FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON lead_fields FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_import_parts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_import_parts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_import_parts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON lead_import_parts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_import_rows FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_import_rows FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_import_rows FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.staff() AS staff)));
CREATE POLICY tenant_update ON lead_import_rows FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_imports FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_imports FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_imports FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON lead_imports FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_notes FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_notes FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_notes FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON lead_notes FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON lead_packs FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON lead_packs FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_packs FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_packs FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON lead_packs FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_sessions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_sessions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_sessions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON lead_sessions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON lead_tokens FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON lead_tokens FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON lead_tokens FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON lead_tokens FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON leads FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.guest() AS guest) AND (lead_id = ( SELECT app.subject() AS subject))));
CREATE POLICY tenant_delete ON leads FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON leads FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON leads FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND (( SELECT app.staff() AS staff) OR (partner_id = ( SELECT app.partner() AS partner)))));
CREATE POLICY tenant_update ON leads FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON ledger_entries FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON ledger_entries FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON ledger_entries FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON ledger_entries FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON ledger_entries FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON notices FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON notices FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON notices FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON notices FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON offer_contracts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON offer_contracts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON offer_contracts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON offer_contracts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON offer_contracts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON offer_listings FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON offer_listings FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON offer_listings FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON offer_listings FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (app.partner() IS NOT NULL))));
CREATE POLICY tenant_update ON offer_listings FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON offer_requests FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON offer_requests FOR DELETE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_insert ON offer_requests FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_select ON offer_requests FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON offer_requests FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner())))) WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY guest_select ON offer_turns FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON offer_turns FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON offer_turns FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON offer_turns FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON offer_turns FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON offers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON offers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON offers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON offers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON offers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON pack_usage FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON pack_usage FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON pack_usage FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON pack_usage FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON pack_usage FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON partner_settings FOR DELETE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_insert ON partner_settings FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_select ON partner_settings FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON partner_settings FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner())))) WITH CHECK (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY guest_select ON partners FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY identity_looks_up ON partners FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON partners FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON partners FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON partners FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON partners FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON passkeys FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON passkeys FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON passkeys FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON passkeys FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON passkeys FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON people FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON people FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON people FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON people FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON person_facts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON person_facts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON person_facts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON person_facts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON ping_bids FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON ping_bids FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON ping_bids FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON ping_bids FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON pings FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest() AND (lead_id = app.subject())));
CREATE POLICY tenant_delete ON pings FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON pings FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON pings FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND (( SELECT app.staff() AS staff) OR (partner_id = ( SELECT app.partner() AS partner)))));
CREATE POLICY tenant_update ON pings FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON posting_log FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.guest() AS guest) AND (lead_id = ( SELECT app.subject() AS subject))));
CREATE POLICY tenant_delete ON posting_log FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON posting_log FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON posting_log FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND (( SELECT app.staff() AS staff) OR (partner_id = ( SELECT app.partner() AS partner)))));
CREATE POLICY tenant_update ON posting_log FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON recovery_codes FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON recovery_codes FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON recovery_codes FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON recovery_codes FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON reveal_reasons FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON reveal_reasons FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON reveal_reasons FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON reveal_reasons FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON role_field_access FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON role_field_access FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON role_field_access FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON role_field_access FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON sale_dispositions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON sale_dispositions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON sale_dispositions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()))));
CREATE POLICY tenant_update ON sale_dispositions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON sales FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.guest() AS guest) AND (lead_id = ( SELECT app.subject() AS subject))));
CREATE POLICY tenant_delete ON sales FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON sales FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON sales FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND (( SELECT app.staff() AS staff) OR (buyer_id = ( SELECT app.buyer() AS buyer)))));
CREATE POLICY tenant_update ON sales FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON saved_views FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON saved_views FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON saved_views FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON saved_views FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON sessions FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON sessions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON sessions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON sessions FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON sessions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON setup_tokens FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON setup_tokens FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON setup_tokens FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON setup_tokens FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON setup_tokens FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON shadow_answers FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON shadow_answers FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON shadow_answers FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON shadow_answers FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON sign_in_rules FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON sign_in_rules FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON sign_in_rules FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON sign_in_rules FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON sign_in_rules FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON sign_ins FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON sign_ins FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON sign_ins FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON sign_ins FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON signup_questions FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON signup_questions FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON signup_questions FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON signup_questions FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON smtp_accounts FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON smtp_accounts FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON smtp_accounts FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON smtp_accounts FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON suppression_entries FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON suppression_entries FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON suppression_entries FOR SELECT TO public USING (((tenant_id = ( SELECT app.tenant() AS tenant)) AND ( SELECT app.staff() AS staff)));
CREATE POLICY tenant_update ON suppression_entries FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON suppression_forms FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON suppression_forms FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON suppression_forms FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON suppression_forms FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON system_lists FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON system_lists FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON system_lists FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON system_lists FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON tax_rates FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON tax_rates FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON tax_rates FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON tax_rates FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON tenant_domains FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON tenant_domains FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON tenant_domains FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON tenant_domains FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON tenant_settings FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON tenant_settings FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON tenant_settings FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON tenant_settings FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_lists ON tenants FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON tenants FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON tenants FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON tenants FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON tenants FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON user_links FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON user_links FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON user_links FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON user_links FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON user_links FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON user_secrets FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON user_secrets FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON user_secrets FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON user_secrets FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY identity_looks_up ON users FOR SELECT TO careroute_identity USING (true);
CREATE POLICY tenant_delete ON users FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON users FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON users FOR SELECT TO public USING (((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner()))));
CREATE POLICY tenant_update ON users FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY guest_select ON vertical_groups FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.guest()));
CREATE POLICY tenant_delete ON vertical_groups FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON vertical_groups FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON vertical_groups FOR SELECT TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_update ON vertical_groups FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_delete ON verticals FOR DELETE TO public USING (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_insert ON verticals FOR INSERT TO public WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));
CREATE POLICY tenant_select ON verticals FOR SELECT TO public USING ((tenant_id = app.tenant()));
CREATE POLICY tenant_update ON verticals FOR UPDATE TO public USING (((tenant_id = app.tenant()) AND app.staff())) WITH CHECK (((tenant_id = app.tenant()) AND app.staff()));

-- triggers
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON public.blocked_caller_ids FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON public.blocked_ips FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON public.blocked_referrers FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.buyers FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.buyers FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE ON public.campaign_checks FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE ON public.campaign_checks FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER forget_cascade BEFORE UPDATE ON public.campaigns FOR EACH ROW WHEN ((old.off_by_offer IS NOT NULL)) EXECUTE FUNCTION app.forget_cascade();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.campaigns FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER margin_of_offer BEFORE INSERT OR UPDATE OF offer_id ON public.campaigns FOR EACH ROW EXECUTE FUNCTION app.margin_of_offer();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.campaigns FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.check_vendors FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.check_vendors FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.contracts FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE OF name, status, version, delivery_secrets ON public.contracts FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.lead_fields FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.lead_fields FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.lead_packs FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.lead_packs FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.offer_contracts FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.offer_contracts FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.offers FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER list_offer AFTER INSERT OR UPDATE ON public.offers FOR EACH ROW EXECUTE FUNCTION app.list_offer();
CREATE TRIGGER tell_margin AFTER UPDATE ON public.offers FOR EACH ROW WHEN (((old.margin IS NULL) <> (new.margin IS NULL))) EXECUTE FUNCTION app.tell_margin();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.offers FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.partners FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.partners FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER touch_routing AFTER INSERT ON public.suppression_forms FOR EACH ROW EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.vertical_groups FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.vertical_groups FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();
CREATE TRIGGER hold_routing BEFORE INSERT OR DELETE OR UPDATE ON public.verticals FOR EACH STATEMENT EXECUTE FUNCTION app.hold_routing();
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.verticals FOR EACH STATEMENT EXECUTE FUNCTION app.touch_routing();

-- ===== keystore =====

-- tables
CREATE TABLE public.subject_keys (
  tenant_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  key_id uuid NOT NULL,
  number bigint NOT NULL,
  tenant_key_version integer NOT NULL,
  wrapped bytea NOT NULL,
  leased_at timestamp with time zone NOT NULL
);
-- owner careroute_keystore_owner, grants careroute_keystore=arwd/careroute_keystore_owner careroute_keystore_owner=arwdDxtm/careroute_keystore_owner
CREATE TABLE public.subject_numbers (
  tenant_id uuid NOT NULL,
  last_number bigint NOT NULL
);
-- owner careroute_keystore_owner, grants careroute_keystore=arwd/careroute_keystore_owner careroute_keystore_owner=arwdDxtm/careroute_keystore_owner
CREATE TABLE public.tenant_keys (
  tenant_id uuid NOT NULL,
  purpose text NOT NULL,
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  provider text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
-- owner careroute_keystore_owner, grants careroute_keystore=arwd/careroute_keystore_owner careroute_keystore_owner=arwdDxtm/careroute_keystore_owner

-- constraints
ALTER TABLE subject_keys ADD CONSTRAINT subject_keys_pkey PRIMARY KEY (tenant_id, subject_id);
ALTER TABLE subject_numbers ADD CONSTRAINT subject_numbers_pkey PRIMARY KEY (tenant_id);
ALTER TABLE tenant_keys ADD CONSTRAINT tenant_keys_pkey PRIMARY KEY (tenant_id, purpose, version);
ALTER TABLE tenant_keys ADD CONSTRAINT tenant_keys_purpose_check CHECK ((purpose = ANY (ARRAY['wrap'::text, 'index'::text, 'secrets'::text])));

-- indexes
CREATE INDEX subject_keys_by_version ON public.subject_keys USING btree (tenant_id, tenant_key_version, subject_id);
