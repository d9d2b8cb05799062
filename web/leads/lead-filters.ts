import { useNames } from '../frame/use-names.ts';
import { leadTexts as t } from '../texts/leads.ts';
import type { TableFilter } from '../ui/table/table-types.ts';
import { inWords } from '../ui/words.ts';

const STATUSES = ['sold', 'rejected', 'pending', 'matched'] as const;

/** How leads are narrowed by who sees all of them. */
export function useLeadFilters(): readonly TableFilter[] {
  const verticals = useNames('verticals').options;
  const partners = useNames('partners').options;
  const campaigns = useNames('campaigns').options;
  return [
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'campaignId', label: t.columnCampaign, options: campaigns },
    { kind: 'choice', id: 'partnerId', label: t.columnPartner, options: partners },
    { kind: 'choice', id: 'verticalId', label: t.columnVertical, options: verticals },
    {
      kind: 'choice',
      id: 'isTest',
      label: t.columnTest,
      options: [
        { value: 'true', label: t.testOnly },
        { value: 'false', label: t.realOnly },
      ],
    },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}
