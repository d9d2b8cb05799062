import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { groupTexts as t } from '../../texts/vertical-groups.ts';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../../ui/table/table-types.ts';
import type { Group } from './group-values.ts';

const namesOf = ({ verticals }: Group): string => verticals.map(({ name }) => name).join(', ');

const COLUMNS: readonly TableColumn<Group>[] = [
  { id: 'name', label: t.name, sort: 'name', cell: ({ name }) => name },
  { id: 'verticals', label: t.verticals, cell: namesOf },
  { id: 'scope', label: t.scope, cell: ({ dedupScope }) => t.scopes[dedupScope] },
];
const FILTERS: readonly TableFilter[] = [{ kind: 'text', id: 'search', label: t.search, hint: t.searchHint }];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/admin/vertical-groups', { params: { query: offsetQuery(wish) } })));

/** Groups of verticals. */
export default function GroupsPage() {
  const make = useMay()('verticals:write') ? (
    <Button component={Link} to="/admin/verticals/groups/new">
      {t.newGroup}
    </Button>
  ) : null;
  return (
    <Page title={t.groups} state={t.groupsText} action={make}>
      <DataTable
        name="vertical-groups"
        label={t.groups}
        columns={COLUMNS}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/verticals/groups/${id}`}
        empty={{ title: t.none, text: t.noneText, action: make }}
      />
    </Page>
  );
}
