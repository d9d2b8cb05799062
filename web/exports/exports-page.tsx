import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { exportTexts as t } from '../texts/exports.ts';
import { count } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { ExportActs } from './export-acts.tsx';
import { ExportState } from './export-state.tsx';
import type { Export } from './export-types.ts';
import { useFollowed } from './followed-exports.tsx';
import { OpenRequests } from './open-requests.tsx';
import { useWhichLeads } from './which-leads.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/exports', { params: { query: offsetQuery(wish) } })));

/** Of a file that is gone nobody knows any more how many there would have been. */
const isOver = ({ status }: Export): boolean => status === 'failed' || status === 'expired';

/** The person's files of leads: how far they are, and the files themselves. */
export default function ExportsPage() {
  const { isLost } = useFollowed();
  const { nameOf } = useActorNames();
  const whichLeads = useWhichLeads();
  const which = ({ terms }: Export): string => whichLeads(terms);
  const columns: TableColumn<Export>[] = [
    { id: 'what', label: t.columnWhat, cell: which },
    { id: 'state', label: t.columnState, cell: (row) => <ExportState row={row} which={which(row)} /> },
    {
      id: 'rows',
      label: t.columnRows,
      numeric: true,
      cell: (row) => (isOver(row) && row.rowsTotal === 0 ? '–' : count(row.rowsTotal)),
    },
    { id: 'asked', label: t.columnAsked, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'by', label: t.columnApproved, cell: ({ approvedBy }) => (approvedBy === null ? '–' : nameOf(approvedBy)) },
    { id: 'kept', label: t.columnKept, cell: (row) => (row.status === 'done' ? <Time at={row.expiresAt} /> : '–') },
    { id: 'acts', label: t.columnActs, cell: (row) => <ExportActs row={row} which={which(row)} /> },
  ];
  const toLeads = (
    <Anchor component={Link} to="/admin/leads">
      {t.toLeads}
    </Anchor>
  );
  return (
    <Page title={t.title} state={t.state} above={{ title: t.aboveTitle, href: '/admin/leads' }}>
      {isLost ? (
        <Alert variant="light" color="yellow" role="status">
          <Text c="var(--mantine-color-text)">{t.lost}</Text>
        </Alert>
      ) : null}
      <OpenRequests />
      <DataTable
        name="exports"
        label={t.label}
        columns={columns}
        load={load}
        rowId={({ id }) => id}
        rowName={which}
        empty={{ title: t.none, text: t.noneText, action: toLeads }}
      />
    </Page>
  );
}
