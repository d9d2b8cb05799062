import { Anchor, Code, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useNames } from '../frame/use-names.ts';
import type { Ok } from '../frame/ok.ts';
import { deliveryTexts as t } from '../texts/deliveries.ts';
import { Facts } from '../ui/facts.tsx';
import { duration, exactTime } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn, TableFilter, TablePage, TableWish } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';

export type Delivery = Ok<'/api/v1/deliveries', 'get'>['data'][number];

interface DeliveryTableProps {
  /** Of all buyers, or of the one that asks. */
  readonly load: (wish: TableWish) => Promise<TablePage<Delivery>>;
  readonly withBuyers: boolean;
  readonly leadHref: (leadId: string) => string;
}

const OUTCOMES = ['accepted', 'rejected', 'duplicate', 'failed', 'uncertain', 'under_way'] as const;

function useFilters(withBuyers: boolean): readonly TableFilter[] {
  const buyers = useNames('buyers').options;
  const contracts = useNames('contracts').options;
  return [
    {
      kind: 'choice',
      id: 'outcome',
      label: t.columnOutcome,
      options: OUTCOMES.map((value) => ({ value, label: inWords(value) })),
    },
    ...(withBuyers ? ([{ kind: 'choice', id: 'buyerId', label: t.columnBuyer, options: buyers }] as const) : []),
    { kind: 'choice', id: 'contractId', label: t.columnContract, options: contracts },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}

/** Delivery attempts, and what came of them. */
export function DeliveryTable({ load, withBuyers, leadHref }: DeliveryTableProps) {
  const buyers = useNames('buyers');
  const zone = useZone();
  const buyer: TableColumn<Delivery> = {
    id: 'buyer',
    label: t.columnBuyer,
    cell: ({ buyerId }) => buyers.nameOf(buyerId),
  };
  return (
    <DataTable
      name="deliveries"
      label={t.state}
      columns={[
        { id: 'time', label: t.columnTime, cell: ({ startedAt }) => <ExactTime at={startedAt} /> },
        ...(withBuyers ? [buyer] : []),
        { id: 'contract', label: t.columnContract, cell: ({ contractName }) => contractName },
        {
          id: 'outcome',
          label: t.columnOutcome,
          cell: ({ outcome }) => <Outcome outcome={outcome} />,
          text: ({ outcome }) => (outcome === null ? t.underWay : inWords(outcome)),
        },
        { id: 'reason', label: t.columnReason, cell: (delivery) => reasonOf(delivery) ?? '–' },
        { id: 'number', label: t.columnNumber, numeric: true, cell: ({ number }) => number },
        { id: 'http', label: t.columnHttp, numeric: true, cell: ({ httpStatus }) => httpStatus ?? '–' },
        {
          id: 'took',
          label: t.columnDuration,
          numeric: true,
          cell: ({ durationMs }) => (durationMs === null ? '–' : duration(durationMs)),
        },
        { id: 'price', label: t.columnPrice, numeric: true, cell: ({ price }) => <Money amount={price} /> },
      ]}
      filters={useFilters(withBuyers)}
      load={load}
      rowId={({ id }) => id}
      rowName={({ startedAt }) => exactTime(startedAt, zone)}
      panel={(delivery) => <Essentials delivery={delivery} leadHref={leadHref} />}
      empty={{ title: t.none, text: t.noneText }}
    />
  );
}

/** What an answer says beyond its outcome. */
const reasonOf = ({ outcome, reason }: Pick<Delivery, 'outcome' | 'reason'>): string | null =>
  reason === null || reason === outcome ? null : inWords(reason);

const Outcome = ({ outcome }: { readonly outcome: string | null }) =>
  outcome === null ? <Status value="pending" label={t.underWay} /> : <Status value={outcome} />;

interface EssentialsProps extends Pick<DeliveryTableProps, 'leadHref'> {
  readonly delivery: Delivery;
}

const Essentials = ({ delivery, leadHref }: EssentialsProps) => (
  <Stack>
    <Facts
      facts={[
        [t.columnContract, delivery.contractName],
        [t.columnOutcome, <Outcome key="outcome" outcome={delivery.outcome} />],
        [t.columnReason, reasonOf(delivery)],
        [t.columnNumber, delivery.number],
        [t.columnHttp, delivery.httpStatus],
        [t.columnDuration, delivery.durationMs === null ? null : duration(delivery.durationMs)],
        [t.columnSale, <Status key="sale" value={delivery.saleStatus} />],
        [t.columnPrice, <Money key="price" amount={delivery.price} />],
        [t.deliveryId, <Code key="id">{delivery.deliveryId}</Code>],
      ]}
    />
    <Text size="sm" c="dimmed">
      {t.deliveryIdText}
    </Text>
    <Anchor component={Link} to={leadHref(delivery.leadId)}>
      {t.toLead}
    </Anchor>
  </Stack>
);
