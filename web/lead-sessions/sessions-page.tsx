import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { paths } from '../client.gen.ts';
import { answerOf, api } from '../frame/api.ts';
import { useNames } from '../frame/use-names.ts';
import { leadSessionTexts as t } from '../texts/lead-sessions.ts';
import { count, exactTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time, useZone } from '../ui/time.tsx';

type Session = paths['/api/v1/sessions']['get']['responses'][200]['content']['application/json']['data'][number];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/sessions', { params: { query: offsetQuery(wish) } })));

const TONES = { active: 'info', submitted: 'good', completed: 'good', expired: 'none' } as const;

/** Leads that forms bring together step by step: how far each is, and never what was answered. */
export default function SessionsPage() {
  const campaigns = useNames('campaigns');
  const zone = useZone();
  const columns: TableColumn<Session>[] = [
    { id: 'begun', label: t.columnBegun, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'campaign', label: t.columnCampaign, cell: ({ campaignId }) => campaigns.nameOf(campaignId) },
    {
      id: 'state',
      label: t.columnState,
      cell: ({ status }) => <Status value={status} label={t.states[status]} tone={TONES[status]} />,
      text: ({ status }) => t.states[status],
    },
    { id: 'step', label: t.columnStep, numeric: true, cell: (row) => t.step(row.currentStep, row.totalSteps) },
    { id: 'changed', label: t.columnChanged, cell: ({ updatedAt }) => <Time at={updatedAt} />, extra: true },
    { id: 'lead', label: t.columnLead, cell: (row) => <LeadOf row={row} /> },
    { id: 'further', label: t.columnFurther, numeric: true, cell: ({ coregCount }) => count(coregCount) },
    { id: 'ends', label: t.columnEnds, cell: ({ expiresAt }) => <Time at={expiresAt} />, extra: true },
  ];
  const states = Object.entries(t.states).map(([value, label]) => ({ value, label }));
  return (
    <Page title={t.title} state={t.state}>
      <DataTable
        name="lead-sessions"
        label={t.label}
        columns={columns}
        filters={[
          { kind: 'choice', id: 'status', label: t.columnState, options: states },
          { kind: 'choice', id: 'campaignId', label: t.columnCampaign, options: campaigns.options },
        ]}
        load={load}
        rowId={({ id }) => id}
        rowName={({ createdAt }) => exactTime(createdAt, zone)}
        empty={{ title: t.none, text: t.noneText }}
      />
    </Page>
  );
}

function LeadOf({ row }: { readonly row: Session }) {
  const { primaryLeadId, refusal } = row;
  if (primaryLeadId === null) return refusal === null ? '–' : refusal === 'duplicate' ? t.noLead : t.notTaken;
  return (
    <Anchor component={Link} size="sm" to={`/admin/leads/${primaryLeadId}`}>
      {t.toLead}
    </Anchor>
  );
}
