import { Text } from '@mantine/core';
import { answerOf, api } from '../frame/api.ts';
import { useMay, usePerson } from '../frame/session.tsx';
import { AccountStatus } from '../invitations/account-status.tsx';
import { colleagueTexts as t } from '../texts/colleagues.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { BulkAct, TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { valueText } from '../ui/value-text.ts';
import { ColleagueActs, switchOff } from './colleague-acts.tsx';
import type { Colleague } from './colleague-types.ts';
import { InviteColleague } from './invite-colleague.tsx';

const rightsOf = ({ readOnly, piiAccess }: Colleague): string =>
  `${readOnly ? t.reads : t.writes}, ${piiAccess ? t.seesPersonal : t.masked}`;

const nameOf = ({ name, email }: Colleague): string => name || email;

const COLUMNS: readonly TableColumn<Colleague>[] = [
  { id: 'name', label: t.columnName, cell: (person) => <Name person={person} />, text: nameOf },
  { id: 'email', label: t.columnEmail, cell: ({ email }) => email },
  { id: 'status', label: t.columnStatus, cell: (person) => <AccountStatus account={person} /> },
  { id: 'rights', label: t.columnRights, cell: rightsOf },
  { id: 'factor', label: t.columnFactor, cell: ({ secondFactor }) => valueText(secondFactor) },
  { id: 'last', label: t.columnLast, cell: ({ lastSignInAt }) => <Time at={lastSignInAt} /> },
  { id: 'made', label: t.columnMade, cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

function Name({ person }: { readonly person: Colleague }) {
  const { id } = usePerson();
  return (
    <>
      {nameOf(person)}
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

/** What can be done about many accounts; one's own is left out. */
const actsOf = (ownId: string): readonly BulkAct<Colleague>[] => [
  {
    label: t.off,
    effect: t.offEffect,
    fits: ({ id, status }) => id !== ownId && status !== 'inactive',
    run: switchOff,
  },
];

/** Who else of the own buyer or partner has an account. */
export default function UsersPage() {
  const mayWrite = useMay()('colleagues:write');
  const { id: ownId } = usePerson();
  const acts: TableColumn<Colleague> = {
    id: 'acts',
    label: t.columnActs,
    cell: (person) => <ColleagueActs person={person} />,
    text: null,
  };
  return (
    <Page title={t.users} state={t.usersText} action={mayWrite ? <InviteColleague /> : null}>
      <DataTable
        name="colleagues"
        label={t.users}
        columns={mayWrite ? [...COLUMNS, acts] : COLUMNS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ id }) => id}
        chosenName={nameOf}
        acts={mayWrite ? actsOf(ownId) : []}
        empty={{ title: t.noUsers, text: t.noUsersText }}
      />
    </Page>
  );
}
