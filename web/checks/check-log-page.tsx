import { answerOf, api } from '../frame/api.ts';
import { useNames } from '../frame/use-names.ts';
import { checkLogTexts as t } from '../texts/check-log.ts';
import { checkTexts } from '../texts/checks.ts';
import { duration, exactTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { ExactTime, useZone } from '../ui/time.tsx';
import { type Check, CheckFacts, CheckOutcome, outcomeName } from './check-facts.tsx';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/admin/check-log', { params: { query: keysetQuery(wish) } })));

/** What outside services were asked before leads were routed, and what they said. */
export default function CheckLogPage() {
  const campaigns = useNames('campaigns');
  const zone = useZone();
  return (
    <Page title={t.log} state={t.state}>
      <DataTable
        name="check-log"
        label={t.log}
        columns={columnsOf(campaigns.nameOf)}
        filters={useFilters(campaigns.options)}
        load={load}
        rowId={({ id }) => id}
        rowName={({ at }) => exactTime(at, zone)}
        panel={(check) => <CheckFacts check={check} campaign={campaigns.nameOf(check.campaignId)} />}
        empty={{ title: t.none, text: t.noneText }}
      />
    </Page>
  );
}

const columnsOf = (nameOf: ReturnType<typeof useNames>['nameOf']): TableColumn<Check>[] => [
  { id: 'time', label: t.time, cell: ({ at }) => <ExactTime at={at} /> },
  { id: 'vendor', label: t.vendor, cell: ({ vendorName }) => vendorName },
  { id: 'kind', label: t.kind, cell: ({ kind }) => checkTexts.kinds[kind] ?? kind, extra: true },
  {
    id: 'result',
    label: t.result,
    cell: ({ result }) => <CheckOutcome result={result} />,
    text: ({ result }) => outcomeName(result),
  },
  { id: 'campaign', label: t.campaign, cell: ({ campaignId }) => nameOf(campaignId) },
  { id: 'became', label: t.became, cell: ({ leadId }) => (leadId === null ? t.refused : t.lead) },
  {
    id: 'duration',
    label: t.took,
    numeric: true,
    cell: ({ durationMs }) => (durationMs === null ? '–' : duration(durationMs)),
  },
];

function useFilters(campaigns: ReturnType<typeof useNames>['options']): readonly TableFilter[] {
  const vendors = useNames('check-vendors').options;
  const results = Object.entries(checkTexts.results).map(([value, label]) => ({ value, label }));
  return [
    { kind: 'choice', id: 'vendorId', label: t.vendor, options: vendors },
    { kind: 'choice', id: 'result', label: t.result, options: results },
    { kind: 'choice', id: 'campaignId', label: t.campaign, options: campaigns },
    { kind: 'choice', id: 'refused', label: t.which, options: [{ value: 'true', label: t.onlyRefused }] },
    { kind: 'text', id: 'leadId', label: t.leadId, hint: t.leadIdHint },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}
