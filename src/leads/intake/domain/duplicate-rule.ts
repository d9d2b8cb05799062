/** What makes a lead a duplicate of an earlier one. A window of no days: nothing does. */
export interface DuplicateRule {
  readonly fields: readonly string[];
  /** One listed field that is alike, or all of them on the same earlier lead. */
  readonly match: 'any' | 'all';
  readonly windowDays: number;
  /** Only earlier leads count that somebody bought and kept, or may be buying just now. */
  readonly soldOnly: boolean;
  /** Whose earlier leads count: of these verticals, or of one offer. */
  readonly among: { readonly verticalIds: readonly string[] } | { readonly offerId: string };
}

/** What a campaign's vertical and its offer say of duplicates; null: as the vertical. */
export interface DuplicateSettings {
  readonly dedupFields: readonly string[];
  readonly dedupMatch: 'any' | 'all';
  readonly dedupWindowDays: number;
  readonly dedupSoldOnly: boolean;
  /** The verticals whose leads count for one of this campaign: its own, and those of its group where that says so. */
  readonly dedupVerticalIds: readonly string[];
  readonly offerId: string | null;
  readonly offerDedupEnabled: boolean | null;
  readonly offerDedupWindowDays: number | null;
  readonly offerDedupScope: 'offer' | 'vertical' | null;
}

/** The rule of a campaign: its vertical's, but for what its offer says otherwise. */
export function duplicateRule(settings: DuplicateSettings): DuplicateRule {
  const { offerId, offerDedupEnabled, offerDedupWindowDays, offerDedupScope } = settings;
  const window = offerDedupWindowDays ?? settings.dedupWindowDays;
  return {
    fields: [...new Set(settings.dedupFields)],
    match: settings.dedupMatch,
    windowDays: offerDedupEnabled === false ? 0 : window,
    soldOnly: settings.dedupSoldOnly,
    among: offerDedupScope === 'offer' && offerId !== null ? { offerId } : { verticalIds: settings.dedupVerticalIds },
  };
}

/** A field of an earlier lead that has the same value as that of the lead in question. */
export interface FieldMatch {
  readonly field: string;
  readonly leadId: string;
  readonly verticalId: string;
  readonly offerId: string | null;
  readonly receivedAt: Date;
  readonly status: string;
}

const DAY_MS = 86_400_000;

/** Ended without a buyer: it does not stand in the way of another try. A test that matched was never sold. */
const NOBODYS: ReadonlySet<string> = new Set(['unsold', 'matched']);
/** Given back: somebody has seen it, but nobody holds it. */
const GIVEN_BACK: ReadonlySet<string> = new Set(['returned', 'scrubbed']);

/**
 * Whether matches make a lead a duplicate under a rule. The window counts from when the earlier lead was received, its
 * first instant included. `given` are the listed fields of the lead that are not empty: under `all`, an empty one never
 * matches, so that the lead is no duplicate.
 */
export function isDuplicate(
  rule: DuplicateRule,
  given: readonly string[],
  matches: readonly FieldMatch[],
  now: Date,
): boolean {
  const since = now.getTime() - rule.windowDays * DAY_MS;
  if (rule.windowDays === 0 || (rule.match === 'all' && rule.fields.some((field) => !given.includes(field))))
    return false;
  const counting = matches.filter(
    (match) =>
      rule.fields.includes(match.field) &&
      match.receivedAt.getTime() >= since &&
      !NOBODYS.has(match.status) &&
      !(rule.soldOnly && GIVEN_BACK.has(match.status)) &&
      isAmong(rule, match),
  );
  if (rule.match === 'any') return counting.length > 0;
  const byLead = Map.groupBy(counting, ({ leadId }) => leadId);
  return [...byLead.values()].some((of) => new Set(of.map(({ field }) => field)).size === rule.fields.length);
}

const isAmong = ({ among }: DuplicateRule, { verticalId, offerId }: FieldMatch): boolean =>
  'offerId' in among ? offerId === among.offerId : among.verticalIds.includes(verticalId);
