import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { AccountStatus } from '../invitations/account-status.tsx';
import { companyTexts as t } from '../texts/companies.ts';
import { Loaded } from '../ui/loaded.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { roleName } from '../ui/words.ts';

type Person = Ok<'/api/v1/users', 'get'>['data'][number];
type Company = { readonly buyerId: string } | { readonly partnerId: string };

const COLUMNS: readonly TableColumn<Person>[] = [
  {
    id: 'name',
    label: t.peopleName,
    cell: ({ id, name, email }) => (
      <Anchor component={Link} to={`/admin/settings/users/${id}`} fz="inherit">
        {name || email}
      </Anchor>
    ),
  },
  { id: 'email', label: t.email, cell: (person) => person.email },
  { id: 'role', label: t.peopleRole, cell: (person) => roleName(person.role) },
  { id: 'status', label: t.peopleStatus, cell: (person) => <AccountStatus account={person} /> },
  { id: 'last', label: t.peopleLast, cell: (person) => <Time at={person.lastSignInAt} /> },
];

/** Who of a buyer or partner signs in. */
export function CompanyPeople({ company }: { readonly company: Company }) {
  const people = useQuery({
    queryKey: ['users', 'of', company],
    queryFn: () => answerOf(api.GET('/api/v1/users', { params: { query: { ...company, limit: '100' } } })),
  });
  return (
    <Loaded query={people}>
      {({ data }) => (
        <SmallTable label={t.people} columns={COLUMNS} rows={data} rowId={({ id }) => id} empty={t.noPeople} />
      )}
    </Loaded>
  );
}
