import { answerOf, api } from '../frame/api.ts';
import type { Contract } from '../contracts/contract-types.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { contractTexts } from '../texts/contracts.ts';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { placesInWords } from '../contracts/terms-in-words.ts';

const COLUMNS: readonly TableColumn<Contract>[] = [
  { id: 'name', label: contractTexts.columnName, sort: 'name', cell: ({ name }) => name },
  { id: 'vertical', label: contractTexts.columnVertical, cell: ({ verticalName }) => verticalName ?? '–' },
  { id: 'places', label: contractTexts.geoKind, cell: ({ geoFilters }) => placesInWords(geoFilters) },
  { id: 'status', label: contractTexts.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  {
    id: 'price',
    label: contractTexts.columnPrice,
    sort: 'price',
    numeric: true,
    cell: ({ price }) => <Money amount={price} />,
  },
  { id: 'changed', label: contractTexts.columnChanged, cell: ({ updatedAt }) => <Time at={updatedAt} />, extra: true },
];

const FILTERS: readonly TableFilter[] = [
  {
    kind: 'choice',
    id: 'status',
    label: contractTexts.columnStatus,
    options: ['setup', 'active', 'paused', 'expired', 'inactive'].map((value) => ({ value, label: inWords(value) })),
  },
];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/contracts', { params: { query: offsetQuery(wish) } })));

/** The buyer's contracts. */
export default function ContractsPage() {
  return (
    <Page title={t.contracts} state={t.contractsText}>
      <DataTable
        name="contracts"
        label={t.contracts}
        columns={COLUMNS}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/buyer/contracts/${id}`}
        empty={{ title: t.noContracts, text: t.noContractsText }}
      />
    </Page>
  );
}
