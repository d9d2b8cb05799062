/** Acts upon several rows leave an event for each, named by what was done to it. */
export const ACTS_BY_ROW: Readonly<Record<string, string>> = { bulk_lead_action: 'lead.scrub' };

/** Routes that write no row of their own here: what they do stands elsewhere, or there was nothing to do. */
export const WRITES_NOTHING = new Set([
  'resolve_sale',
  'cherry_pick_lead',
  'distribute_lead',
  'offer_passkey',
  'end_other_sessions',
  'set_sign_in_rule',
  'upload_logo',
  'backfill_person_records',
  'try_check_vendor',
]);
