import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { usePerson } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { leadImportTexts as t } from '../texts/lead-imports.ts';
import { count, exactTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time, useZone } from '../ui/time.tsx';
import { ImportState } from './import-state.tsx';
import { IMPORTS_PAGE, type LeadImport } from './import-types.ts';
import { LostLine } from './lost-line.tsx';
import { useFollowedImports } from './use-followed-imports.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/lead-imports', { params: { query: offsetQuery(wish) } })));
const readNewest = async () =>
  (await answerOf(api.GET('/api/v1/lead-imports', { params: { query: { limit: '50' } } }))).data;

/** Files of leads that are brought in: how far each is, and what came of it. */
export default function ImportsPage() {
  const newest = useQuery({ queryKey: ['lead-imports', 'newest'], queryFn: readNewest });
  const { isLost } = useFollowedImports(newest.data?.some(({ status }) => status === 'running') ?? false);
  const { readOnly } = usePerson();
  const columns = useColumns();
  const zone = useZone();
  const begin = readOnly ? null : (
    <Button component={Link} to={`${IMPORTS_PAGE}/new`}>
      {t.begin}
    </Button>
  );
  return (
    <Page title={t.title} state={t.state} above={{ title: t.aboveTitle, href: '/admin/leads' }} action={begin}>
      <LostLine isLost={isLost} />
      <DataTable
        name="lead-imports"
        label={t.label}
        columns={columns}
        load={load}
        rowId={({ id }) => id}
        rowName={({ createdAt }) => exactTime(createdAt, zone)}
        empty={{ title: t.none, text: t.noneText, action: begin }}
      />
    </Page>
  );
}

/** What the list says of each import. */
function useColumns(): TableColumn<LeadImport>[] {
  const campaigns = useNames('campaigns');
  const { nameOf } = useActorNames();
  const zone = useZone();
  return [
    {
      id: 'begun',
      label: t.columnBegun,
      cell: ({ id, createdAt }) => (
        <Anchor component={Link} to={`${IMPORTS_PAGE}/${id}`} size="sm">
          <Time at={createdAt} />
        </Anchor>
      ),
      text: ({ createdAt }) => exactTime(createdAt, zone),
    },
    { id: 'campaign', label: t.columnCampaign, cell: ({ campaignId }) => campaigns.nameOf(campaignId) },
    {
      id: 'state',
      label: t.columnState,
      cell: (row) => <ImportState row={row} campaign={campaigns.nameOf(row.campaignId)} />,
      text: ({ status }) => t.states[status],
    },
    { id: 'rows', label: t.columnRows, numeric: true, cell: (row) => (row.rowsTotal ? count(row.rowsTotal) : '–') },
    { id: 'leads', label: t.columnLeads, numeric: true, cell: (row) => count(row.rowsAccepted) },
    { id: 'rejected', label: t.columnRejected, numeric: true, cell: (row) => count(row.rowsRejected) },
    { id: 'invalid', label: t.columnInvalid, numeric: true, cell: (row) => count(row.rowsInvalid) },
    { id: 'by', label: t.columnBy, cell: ({ madeBy }) => nameOf(madeBy), extra: true },
  ];
}
