import { answerOf, api } from '../frame/api.ts';
import { peopleTexts as t } from '../texts/people-access.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { type Login, LOGIN_COLUMNS } from './login-columns.tsx';
import { useActorNames } from './use-actor-names.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/login-activity', { params: { query: offsetQuery(wish) } })));

/** Who signed in to the organization, or tried to. */
export default function LoginActivityPage() {
  const { nameOf } = useActorNames();
  const person: TableColumn<Login> = { id: 'person', label: t.person, cell: ({ userId }) => nameOf(userId) };
  return (
    <Page title={t.loginActivity} state={t.loginState}>
      <DataTable
        name="login-activity"
        label={t.loginState}
        columns={[...LOGIN_COLUMNS.slice(0, 1), person, ...LOGIN_COLUMNS.slice(1)]}
        load={load}
        rowId={({ id }) => id}
        rowName={() => t.login}
        empty={{ title: t.noLogins, text: t.noLoginsText }}
      />
    </Page>
  );
}
