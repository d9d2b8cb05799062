import { leadTexts as t } from '../texts/leads.ts';
import { duration } from '../ui/format.ts';
import type { TimelineEntry } from '../ui/timeline.tsx';
import { inWords } from '../ui/words.ts';
import type { LeadWhole, Waterfall } from './lead-types.ts';

/** What happened to a lead, oldest first. */
export function historyOf(lead: LeadWhole, waterfall: Waterfall | undefined): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ id: 'received', at: lead.createdAt, title: t.received }];
  if (waterfall?.decidedAt) entries.push({ id: 'decided', at: waterfall.decidedAt, title: t.decided });
  for (const row of waterfall?.data ?? [])
    for (const attempt of row.attempts)
      entries.push({
        id: `${row.contractId}-${attempt.number}`,
        at: attempt.startedAt,
        title: t.delivered(row.buyerName, attempt.outcome === null ? t.noAnswer : inWords(attempt.outcome)),
        ...(attempt.durationMs === null ? {} : { text: duration(attempt.durationMs) }),
      });
  return entries.toSorted((a, b) => a.at.localeCompare(b.at));
}
