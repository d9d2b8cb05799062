import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { useNames } from '../../frame/use-names.ts';
import { commonColumns } from '../../leads/lead-columns.tsx';
import type { LeadListed } from '../../leads/lead-types.ts';
import { leadTexts } from '../../texts/leads.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';

interface OfPerson {
  readonly personId: string;
}

const toLead = (shortId: string) => (
  <Anchor component={Link} to={`/admin/leads/${shortId}`} fz="inherit">
    {shortId}
  </Anchor>
);

/** The leads of a person, newest first: the first hundred. */
export function PersonLeads({ personId }: OfPerson) {
  const campaigns = useNames('campaigns');
  const leads = useQuery({
    queryKey: ['people', 'leads', personId],
    queryFn: async () => {
      const params = { path: { personId }, query: { limit: '100', masked: 'true' } } as const;
      return (await answerOf(api.GET('/api/v1/people/{personId}/leads', { params }))).data;
    },
  });
  const columns: readonly TableColumn<LeadListed>[] = [
    { id: 'lead', label: t.columnLead, cell: ({ shortId }) => toLead(shortId) },
    commonColumns.received,
    commonColumns.status,
    { id: 'campaign', label: leadTexts.columnCampaign, cell: ({ campaignId }) => campaigns.nameOf(campaignId) },
    commonColumns.state,
  ];
  return (
    <Loaded query={leads}>
      {(rows) => <SmallTable label={t.leads} columns={columns} rows={rows} rowId={({ id }) => id} empty={t.noLeads} />}
    </Loaded>
  );
}

type Sale = Ok<'/api/v1/people/{personId}/sales', 'get'>['data'][number];

const SALE_COLUMNS: readonly TableColumn<Sale>[] = [
  { id: 'lead', label: t.columnLead, cell: ({ leadShortId }) => toLead(leadShortId) },
  { id: 'sold', label: t.columnSold, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'buyer', label: t.columnBuyer, cell: ({ buyerName }) => buyerName },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  { id: 'price', label: t.columnPrice, numeric: true, cell: ({ price }) => <Money amount={price} /> },
];

/** To whom leads of a person were sold, newest first. */
export function PersonSales({ personId }: OfPerson) {
  const sales = useQuery({
    queryKey: ['people', 'sales', personId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/people/{personId}/sales', { params: { path: { personId } } }))).data,
  });
  return (
    <Loaded query={sales}>
      {(rows) => (
        <SmallTable label={t.sales} columns={SALE_COLUMNS} rows={rows} rowId={({ id }) => id} empty={t.noSales} />
      )}
    </Loaded>
  );
}
