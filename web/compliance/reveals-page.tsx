import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { complianceTexts as t } from '../texts/compliance.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { EntityLink } from './entity-link.tsx';

type Reveal = Ok<'/api/v1/reveals', 'get'>['data'][number];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/reveals', { params: { query: offsetQuery(wish) } })));

const reasonOf = ({ reason, masked, erased }: Reveal): string =>
  erased ? t.noReason : masked ? t.masked : (reason ?? '–');

/** Who looked at masked fields of leads, and why. */
export default function RevealsPage() {
  const { nameOf, options } = useActorNames();
  const columns: TableColumn<Reveal>[] = [
    { id: 'time', label: t.time, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'person', label: t.person, cell: ({ userId }) => nameOf(userId) },
    {
      id: 'lead',
      label: t.lead,
      cell: ({ leadId }) => <EntityLink entity="lead" id={leadId} />,
      text: ({ leadId }) => leadId,
    },
    { id: 'fields', label: t.fields, cell: ({ fields }) => fields.join(', ') },
    { id: 'reason', label: t.reason, cell: reasonOf },
  ];
  const filters: readonly TableFilter[] = [
    { kind: 'choice', id: 'userId', label: t.person, options },
    { kind: 'text', id: 'leadId', label: t.lead },
    { kind: 'day', id: 'dateFrom', label: t.from },
    { kind: 'day', id: 'dateTo', label: t.until },
  ];
  return (
    <Page title={t.reveals} state={t.revealsState}>
      <DataTable
        name="reveals"
        label={t.revealsState}
        columns={columns}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={() => t.reveal}
        empty={{ title: t.noReveals, text: t.noRevealsText }}
      />
    </Page>
  );
}
