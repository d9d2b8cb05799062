import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { failPage } from '../frame/fail-page.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { colleagueTexts as t } from '../texts/colleagues.ts';
import { RowAct } from '../ui/form/row-act.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { tellDone } from '../ui/tell.ts';
import { Time } from '../ui/time.tsx';
import { valueText } from '../ui/value-text.ts';
import type { Colleague } from './colleague-types.ts';
import { InviteColleague } from './invite-colleague.tsx';

const rightsOf = ({ readOnly, piiAccess }: Colleague): string =>
  `${readOnly ? t.reads : t.writes}, ${piiAccess ? t.seesPersonal : t.masked}`;

const COLUMNS: readonly TableColumn<Colleague>[] = [
  { id: 'name', label: t.columnName, cell: (person) => <Name person={person} /> },
  { id: 'email', label: t.columnEmail, cell: ({ email }) => email },
  { id: 'status', label: t.columnStatus, cell: ({ status }) => <Status value={status} /> },
  { id: 'rights', label: t.columnRights, cell: rightsOf },
  { id: 'factor', label: t.columnFactor, cell: ({ secondFactor }) => valueText(secondFactor) },
  { id: 'last', label: t.columnLast, cell: ({ lastSignInAt }) => <Time at={lastSignInAt} /> },
  { id: 'made', label: t.columnMade, cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

function Name({ person }: { readonly person: Colleague }) {
  const { id } = usePerson();
  return (
    <>
      {person.name || person.email}
      {person.id === id ? (
        <Text span size="sm" c="dimmed">
          {` (${t.you})`}
        </Text>
      ) : null}
    </>
  );
}

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/colleagues', { params: { query: offsetQuery(wish) } })));

/** Who else of the own buyer or partner has an account. */
export default function UsersPage() {
  const mayWrite = useMay()('colleagues:write');
  const off: TableColumn<Colleague> = { id: 'off', label: t.off, cell: (person) => <SwitchOff person={person} /> };
  return (
    <Page title={t.users} state={t.usersText} action={mayWrite ? <InviteColleague /> : null}>
      <DataTable
        name="colleagues"
        label={t.users}
        columns={mayWrite ? [...COLUMNS, off] : COLUMNS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ id }) => id}
        empty={{ title: t.noUsers, text: t.noUsersText }}
      />
    </Page>
  );
}

function SwitchOff({ person }: { readonly person: Colleague }) {
  const client = useQueryClient();
  const own = usePerson().id;
  if (person.id === own || person.status === 'inactive') return null;
  return (
    <RowAct
      label={t.off}
      about={t.switchOff(person.name || person.email)}
      effect={t.offEffect}
      act={() => answerOf(api.DELETE('/api/v1/colleagues/{userId}', { params: { path: { userId: person.id } } }))}
      onDone={() => {
        tellDone(t.isOff);
        client.invalidateQueries({ queryKey: ['colleagues'] }).catch(failPage);
      }}
    />
  );
}
