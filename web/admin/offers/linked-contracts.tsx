import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useMay } from '../../frame/session.tsx';
import { offerTexts as t } from '../../texts/offers.ts';
import { RowAct } from '../../ui/form/row-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { tellDone } from '../../ui/tell.ts';
import { type ContractLink, ChangeLink, LinkContract } from './link-contract.tsx';
import type { Offer } from './offer-values.ts';
import { OrderContracts } from './order-contracts.tsx';

const here = (override: number | null, counts: number) => (
  <span style={{ whiteSpace: 'nowrap' }}>{override === null ? counts : t.setHere(override)}</span>
);

const COLUMNS: readonly TableColumn<ContractLink>[] = [
  {
    id: 'name',
    label: t.columnName,
    cell: ({ contractId, contractName }) => (
      <Anchor component={Link} to={`/admin/buyers/contracts/${contractId}`} fz="inherit">
        {contractName}
      </Anchor>
    ),
  },
  { id: 'buyer', label: t.columnBuyer, cell: ({ buyerName }) => buyerName ?? '–' },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  {
    id: 'pool',
    label: t.pool,
    cell: ({ pool }) => (pool === 'fallback' ? t.pools.fallback : t.pools.primary),
  },
  { id: 'price', label: t.columnPrice, numeric: true, cell: ({ price }) => <Money amount={price} /> },
  {
    id: 'priority',
    label: t.columnPriority,
    numeric: true,
    cell: ({ priority, priorityOverride }) => here(priorityOverride, priority),
  },
  {
    id: 'weight',
    label: t.columnWeight,
    numeric: true,
    cell: ({ weight, weightOverride }) => here(weightOverride, weight),
  },
];

/** The contracts that an offer sells to, with what counts for it alone. */
export function LinkedContracts({ offer }: { readonly offer: Offer }) {
  const mayWrite = useMay()('offers:write');
  const params = { path: { offerId: offer.id }, query: { limit: '1000' } };
  const contracts = useQuery({
    queryKey: ['offers', 'contracts', offer.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/offers/{offerId}/contracts', { params }))).data,
  });
  const acts: TableColumn<ContractLink> = { id: 'acts', label: t.columnActs, cell: (link) => <LinkActs link={link} /> };
  const links = contracts.data ?? [];
  const action = (
    <Group gap="xs">
      {links.length > 1 ? <OrderContracts offer={offer} links={links} /> : null}
      <LinkContract offer={offer} linked={links.map(({ contractId }) => contractId)} />
    </Group>
  );
  return (
    <Section title={t.contracts} action={mayWrite ? action : null}>
      <Loaded query={contracts}>
        {(rows) => (
          <SmallTable
            label={t.contracts}
            columns={mayWrite ? [...COLUMNS, acts] : COLUMNS}
            rows={rows}
            rowId={({ contractId }) => contractId}
            empty={t.noContracts}
          />
        )}
      </Loaded>
    </Section>
  );
}

function LinkActs({ link }: { readonly link: ContractLink }) {
  const renew = useRenew();
  const params = { path: { offerId: link.offerId, contractId: link.contractId } };
  return (
    <Group gap="xs" wrap="nowrap">
      <ChangeLink link={link} />
      <RowAct
        label={t.unlink}
        about={t.unlinkContract(link.contractName)}
        effect={t.unlinkContractEffect}
        act={() => answerOf(api.DELETE('/api/v1/offers/{offerId}/contracts/{contractId}', { params }))}
        onDone={() => {
          tellDone(t.unlinked);
          renew('offers');
        }}
      />
    </Group>
  );
}
