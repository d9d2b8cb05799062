-- room: leads/sources
-- role: careroute_owner
-- Partners are told what a lead pays. Where an offer keeps a margin of each price, it is not what the campaign says; and
-- as partners see no offers, each campaign knows that of its own.

ALTER TABLE campaigns ADD COLUMN under_margin boolean NOT NULL DEFAULT false;

-- Who changes a campaign or an offer holds the routing lock alone: the two cannot pass each other.
CREATE FUNCTION app.margin_of_offer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.under_margin := EXISTS (SELECT 1 FROM public.offers AS o
    WHERE o.tenant_id = NEW.tenant_id AND o.id = NEW.offer_id AND o.margin IS NOT NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER margin_of_offer BEFORE INSERT OR UPDATE OF offer_id ON campaigns
  FOR EACH ROW EXECUTE FUNCTION app.margin_of_offer();

CREATE FUNCTION app.tell_margin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public.campaigns AS c SET under_margin = NEW.margin IS NOT NULL, updated_at = NEW.updated_at
    WHERE c.tenant_id = NEW.tenant_id AND c.offer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_margin AFTER UPDATE ON offers FOR EACH ROW
  WHEN ((OLD.margin IS NULL) <> (NEW.margin IS NULL)) EXECUTE FUNCTION app.tell_margin();

ALTER TABLE offers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE campaigns NO FORCE ROW LEVEL SECURITY;
UPDATE campaigns AS c SET under_margin = true FROM offers AS o
  WHERE o.tenant_id = c.tenant_id AND o.id = c.offer_id AND o.margin IS NOT NULL;
ALTER TABLE offers FORCE ROW LEVEL SECURITY;
ALTER TABLE campaigns FORCE ROW LEVEL SECURITY;
