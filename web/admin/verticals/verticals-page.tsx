import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableColumn, TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { inWords } from '../../ui/words.ts';
import { regimeName, type Vertical } from './vertical-values.ts';
import { setVerticalStatus, VERTICAL_ACTS } from './vertical-status.ts';

const COLUMNS: readonly TableColumn<Vertical>[] = [
  { id: 'name', label: t.columnName, sort: 'name', cell: ({ name }) => name },
  { id: 'slug', label: t.columnSlug, sort: 'slug', cell: ({ slug }) => slug },
  { id: 'status', label: t.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  { id: 'regime', label: t.columnRegime, cell: ({ regime }) => regimeName(regime) },
  { id: 'fields', label: t.columnFields, numeric: true, cell: ({ customFieldCount }) => customFieldCount },
  { id: 'made', label: t.columnMade, sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

const FILTERS: readonly TableFilter[] = [
  { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
  {
    kind: 'choice',
    id: 'status',
    label: t.columnStatus,
    options: ['active', 'inactive'].map((value) => ({ value, label: inWords(value) })),
  },
];

const ACTS = statusBulkActs(VERTICAL_ACTS, setVerticalStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/verticals', { params: { query: offsetQuery(wish) } })));

/** Kinds of leads. */
export default function VerticalsPage() {
  const mayWrite = useMay()('verticals:write');
  const make = mayWrite ? (
    <Button component={Link} to="/admin/verticals/new">
      {t.newVertical}
    </Button>
  ) : null;
  return (
    <Page title={t.verticals} state={t.verticalsText} action={make}>
      <DataTable
        name="verticals"
        label={t.verticals}
        columns={COLUMNS}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/verticals/${id}`}
        panel={(vertical) => (
          <Facts
            facts={COLUMNS.filter(({ id }) => id !== 'name').map(({ label, cell }) => [label, cell(vertical)] as const)}
          />
        )}
        acts={mayWrite ? ACTS : []}
        empty={{ title: t.noVerticals, text: t.noVerticalsText, action: make }}
      />
    </Page>
  );
}
