import { Alert, List, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { replayTexts as t } from '../../texts/replay.ts';
import { count, plural } from '../../ui/format.ts';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { ExactTime } from '../../ui/time.tsx';
import { ReplayMoves } from './replay-moves.tsx';
import type { Replay } from './replay-values.ts';

const COLUMNS = ['actual', 'control', 'draft', 'change'] as const;
type Compared = Pick<Replay['totals'], (typeof COLUMNS)[number]>;

/** What happened, what the settings of today would have brought, and what the drafts would have. */
export function ReplayResult({ replay }: { readonly replay: Replay }) {
  const { leads } = replay;
  if (leads.replayed === 0)
    return (
      <Section title={t.result}>
        <Text c="dimmed">{leads.inPeriod === 0 ? t.nobody : t.noneKnown}</Text>
      </Section>
    );
  return (
    <Stack gap="md">
      <Section title={t.result}>
        <Played leads={leads} />
        <SmallTable
          label={t.money}
          columns={totalColumns()}
          rows={totalRows(replay)}
          rowId={({ id }) => id}
          empty={t.nobody}
        />
        <Text size="sm" c="dimmed">
          {t.changeNote}
        </Text>
      </Section>
      <Rows replay={replay} />
      <ReplayMoves replay={replay} />
      <Section title={t.assumptions}>
        <List size="sm" spacing={4}>
          {replay.assumptions.map(({ code, text }) => (
            <List.Item key={code}>{text}</List.Item>
          ))}
        </List>
      </Section>
    </Stack>
  );
}

const Rows = ({ replay: { contracts, buyers } }: { readonly replay: Replay }) => (
  <>
    <Section title={t.byContract}>
      <SmallTable
        label={t.byContract}
        columns={[CONTRACT, ...COMPARED]}
        rows={contracts}
        rowId={({ contractId, contractName, buyerId }) => contractId ?? `${buyerId}/${contractName}`}
        empty={t.noContracts}
      />
    </Section>
    <Section title={t.byBuyer}>
      <SmallTable
        label={t.byBuyer}
        columns={[BUYER, ...COMPARED]}
        rows={buyers}
        rowId={({ buyerId }) => buyerId}
        empty={t.noContracts}
      />
    </Section>
  </>
);

function Played({ leads }: { readonly leads: Replay['leads'] }) {
  const { replayed, inPeriod, leftOut, isSampled, limit, lastAt } = leads;
  return (
    <Stack gap={4} role="status">
      <Text>
        {t.played(count(replayed), count(inPeriod))}
        {leftOut > 0 ? ` ${t.leftOut(plural(leftOut, 'lead'))}` : ''}
      </Text>
      {isSampled ? (
        <Alert color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
          <Text c="var(--mantine-color-text)">{t.sampled(count(limit))}</Text>
          {lastAt === null ? null : (
            <Text c="var(--mantine-color-text)">
              {t.lastAt}: <ExactTime at={lastAt} />
            </Text>
          )}
        </Alert>
      ) : null}
    </Stack>
  );
}

interface TotalRow extends Record<(typeof COLUMNS)[number], string | number> {
  readonly id: keyof typeof t.rows;
  readonly isMoney: boolean;
}

function totalRows({ sold, totals }: Replay): TotalRow[] {
  const of = (id: 'sales' | 'revenue' | 'payout' | 'margin'): TotalRow => ({
    id,
    isMoney: id !== 'sales',
    actual: totals.actual[id],
    control: totals.control[id],
    draft: totals.draft[id],
    change: totals.change[id],
  });
  return [{ id: 'sold', isMoney: false, ...sold }, of('sales'), of('revenue'), of('payout'), of('margin')];
}

const totalColumns = (): readonly TableColumn<TotalRow>[] => [
  { id: 'what', label: t.what, cell: ({ id }) => t.rows[id] },
  ...COLUMNS.map((column): TableColumn<TotalRow> => ({
    id: column,
    label: t.of4[column],
    numeric: true,
    cell: ({ [column]: value, isMoney }) => (isMoney ? <Money amount={value} /> : count(Number(value))),
  })),
];

type ContractRow = Replay['contracts'][number];
type BuyerRow = Replay['buyers'][number];

const CONTRACT: TableColumn<ContractRow> = {
  id: 'contract',
  label: t.contract,
  cell: ({ contractName, buyerName, isDraft, isNew }) => (
    <>
      <Text span inherit fw={500}>
        {contractName}
      </Text>
      {isNew ? ` (${t.isNew})` : isDraft ? ` (${t.inDraft})` : ''}
      <Text size="sm" c="dimmed">
        {buyerName}
      </Text>
    </>
  ),
};
const BUYER: TableColumn<BuyerRow> = { id: 'buyer', label: t.buyer, cell: ({ buyerName }) => buyerName };

const COMPARED: readonly TableColumn<Compared>[] = [
  ...(['actual', 'control', 'draft'] as const).map((column): TableColumn<Compared> => ({
    id: `sales-${column}`,
    label: t.salesThen[column],
    numeric: true,
    cell: (row) => count(row[column].sales),
  })),
  ...(['actual', 'control', 'draft'] as const).map((column): TableColumn<Compared> => ({
    id: `revenue-${column}`,
    label: t.revenueThen[column],
    numeric: true,
    cell: (row) => <Money amount={row[column].revenue} />,
  })),
  {
    id: 'revenue-change',
    label: t.revenueChange,
    numeric: true,
    cell: ({ change }) => <Money amount={change.revenue} />,
  },
  { id: 'margin-change', label: t.marginChange, numeric: true, cell: ({ change }) => <Money amount={change.margin} /> },
];
