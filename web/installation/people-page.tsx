import { answerOf, api } from '../frame/api.ts';
import { usePerson } from '../frame/session.tsx';
import { LOGIN_COLUMNS } from '../people-access/login-columns.tsx';
import { installationTexts as t } from '../texts/installation.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableFilter, TableWish } from '../ui/table/table-types.ts';
import { inWords, roleName } from '../ui/words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Facts } from '../ui/facts.tsx';
import { Anchor, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { personBulkActs } from './person-bulk-acts.ts';
import { PERSON_COLUMNS } from './person-columns.tsx';
import { type TenantPerson, tenantHref } from './tenant-types.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/superadmin/users', { params: { query: offsetQuery(wish) } })));

const ROLES = [
  'superadmin',
  'owner',
  'admin',
  'analyst',
  'compliance',
  'support',
  'buyer',
  'partner',
  'practice_owner',
  'practice_admin',
  'practice_member',
];
const FILTERS: readonly TableFilter[] = [
  { kind: 'choice', id: 'role', label: t.role, options: ROLES.map((value) => ({ value, label: roleName(value) })) },
  {
    kind: 'choice',
    id: 'status',
    label: t.status,
    options: ['active', 'invited', 'inactive'].map((value) => ({ value, label: inWords(value) })),
  },
];

/** Accounts of all organizations. */
export default function PeoplePage() {
  const { act: _act, ...columns } = PERSON_COLUMNS;
  const { id: ownId } = usePerson();
  return (
    <Page title={t.people} state={t.peopleState}>
      <DataTable
        name="tenant-people"
        label={t.peopleState}
        columns={Object.values(columns)}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={() => t.personPanel}
        chosenName={({ email }) => email}
        acts={personBulkActs(ownId)}
        panel={(person) => <PersonPanel person={person} />}
        empty={{ title: t.noPeople, text: t.noPeopleText }}
      />
    </Page>
  );
}

const { email, name, role, status, last, act } = PERSON_COLUMNS;

const PersonPanel = ({ person }: { readonly person: TenantPerson }) => (
  <Stack>
    <Facts
      facts={[
        ...[email, name, role, status, last].map(({ label, cell }) => [label, cell(person)] as const),
        [
          t.organization,
          <Anchor key="organization" component={Link} to={tenantHref(person.tenantId)}>
            {person.tenantSlug}
          </Anchor>,
        ],
        [act.label, act.cell(person)],
      ]}
    />
    <Title order={3}>{t.tries}</Title>
    <Tries userId={person.id} />
  </Stack>
);

const FEW = '10';
const SHOWN = LOGIN_COLUMNS.filter(({ id }) => id === 'time' || id === 'outcome' || id === 'device');

function Tries({ userId }: { readonly userId: string }) {
  const params = { path: { userId }, query: { limit: FEW } };
  const tries = useQuery({
    queryKey: ['tenant-people', 'tries', userId],
    queryFn: async () => (await answerOf(api.GET('/api/superadmin/users/{userId}/login-activity', { params }))).data,
  });
  return (
    <Loaded query={tries}>
      {(rows) => <SmallTable label={t.tries} columns={SHOWN} rows={rows} rowId={({ id }) => id} empty={t.noTries} />}
    </Loaded>
  );
}
