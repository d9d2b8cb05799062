import { Anchor, Code, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNames } from '../frame/use-names.ts';
import { pingTexts as t } from '../texts/ping-log.ts';
import { Facts } from '../ui/facts.tsx';
import { duration, exactTime, money } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn, TableFilter, TablePage, TableWish } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import type { Ping } from './campaign-types.ts';

interface PingLogTableProps<Row extends Ping> {
  readonly load: (wish: TableWish) => Promise<TablePage<Row>>;
  readonly leadHref: (leadId: string) => string;
  /** What only staff see. */
  readonly withPartners: boolean;
  readonly more?: readonly TableColumn<Row>[];
  readonly beside?: (ping: Row) => ReactNode;
}

/** Pings and what was quoted. */
export function PingLogTable<Row extends Ping>({
  load,
  leadHref,
  withPartners,
  more = [],
  beside,
}: PingLogTableProps<Row>) {
  const partners = useNames('partners');
  const zone = useZone();
  const columns = columnsOf(withPartners ? partners.nameOf : undefined, more);
  return (
    <DataTable
      name="ping-log"
      label={t.pingLog}
      columns={columns}
      filters={useFilters(withPartners)}
      load={load}
      rowId={({ id }) => id}
      rowName={({ at }) => exactTime(at, zone)}
      panel={(ping) => (
        <Stack>
          <PingFacts ping={ping} />
          {beside?.(ping)}
          {ping.leadId === null ? (
            <Text c="dimmed">{t.notPosted}</Text>
          ) : (
            <Anchor component={Link} to={leadHref(ping.leadId)}>
              {t.toLead}
            </Anchor>
          )}
        </Stack>
      )}
      empty={{ title: t.noPings, text: t.noPingsText }}
    />
  );
}

type NameOf = ReturnType<typeof useNames>['nameOf'];

const partnerOf = <Row extends Ping>(nameOf: NameOf): TableColumn<Row> => ({
  id: 'partner',
  label: t.columnPartner,
  cell: ({ partnerId }) => nameOf(partnerId),
  extra: true,
});

function columnsOf<Row extends Ping>(
  nameOf: NameOf | undefined,
  more: readonly TableColumn<Row>[],
): TableColumn<Row>[] {
  return [
    { id: 'time', label: t.columnTime, cell: ({ at }) => <ExactTime at={at} /> },
    { id: 'campaign', label: t.columnCampaign, cell: ({ campaignName }) => campaignName ?? '–' },
    ...(nameOf ? [partnerOf<Row>(nameOf)] : []),
    {
      id: 'outcome',
      label: t.columnOutcome,
      cell: ({ outcome }) => <Outcome outcome={outcome} />,
      text: ({ outcome }) => wordFor(t.outcomes, outcome),
    },
    {
      id: 'price',
      label: t.columnPrice,
      numeric: true,
      cell: ({ price }) => (price === null ? '–' : money(price)),
    },
    { id: 'matches', label: t.columnMatches, numeric: true, cell: ({ matches }) => matches.length },
    ...more,
    { id: 'duration', label: t.columnDuration, numeric: true, cell: ({ durationMs }) => duration(durationMs) },
  ];
}

const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

const Outcome = ({ outcome }: { readonly outcome: string }) => (
  <Status value={outcome} label={wordFor(t.outcomes, outcome)} tone={outcome === 'quoted' ? 'good' : 'none'} />
);

/** How the ping log is narrowed; by partner and kind only for who sees several. */
function useFilters(withPartners: boolean): readonly TableFilter[] {
  const campaigns = useNames('campaigns').options;
  const partners = useNames('partners').options;
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const ofStaff: readonly TableFilter[] = [
    { kind: 'choice', id: 'kind', label: t.columnKind, options: choices(t.kinds) },
    { kind: 'choice', id: 'partnerId', label: t.columnPartner, options: partners },
  ];
  return [
    { kind: 'choice', id: 'outcome', label: t.columnOutcome, options: choices(t.outcomes) },
    { kind: 'choice', id: 'campaignId', label: t.columnCampaign, options: campaigns },
    ...(withPartners ? ofStaff : []),
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}

const PingFacts = ({ ping }: { readonly ping: Ping }) => (
  <>
    <Facts
      facts={[
        [t.columnKind, wordFor(t.kinds, ping.kind)],
        [t.columnCampaign, ping.campaignName],
        [t.columnOutcome, <Outcome key="outcome" outcome={ping.outcome} />],
        [t.columnPrice, ping.price === null ? null : money(ping.price)],
        [t.expires, <ExactTime key="expires" at={ping.expiresAt} />],
        [t.fields, ping.fields.length === 0 ? t.noFields : ping.fields.join(', ')],
        [t.request, <Code key="request">{ping.requestId}</Code>],
      ]}
    />
    {ping.isTest ? <Text c="dimmed">{t.test}</Text> : null}
  </>
);
