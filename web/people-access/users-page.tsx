import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { peopleTexts as t } from '../texts/people-access.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableWish } from '../ui/table/table-types.ts';
import { usePeoplePlace } from './people-path.ts';
import { userBulkActs } from './user-bulk-acts.ts';
import { USER_COLUMNS } from './user-columns.tsx';
import { useUserFilters } from './user-filters.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/users', { params: { query: offsetQuery(wish) } })));

/** Who may sign in to the organization. */
export default function UsersPage() {
  const mayWrite = useMay()('users:write');
  const { id: ownId } = usePerson();
  const { href, title } = usePeoplePlace();
  const invite = (
    <Button component={Link} to={`${href}/new`} leftSection={<IconUserPlus size={16} aria-hidden />}>
      {t.invite}
    </Button>
  );
  return (
    <Page title={title} state={t.usersState} action={mayWrite ? invite : null}>
      <DataTable
        name="users"
        label={t.usersState}
        columns={Object.values(USER_COLUMNS)}
        filters={useUserFilters()}
        load={load}
        rowId={(user) => user.id}
        rowName={() => t.user}
        rowHref={(user) => `${href}/${user.id}`}
        chosenName={(user) => (user.name === '' ? user.email : `${user.name} (${user.email})`)}
        acts={mayWrite ? userBulkActs(ownId) : []}
        empty={{ title: t.noUsers, text: t.noUsersText, action: mayWrite ? invite : null }}
      />
    </Page>
  );
}
