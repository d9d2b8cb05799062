import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useNames } from '../../frame/use-names.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { inWords } from '../../ui/words.ts';
import { contractColumns } from './contract-columns.tsx';
import type { Contract } from '../../contracts/contract-types.ts';
import { agesInWords, placesInWords } from '../../contracts/terms-in-words.ts';
import { useReadyCount } from '../../contracts/use-readiness.ts';
import { CONTRACT_ACTS, setContractStatus } from './contract-status.ts';

const STATUSES = ['setup', 'active', 'paused', 'expired', 'inactive', 'archived'] as const;
const COLUMNS = Object.values(contractColumns);

const ACTS = statusBulkActs(CONTRACT_ACTS, setContractStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/contracts', { params: { query: offsetQuery(wish) } })));

function useContractFilters(): readonly TableFilter[] {
  const buyers = useNames('buyers').options;
  const verticals = useNames('verticals').options;
  const offers = useNames('offers').options;
  return [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'buyerId', label: t.columnBuyer, options: buyers },
    { kind: 'choice', id: 'verticalId', label: t.columnVertical, options: verticals },
    { kind: 'choice', id: 'offerId', label: t.offer, options: offers },
  ];
}

/** On which terms buyers get leads. */
export default function ContractsPage() {
  const mayWrite = useMay()('contracts:write');
  const make = mayWrite ? (
    <Button component={Link} to="/admin/buyers/contracts/new">
      {t.newContract}
    </Button>
  ) : null;
  const { data } = useReadyCount();
  const state = data && data.total > 0 ? t.canSell(data.canSell, data.total) : t.contractsText;
  return (
    <Page title={t.contracts} state={state} action={make}>
      <DataTable
        name="contracts"
        label={t.contracts}
        columns={COLUMNS}
        filters={useContractFilters()}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/buyers/contracts/${id}`}
        panel={(contract) => <ContractEssentials contract={contract} />}
        acts={mayWrite ? ACTS : []}
        empty={{ title: t.noContracts, text: t.noContractsText, action: make }}
      />
    </Page>
  );
}

const ContractEssentials = ({ contract }: { readonly contract: Contract }) => (
  <Facts
    facts={[
      [t.columnStatus, <Status key="status" value={contract.status} />],
      [t.columnBuyer, contract.buyerName],
      [t.columnVertical, contract.verticalName],
      [t.columnPrice, <Money key="price" amount={contract.price} />],
      [t.columnPriority, contract.priority],
      [t.geoKind, placesInWords(contract.geoFilters)],
      [t.ages, agesInWords(contract.demographicFilters)],
      [t.columnVersion, contract.version],
    ]}
  />
);
