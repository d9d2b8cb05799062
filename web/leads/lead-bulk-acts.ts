import { answerOf, api } from '../frame/api.ts';
import { leadActTexts as t } from '../texts/lead-acts.ts';
import type { BulkAct } from '../ui/table/table-types.ts';
import type { LeadListed } from './lead-types.ts';

const isFree = ({ isTest, status }: LeadListed): boolean => !isTest && (status === 'rejected' || status === 'returned');
const isSold = ({ isTest, status }: LeadListed): boolean => !isTest && status === 'sold';
const at = ({ id: leadId }: LeadListed) => ({ params: { path: { leadId } } });

/** What staff do with many leads at once, each by a call of its own. */
export const LEAD_BULK_ACTS: readonly BulkAct<LeadListed>[] = [
  {
    label: t.bulkReturn,
    effect: t.bulkReturnEffect,
    fits: isSold,
    run: (lead) => answerOf(api.POST('/api/v1/leads/{leadId}/return', { ...at(lead), body: { reason: 'other' } })),
  },
  {
    label: t.bulkScrub,
    effect: t.bulkScrubEffect,
    fits: (lead) => isFree(lead) || isSold(lead),
    run: (lead) => answerOf(api.POST('/api/v1/leads/{leadId}/scrub', { ...at(lead), body: {} })),
    isFinal: true,
  },
];
