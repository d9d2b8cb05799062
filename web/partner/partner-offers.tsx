import { answerOf, api } from '../frame/api.ts';
import { useNames } from '../frame/use-names.ts';
import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { type FoundOffer, Pays, RequestStatus, statesInWords } from './offer-words.tsx';

const COLUMNS: readonly TableColumn<FoundOffer>[] = [
  { id: 'name', label: t.columnName, cell: ({ name }) => name },
  { id: 'vertical', label: t.columnVertical, cell: ({ verticalName }) => verticalName },
  {
    id: 'pays',
    label: t.columnPays,
    numeric: true,
    cell: (offer) => <Pays offer={offer} />,
    text: ({ defaultPayoutAmount }) => defaultPayoutAmount ?? '',
  },
  { id: 'states', label: t.columnStates, cell: statesInWords },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  {
    id: 'request',
    label: t.columnRequest,
    cell: ({ request }) => (request === null ? '–' : <RequestStatus request={request} />),
    text: ({ request }) => (request === null ? '' : t.statuses[request.status]),
  },
];

interface PartnerOffersProps {
  readonly title: string;
  readonly state: string;
  /** Whether those that the partner has, or those that it may ask for. */
  readonly isEnrolled: boolean;
  readonly empty: { readonly title: string; readonly text: string };
}

/** Offers that a partner may ask for, or has. */
export function PartnerOffers({ title, state, isEnrolled, empty }: PartnerOffersProps) {
  const verticals = useNames('verticals').options;
  const filters: readonly TableFilter[] = [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    { kind: 'choice', id: 'verticalId', label: t.columnVertical, options: verticals },
  ];
  const load = async (wish: TableWish) => {
    const query = { ...offsetQuery(wish), enrolled: isEnrolled ? 'true' : 'false' } as const;
    return offsetPage(await answerOf(api.GET('/api/partner/offers', { params: { query } })));
  };
  return (
    <Page title={title} state={state}>
      <DataTable
        name={isEnrolled ? 'own-offers' : 'open-offers'}
        label={title}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/partner/offers/${id}`}
        empty={empty}
      />
    </Page>
  );
}
