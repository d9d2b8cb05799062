import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useNames } from '../../frame/use-names.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableColumn, TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { inWords } from '../../ui/words.ts';
import { type Offer, ruleName } from './offer-values.ts';
import { OFFER_ACTS, setOfferStatus } from './offer-status.ts';

const STATUSES = ['setup', 'active', 'paused', 'inactive'] as const;

const COLUMNS: readonly TableColumn<Offer>[] = [
  { id: 'name', label: t.columnName, sort: 'name', cell: ({ name }) => name },
  { id: 'vertical', label: t.columnVertical, cell: ({ verticalName }) => verticalName ?? '–' },
  { id: 'status', label: t.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  { id: 'rule', label: t.columnRule, cell: ({ distributionRule }) => ruleName(distributionRule) },
  { id: 'campaigns', label: t.columnCampaigns, numeric: true, cell: ({ campaignCount }) => campaignCount },
  { id: 'contracts', label: t.columnContracts, numeric: true, cell: ({ contractCount }) => contractCount },
  { id: 'made', label: t.columnMade, sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

const ACTS = statusBulkActs(OFFER_ACTS, setOfferStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/offers', { params: { query: offsetQuery(wish) } })));

/** Where leads of campaigns meet contracts. */
export default function OffersPage() {
  const mayWrite = useMay()('offers:write');
  const verticals = useNames('verticals').options;
  const contracts = useNames('contracts').options;
  const filters: readonly TableFilter[] = [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'verticalId', label: t.columnVertical, options: verticals },
    { kind: 'choice', id: 'contractId', label: t.contract, options: contracts },
  ];
  const make = mayWrite ? (
    <Button component={Link} to="/admin/offers/new">
      {t.newOffer}
    </Button>
  ) : null;
  return (
    <Page title={t.offers} state={t.offersText} action={make}>
      <DataTable
        name="offers"
        label={t.offers}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/offers/${id}`}
        panel={(offer) => (
          <Facts
            facts={COLUMNS.filter(({ id }) => id !== 'name').map(({ label, cell }) => [label, cell(offer)] as const)}
          />
        )}
        acts={mayWrite ? ACTS : []}
        empty={{ title: t.noOffers, text: t.noOffersText, action: make }}
      />
    </Page>
  );
}
