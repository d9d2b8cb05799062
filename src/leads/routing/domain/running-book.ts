import { weekStart } from '../../../kernel/time.ts';
import { beginBook, type Book, type InPlay } from './book.ts';
import { isEnforced, type Used, type UsedBy } from './caps.ts';
import { dayOf } from './measure-caps.ts';

/**
 * Counts in memory, from nothing: what one book has counted stands in the next one. Whoever plays leads in the order in
 * which they came meets caps and turns as they would have been met. Nobody owes anything before, packs begin
 * with all their leads, and every lead has its end before the next one comes.
 */
export interface RunningBook {
  /** The book of one lead's moment. */
  begin(inPlay: InPlay, now: Date): Book;
  /** Takes over what it has counted. */
  end(book: Book): void;
}

type Days = Map<string, Used>;

export function createRunningBook(): RunningBook {
  const usage = new Map<string, Days>();
  const owed = new Map<string, number>();
  const packs = new Map<string, number>();
  const turns = new Map<string, Map<string, number>>();
  return {
    begin(inPlay, now) {
      const days = dayOf(now);
      const used = new Map<string, UsedBy>();
      const put = (ownerId: string, day: string): void => {
        const known = usage.get(ownerId);
        if (known) used.set(ownerId, usedOn(known, day));
      };
      for (const { contractId, buyerId, caps, buyerCaps, timeZone, arrivalOf } of inPlay.contracts) {
        if (isEnforced(caps)) put(contractId, days(timeZone, arrivalOf(now)));
        if (isEnforced(buyerCaps)) put(buyerId, days(inPlay.timeZone));
      }
      for (const { campaignId, caps } of inPlay.campaigns) if (isEnforced(caps)) put(campaignId, days(inPlay.timeZone));
      for (const { offerId } of inPlay.offers) if (!turns.has(offerId)) turns.set(offerId, new Map());
      const left = new Map(
        inPlay.contracts.flatMap((contract) =>
          contract.packs.map(({ packId, leads }) => [packId, leads - (packs.get(packId) ?? 0)] as const),
        ),
      );
      const before = { inPlay, now, days, used, owed: new Map(owed), open: new Map<string, number>(), left, turns };
      return beginBook(before, undefined);
    },
    end(book) {
      const { counts, credit, packs: taken } = book.entries();
      for (const { ownerId, day, leads, spendCents } of counts) {
        const days: Days = usage.get(ownerId) ?? new Map<string, Used>();
        const before = days.get(day) ?? { leads: 0, spendCents: 0 };
        days.set(day, { leads: before.leads + leads, spendCents: before.spendCents + spendCents });
        usage.set(ownerId, days);
      }
      for (const [buyerId, cents] of credit) owed.set(buyerId, (owed.get(buyerId) ?? 0) + cents);
      for (const [packId, leads] of taken) packs.set(packId, (packs.get(packId) ?? 0) + leads);
    },
  };
}

/** What was used on a day, and since its week and its month began. */
function usedOn(days: Days, day: string): UsedBy {
  const sum = (counts: (at: string) => boolean): Used => {
    const total = { leads: 0, spendCents: 0 };
    for (const [at, used] of days) {
      if (!counts(at)) continue;
      total.leads += used.leads;
      total.spendCents += used.spendCents;
    }
    return total;
  };
  const [week, month] = [weekStart(day), `${day.slice(0, 8)}01`];
  return { day: sum((at) => at === day), week: sum((at) => at >= week), month: sum((at) => at >= month) };
}
