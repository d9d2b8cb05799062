import { useNames } from '../frame/use-names.ts';
import { leadTexts as t } from '../texts/leads.ts';
import type { FilterOption, TableFilter } from '../ui/table/table-types.ts';
import { inWords } from '../ui/words.ts';

const STATUSES = ['sold', 'rejected', 'pending', 'matched'] as const;

const choice = (id: string, label: string, options: readonly FilterOption[]): TableFilter => ({
  kind: 'choice',
  id,
  label,
  options,
});

const BY_STATUS = choice(
  'status',
  t.columnStatus,
  STATUSES.map((value) => ({ value, label: inWords(value) })),
);

const BY_TEST_AND_DAY: readonly TableFilter[] = [
  choice('isTest', t.columnTest, [
    { value: 'true', label: t.testOnly },
    { value: 'false', label: t.realOnly },
  ]),
  { kind: 'day', id: 'dateFrom', label: t.from },
  { kind: 'day', id: 'dateTo', label: t.until },
];

/** How leads are narrowed by who sees all of them. */
export function useLeadFilters(): readonly TableFilter[] {
  const verticals = useNames('verticals').options;
  const partners = useNames('partners').options;
  const campaigns = useNames('campaigns').options;
  return [
    BY_STATUS,
    choice('campaignId', t.columnCampaign, campaigns),
    choice('partnerId', t.columnPartner, partners),
    choice('verticalId', t.columnVertical, verticals),
    ...BY_TEST_AND_DAY,
  ];
}

/** How a partner narrows the own leads. */
export function useOwnLeadFilters(): readonly TableFilter[] {
  const campaigns = useNames('campaigns').options;
  return [BY_STATUS, choice('campaignId', t.columnCampaign, campaigns), ...BY_TEST_AND_DAY];
}
