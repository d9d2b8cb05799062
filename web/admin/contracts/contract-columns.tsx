import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Money } from '../../ui/money.tsx';
import { Status } from '../../ui/status.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import type { Contract } from '../../contracts/contract-types.ts';

/** What a list says of a contract. */
export const contractColumns = {
  name: { id: 'name', label: t.columnName, sort: 'name', cell: ({ name }) => name },
  buyer: { id: 'buyer', label: t.columnBuyer, cell: ({ buyerName }) => buyerName ?? '–' },
  vertical: { id: 'vertical', label: t.columnVertical, cell: ({ verticalName }) => verticalName ?? '–' },
  price: {
    id: 'price',
    label: t.columnPrice,
    sort: 'price',
    numeric: true,
    cell: ({ price }) => <Money amount={price} />,
  },
  priority: {
    id: 'priority',
    label: t.columnPriority,
    sort: 'priority',
    numeric: true,
    cell: ({ priority }) => priority,
  },
  status: { id: 'status', label: t.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  version: { id: 'version', label: t.columnVersion, numeric: true, cell: ({ version }) => version },
  changed: { id: 'changed', label: t.columnChanged, cell: ({ updatedAt }) => <Time at={updatedAt} />, extra: true },
} as const satisfies Record<string, TableColumn<Contract>>;

/** Its name, which leads to its page. */
export const contractLink: TableColumn<Contract> = {
  id: 'link',
  label: t.columnName,
  cell: ({ id, name }) => (
    <Anchor component={Link} to={`/admin/buyers/contracts/${id}`} fz="inherit">
      {name}
    </Anchor>
  ),
};
