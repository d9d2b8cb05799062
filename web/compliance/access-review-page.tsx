import { Stack } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { USER_COLUMNS } from '../people-access/user-columns.tsx';
import { useUserFilters } from '../people-access/user-filters.ts';
import { complianceTexts as t } from '../texts/compliance.ts';
import { peopleTexts } from '../texts/people-access.ts';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';

type Reviewed = Ok<'/api/v1/access-review', 'get'>['data'][number];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/access-review', { params: { query: offsetQuery(wish) } })));

const COLUMNS: readonly TableColumn<Reviewed>[] = [
  USER_COLUMNS.name,
  { ...USER_COLUMNS.email, extra: true },
  USER_COLUMNS.role,
  USER_COLUMNS.status,
  USER_COLUMNS.factor,
  {
    id: 'since',
    label: t.sinceSignIn,
    cell: ({ daysSinceSignIn }) => (daysSinceSignIn === null ? t.neverSignedIn : t.days(daysSinceSignIn)),
  },
  USER_COLUMNS.until,
  { id: 'sessions', label: t.sessions, cell: ({ openSessions }) => openSessions, numeric: true },
  { id: 'keys', label: t.keys, cell: ({ openKeys }) => openKeys, numeric: true },
  {
    id: 'concerns',
    label: t.concerns,
    cell: (person) => <Concerns person={person} />,
    text: ({ concerns }) => concerns.join('; ') || t.noConcerns,
  },
];

/** Who could still get in, and what a reviewer should look at. */
export default function AccessReviewPage() {
  return (
    <Page title={t.review} state={t.reviewState}>
      <DataTable
        name="access-review"
        label={t.reviewState}
        columns={COLUMNS}
        filters={useUserFilters()}
        load={load}
        rowId={({ id }) => id}
        rowName={() => peopleTexts.user}
        rowHref={({ id }) => `/admin/settings/users/${id}`}
        empty={{ title: t.nobody, text: t.nobodyText }}
      />
    </Page>
  );
}

const Concerns = ({ person: { concerns } }: { readonly person: Reviewed }) =>
  concerns.length === 0 ? (
    <Status value="none" label={t.noConcerns} tone="good" />
  ) : (
    <Stack gap={4}>
      {concerns.map((concern) => (
        <Status key={concern} value="concern" label={concern} tone="warn" />
      ))}
    </Stack>
  );
