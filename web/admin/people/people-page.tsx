import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useNames } from '../../frame/use-names.ts';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { keysetPage, keysetQuery, offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import type { TableFilter, TablePage, TableWish } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { FindPerson } from './find-person.tsx';
import { personColumns, personHref, PersonStatus } from './person-columns.tsx';

/** A page of people, masked: by a cursor as they came, by offset in any other order. */
async function loadPeople(wish: TableWish): Promise<TablePage<Person>> {
  const query = { ...(wish.sort === undefined ? keysetQuery(wish) : offsetQuery(wish)), masked: 'true' } as const;
  const { data, pagination } = await answerOf(api.GET('/api/v1/people', { params: { query } }));
  return 'offset' in pagination ? offsetPage({ data, pagination }) : keysetPage({ data, pagination });
}

/** How people are narrowed. Nothing personal: what is chosen stands in the address. */
function usePeopleFilters(): readonly TableFilter[] {
  const verticals = useNames('verticals').options;
  const statuses = Object.entries(t.statuses).map(([value, label]) => ({ value, label }));
  return [
    { kind: 'choice', id: 'status', label: t.columnStatus, options: statuses },
    { kind: 'choice', id: 'verticalId', label: t.vertical, options: verticals },
    { kind: 'text', id: 'state', label: t.filterState },
    { kind: 'text', id: 'tags', label: t.filterTags },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
}

/** All people, and the way to one by an address or a number. */
export default function PeoplePage() {
  return (
    <Page title={t.title} state={t.state}>
      <Section title={t.findTitle}>
        <FindPerson />
      </Section>
      <DataTable
        name="people"
        csv={false}
        label={t.list}
        columns={personColumns}
        filters={usePeopleFilters()}
        load={loadPeople}
        rowId={({ id }) => id}
        rowName={({ displayId }) => t.person(displayId)}
        rowHref={({ displayId }) => personHref(displayId)}
        panel={(person) => <PersonEssentials person={person} />}
        empty={{
          title: t.noPeople,
          text: t.noPeopleText,
          action: (
            <Anchor component={Link} to="/admin/leads">
              {t.toLeads}
            </Anchor>
          ),
        }}
      />
    </Page>
  );
}

const PersonEssentials = ({ person }: { readonly person: Person }) => (
  <Facts
    facts={[
      [t.columnStatus, <PersonStatus key="status" person={person} />],
      ...personColumns.slice(1, 5).map(({ label, cell }) => [label, cell(person)] as const),
      [t.columnLeads, person.leadCount],
      [t.columnTags, person.tags.join(', ') || null],
      [t.columnFirst, <Time key="first" at={person.createdAt} />],
      [t.columnLast, person.lastActivityAt === null ? null : <Time key="last" at={person.lastActivityAt} />],
    ]}
  />
);
