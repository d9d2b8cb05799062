import { Anchor, Code, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import type { DeliveryOutcome } from './delivery-words.tsx';
import { useNames } from '../frame/use-names.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { Facts } from '../ui/facts.tsx';
import { exactTime } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { leadHref, leadShortName } from './bought-lead.ts';
import { type Delivery, deliveryColumns, Outcome, tookOf } from './delivery-words.tsx';

const COLUMNS: readonly TableColumn<Delivery>[] = [
  deliveryColumns.time,
  { id: 'lead', label: t.columnLead, cell: ({ leadId }) => leadShortName(leadId) },
  deliveryColumns.contract,
  deliveryColumns.outcome,
  deliveryColumns.attempt,
  deliveryColumns.http,
  deliveryColumns.took,
  deliveryColumns.sale,
  deliveryColumns.price,
];

const isOutcome = (text: string | undefined): text is DeliveryOutcome => text !== undefined && text in t.outcomes;

async function load(wish: TableWish) {
  const { outcome, ...filters } = wish.filters;
  const query = { ...keysetQuery({ ...wish, filters }), ...(isOutcome(outcome) ? { outcome } : {}) };
  return keysetPage(await answerOf(api.GET('/api/buyer/deliveries', { params: { query } })));
}

/** Every try to hand the buyer a lead. */
export default function DeliveriesPage() {
  const zone = useZone();
  const contracts = useNames('contracts').options;
  const filters: readonly TableFilter[] = [
    {
      kind: 'choice',
      id: 'outcome',
      label: t.columnOutcome,
      options: Object.entries(t.outcomes).map(([value, label]) => ({ value, label })),
    },
    { kind: 'choice', id: 'contractId', label: t.columnContract, options: contracts },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
  return (
    <Page title={t.deliveries} state={t.deliveriesText}>
      <DataTable
        name="deliveries"
        label={t.deliveries}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ startedAt }) => t.delivery(exactTime(startedAt, zone))}
        panel={(delivery) => <DeliveryEssentials delivery={delivery} />}
        empty={{ title: t.noDeliveries, text: t.noDeliveriesText }}
      />
    </Page>
  );
}

const DeliveryEssentials = ({ delivery }: { readonly delivery: Delivery }) => (
  <Stack>
    <Facts
      facts={[
        [t.columnTime, <ExactTime key="time" at={delivery.startedAt} />],
        [t.columnContract, delivery.contractName],
        [t.columnOutcome, <Outcome key="outcome" delivery={delivery} />],
        [t.columnReason, delivery.reason === null ? null : inWords(delivery.reason)],
        [t.columnHttp, delivery.httpStatus],
        [t.columnDuration, tookOf(delivery)],
        [t.columnSale, <Status key="sale" value={delivery.saleStatus} />],
        [t.columnPrice, <Money key="price" amount={delivery.price} />],
        [t.deliveryId, <Code key="id">{delivery.deliveryId}</Code>],
      ]}
    />
    <Anchor component={Link} to={leadHref(delivery.leadId)}>
      {t.toLead}
    </Anchor>
  </Stack>
);
