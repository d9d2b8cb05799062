import { answerOf, api } from '../frame/api.ts';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { complianceTexts as t, ENTITY_WORDS } from '../texts/compliance.ts';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { actionWords, entityWords } from './action-words.ts';
import type { AuditEvent } from './audit-event.ts';
import { AuditPanel } from './audit-panel.tsx';
import { EntityLink } from './entity-link.tsx';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/audit-logs', { params: { query: offsetQuery(wish) } })));

/** Beginnings of actions that no event is about. */
const NO_ENTITIES: ReadonlySet<string> = new Set(['audit', 'factor', 'caller', 'report']);

const FILTERS: readonly TableFilter[] = [
  { kind: 'text', id: 'action', label: t.action, hint: t.actionHint },
  {
    kind: 'choice',
    id: 'entityType',
    label: t.entityType,
    options: Object.entries(ENTITY_WORDS)
      .filter(([value]) => !NO_ENTITIES.has(value))
      .map(([value, label]) => ({ value, label })),
  },
  { kind: 'text', id: 'entityId', label: t.entityId },
];
const DAYS: readonly TableFilter[] = [
  { kind: 'day', id: 'dateFrom', label: t.from },
  { kind: 'day', id: 'dateTo', label: t.until },
];

/** The audit trail: who did what, when, from where. */
export default function AuditPage() {
  const actors = useActorNames();
  const columns: TableColumn<AuditEvent>[] = [
    { id: 'time', label: t.time, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'action', label: t.action, cell: ({ action }) => actionWords(action) },
    {
      id: 'entity',
      label: t.entity,
      cell: (event) => <About event={event} />,
      text: ({ entityType, entityIds }) => `${entityWords(entityType)} ${entityIds.join(' ')}`,
    },
    { id: 'outcome', label: t.outcome, cell: ({ outcome }) => <Status value={outcome} /> },
    { id: 'actor', label: t.actor, cell: (event) => actorOf(event, actors.nameOf) },
    { id: 'classes', label: t.classes, cell: ({ phiClasses }) => phiClasses.map(inWords).join(', ') || '–' },
    { id: 'address', label: t.address, cell: ({ ipAddress }) => ipAddress ?? '–' },
    { id: 'request', label: t.request, cell: ({ requestId }) => requestId ?? '–', extra: true },
  ];
  const who: TableFilter = { kind: 'choice', id: 'userId', label: t.actor, options: actors.options };
  return (
    <Page title={t.audit} state={t.auditState}>
      <DataTable
        name="audit"
        label={t.auditState}
        columns={columns}
        filters={[...FILTERS, who, ...DAYS]}
        load={load}
        rowId={({ id }) => id}
        rowName={({ action }) => actionWords(action)}
        panel={(event) => <AuditPanel event={event} actor={actorOf(event, actors.nameOf)} />}
        empty={{ title: t.noEvents, text: t.noEventsText }}
      />
    </Page>
  );
}

/** Who acted: by name where it is known, else as what. */
function actorOf({ userId, actorKind }: AuditEvent, nameOf: (id: string) => string): string {
  const name = nameOf(userId);
  return name === userId ? inWords(actorKind) : name;
}

const About = ({ event: { entityType, entityIds } }: { readonly event: AuditEvent }) => {
  const [first] = entityIds;
  if (first === undefined) return '–';
  return (
    <>
      <EntityLink entity={entityType} id={first} />
      {entityIds.length > 1 ? ` ${t.others(entityIds.length - 1)}` : null}
    </>
  );
};
