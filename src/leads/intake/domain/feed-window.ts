/** A change of a lead, as far as its order and identity go. */
export interface Change {
  readonly leadId: string;
  readonly updatedAt: Date;
}

/** What has been told lately, and from where to read on. */
export interface FeedWindow {
  /** Changes at or after this may be new. */
  since(): Date;
  /** Those of the changes, oldest first, that were not taken before. `isCut`: there were more than could be read. */
  take<C extends Change>(changes: readonly C[], isCut: boolean): C[];
}

/**
 * How late a change may become visible after the time that it bears: a row is stamped when its transaction begins to
 * work, and seen when that is committed.
 */
export const OVERLAP_MS = 5000;

/**
 * Follows changes by their times. What was read is read again for a while, since an older change may be committed
 * after a newer one; what was taken once is not taken again.
 */
export function createFeedWindow(start: Date): FeedWindow {
  let from = start.getTime();
  const taken = new Map<string, number>();
  return {
    since: () => new Date(from),
    take(changes, isCut) {
      const fresh = changes.filter(({ leadId, updatedAt }) => taken.get(leadId) !== updatedAt.getTime());
      for (const { leadId, updatedAt } of fresh) taken.set(leadId, updatedAt.getTime());
      const newest = changes.at(-1)?.updatedAt.getTime();
      // Where not even the overlap could be read whole, going on counts for more than what comes late.
      if (newest !== undefined) from = Math.max(from, isCut ? newest : newest - OVERLAP_MS);
      for (const [leadId, at] of taken) if (at < from) taken.delete(leadId);
      return fresh;
    },
  };
}
