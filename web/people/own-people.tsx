import { peopleTexts as t } from '../texts/people.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { blockOf, type OwnSide } from './own-side.ts';
import { namedColumns } from './person-columns.tsx';
import type { OwnPerson } from './person-types.ts';

const columnsOf = ({ words }: OwnSide): readonly TableColumn<OwnPerson>[] => [
  { id: 'person', label: t.columnPerson, cell: ({ id }) => blockOf(id) },
  namedColumns.name,
  namedColumns.phone,
  namedColumns.email,
  namedColumns.state,
  { id: 'leads', label: t.columnLeads, numeric: true, cell: ({ leadCount }) => leadCount },
  { id: 'total', label: words.total, numeric: true, cell: ({ total }) => <Money amount={total} /> },
  { id: 'last', label: words.last, cell: ({ lastActivityAt }) => <Time at={lastActivityAt} /> },
];

/** The people of a buyer's or a partner's own leads. */
export const OwnPeople = ({ side }: { readonly side: OwnSide }) => (
  <Page title={t.title} state={side.words.state}>
    <DataTable
      name="people"
      csv={false}
      label={t.title}
      columns={columnsOf(side)}
      load={side.load}
      rowId={({ id }) => id}
      rowName={({ id }) => t.person(blockOf(id))}
      rowHref={({ id }) => `${side.base}/people/${id}`}
      panel={(person) => <Facts facts={columnsOf(side).map(({ label, cell }) => [label, cell(person)] as const)} />}
      empty={{ title: t.noPeople, text: side.words.noPeople }}
    />
  </Page>
);
