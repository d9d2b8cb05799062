import type { Person } from '../../people/person-types.ts';
import { namedColumns } from '../../people/person-columns.tsx';
import { peopleTexts as t } from '../../texts/people.ts';
import { Status } from '../../ui/status.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';

/** Whether a person counts, was merged, or is hidden from lists. */
export const PersonStatus = ({ person: { status } }: { readonly person: Person }) => (
  <Status value={status} label={t.statuses[status]} />
);

export const personHref = (ref: string): string => `/admin/people/${ref}`;

/** The columns of a list of people that staff look at. */
export const personColumns: readonly TableColumn<Person>[] = [
  { id: 'person', label: t.columnPerson, cell: ({ displayId }) => displayId, sort: 'displayId' },
  namedColumns.name,
  namedColumns.email,
  namedColumns.phone,
  { ...namedColumns.state, sort: 'state' },
  { id: 'leads', label: t.columnLeads, numeric: true, cell: ({ leadCount }) => leadCount, sort: 'leadCount' },
  {
    id: 'last',
    label: t.columnLast,
    cell: ({ lastActivityAt: at }) => (at === null ? '–' : <Time at={at} />),
    sort: 'lastActivityAt',
  },
  { id: 'tags', label: t.columnTags, cell: ({ tags }) => tags.join(', ') || '–' },
  {
    id: 'status',
    label: t.columnStatus,
    cell: (person) => <PersonStatus person={person} />,
    extra: true,
    sort: 'status',
  },
  {
    id: 'first',
    label: t.columnFirst,
    cell: ({ createdAt }) => <Time at={createdAt} />,
    extra: true,
    sort: 'createdAt',
  },
];
