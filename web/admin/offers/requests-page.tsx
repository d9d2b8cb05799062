import { Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useNames } from '../../frame/use-names.ts';
import { useActorNames } from '../../people-access/use-actor-names.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import type { TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { RequestActs } from './request-acts.tsx';
import { type OfferRequest, REQUEST_COLUMNS } from './request-words.tsx';

const { partner, offer, status, asked, ended, note } = REQUEST_COLUMNS;
const WHOLE = [partner, offer, status, asked, ended, note];
// The first cell opens the row, so it holds no link.
const COLUMNS = [{ ...partner, cell: partner.text }, offer, status, asked, ended, note];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/offer-requests', { params: { query: offsetQuery(wish) } })));

/** What partners ask for. */
export default function RequestsPage() {
  const offers = useNames('offers').options;
  const partners = useNames('partners').options;
  const { nameOf } = useActorNames();
  const filters: readonly TableFilter[] = [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: Object.entries(t.statuses).map(([value, label]) => ({ value, label })),
    },
    { kind: 'choice', id: 'offerId', label: t.columnOffer, options: offers },
    { kind: 'choice', id: 'partnerId', label: t.columnPartner, options: partners },
  ];
  return (
    <Page title={t.title} state={t.state}>
      <DataTable
        name="offer-requests"
        label={t.title}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ partnerName, offerName }) => `${partnerName}, ${offerName ?? ''}`}
        panel={(request) => <RequestPanel request={request} nameOf={nameOf} />}
        empty={{ title: t.none, text: t.noneText }}
      />
    </Page>
  );
}

interface RequestPanelProps {
  readonly request: OfferRequest;
  readonly nameOf: (id: string) => string;
}

function RequestPanel({ request, nameOf }: RequestPanelProps) {
  const facts: Fact[] = WHOLE.map(({ label, cell }) => [label, cell(request)]);
  if (request.decidedBy !== null) facts.push([t.columnBy, nameOf(request.decidedBy)]);
  if (request.campaignId !== null)
    facts.push([
      t.campaign,
      <Anchor key="campaign" component={Link} to={`/admin/partners/campaigns/${request.campaignId}`}>
        {t.toCampaign}
      </Anchor>,
    ]);
  return (
    <Stack>
      <Facts facts={facts} />
      <RequestActs request={request} />
    </Stack>
  );
}
