import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useNames } from '../../frame/use-names.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { companyTexts } from '../../texts/companies.ts';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableColumn, TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { inWords } from '../../ui/words.ts';
import type { Buyer } from './buyer-types.ts';
import { BUYER_ACTS, setBuyerStatus } from './buyer-status.ts';

const STATUSES = ['pending', 'active', 'paused', 'suspended', 'inactive', 'rejected'] as const;

const cycleOf = ({ billingCycle }: Buyer): string =>
  Object.entries(companyTexts.cycles).find(([value]) => value === billingCycle)?.[1] ?? '–';

const limitOf = ({ creditLimit }: Buyer) => (creditLimit === null ? t.noLimit : <Money amount={creditLimit} />);

const contractsOf = ({ activeContractCount, contractCount }: Buyer): string =>
  t.activeOf(activeContractCount, contractCount);

const COLUMNS: readonly TableColumn<Buyer>[] = [
  { id: 'name', label: t.columnName, sort: 'name', cell: (buyer) => buyer.name },
  { id: 'status', label: t.columnStatus, sort: 'status', cell: (buyer) => <Status value={buyer.status} /> },
  { id: 'balance', label: t.columnBalance, numeric: true, cell: (buyer) => <Money amount={buyer.balance} /> },
  { id: 'limit', label: t.columnLimit, numeric: true, cell: limitOf },
  { id: 'contracts', label: t.columnContracts, numeric: true, cell: contractsOf },
  { id: 'cycle', label: t.columnCycle, cell: cycleOf, extra: true },
  { id: 'made', label: t.columnMade, sort: 'createdAt', cell: (buyer) => <Time at={buyer.createdAt} />, extra: true },
];

const ACTS = statusBulkActs(BUYER_ACTS, setBuyerStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/buyers', { params: { query: offsetQuery(wish) } })));

/** Who gets leads. */
export default function BuyersPage() {
  const mayWrite = useMay()('buyers:write');
  const verticals = useNames('verticals').options;
  const filters: readonly TableFilter[] = [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'verticalId', label: t.vertical, options: verticals },
  ];
  const make = mayWrite ? (
    <Button component={Link} to="/admin/buyers/new">
      {t.newBuyer}
    </Button>
  ) : null;
  return (
    <Page title={t.buyers} state={t.buyersText} action={make}>
      <DataTable
        name="buyers"
        label={t.buyers}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/buyers/${id}`}
        panel={(buyer) => <BuyerEssentials buyer={buyer} />}
        acts={mayWrite ? ACTS : []}
        empty={{ title: t.noBuyers, text: t.noBuyersText, action: make }}
      />
    </Page>
  );
}

const BuyerEssentials = ({ buyer }: { readonly buyer: Buyer }) => (
  <Facts
    facts={[
      [t.columnStatus, <Status key="status" value={buyer.status} />],
      [t.columnBalance, <Money key="balance" amount={buyer.balance} />],
      [t.columnLimit, limitOf(buyer)],
      [t.columnContracts, contractsOf(buyer)],
      [t.columnCycle, cycleOf(buyer)],
    ]}
  />
);
