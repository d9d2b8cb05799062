import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import { contractColumns, contractLink } from '../contracts/contract-columns.tsx';

/** The contracts of a buyer. */
export function BuyerContracts({ buyerId }: { readonly buyerId: string }) {
  const may = useMay();
  const contracts = useQuery({
    queryKey: ['contracts', 'of', buyerId],
    queryFn: () => answerOf(api.GET('/api/v1/contracts', { params: { query: { buyerId, limit: '1000' } } })),
  });
  const make = (
    <Button component={Link} to={`/admin/buyers/contracts/new?buyerId=${buyerId}`} variant="default" size="xs">
      {t.newContract}
    </Button>
  );
  const { vertical, status, price, priority, version } = contractColumns;
  return (
    <Section title={t.contracts} action={may('contracts:write') ? make : null}>
      <Loaded query={contracts}>
        {({ data }) => (
          <SmallTable
            label={t.contracts}
            columns={[contractLink, vertical, status, price, priority, version]}
            rows={data}
            rowId={({ id }) => id}
            empty={t.noContracts}
          />
        )}
      </Loaded>
    </Section>
  );
}
