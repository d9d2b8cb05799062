import { useNames } from '../frame/use-names.ts';
import { postingTexts as t } from '../texts/posting-log.ts';
import type { TableFilter } from '../ui/table/table-types.ts';

const STATUSES = ['200', '202', '400', '401', '403', '404', '409', '413', '422', '429', '500', '503'];

/** How the posting log is narrowed; by partner only for who sees several. */
export function usePostingFilters(withPartners: boolean): readonly TableFilter[] {
  const campaigns = useNames('campaigns').options;
  const partners = useNames('partners').options;
  const byPartner: TableFilter = { kind: 'choice', id: 'partnerId', label: t.columnPartner, options: partners };
  return [
    {
      kind: 'choice',
      id: 'outcome',
      label: t.columnOutcome,
      options: Object.entries(t.outcomes).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'choice',
      id: 'httpStatus',
      label: t.columnHttp,
      options: STATUSES.map((value) => ({ value, label: value })),
    },
    { kind: 'choice', id: 'campaignId', label: t.columnCampaign, options: campaigns },
    ...(withPartners ? [byPartner] : []),
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}
