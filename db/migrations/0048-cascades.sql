-- room: leads/sources
-- role: careroute_owner
-- An offer that stops may switch its campaigns off, and switch on again those that it switched off: what a person
-- changed meanwhile, or took to another offer, is no longer its own.

ALTER TABLE campaigns
  -- The offer that switched it off, and what it was before; both null where a person did, or nobody.
  ADD COLUMN off_by_offer uuid,
  ADD COLUMN off_from text CHECK (off_from IN ('testing', 'active')),
  ADD CONSTRAINT campaigns_off_by_offer_check CHECK ((off_by_offer IS NULL) = (off_from IS NULL));

CREATE FUNCTION app.forget_cascade() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.off_by_offer IS NOT DISTINCT FROM OLD.off_by_offer
    AND (NEW.status IS DISTINCT FROM OLD.status OR NEW.offer_id IS DISTINCT FROM OLD.offer_id) THEN
    NEW.off_by_offer := NULL;
    NEW.off_from := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_cascade BEFORE UPDATE ON campaigns FOR EACH ROW
  WHEN (OLD.off_by_offer IS NOT NULL) EXECUTE FUNCTION app.forget_cascade();
