import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { useActorNames } from '../people-access/use-actor-names.ts';
import { APPROVAL_WORDS, complianceTexts as t } from '../texts/compliance.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { ApprovalStatus } from './approval-status.tsx';
import type { Approval } from './approval-terms.ts';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/approvals', { params: { query: offsetQuery(wish) } })));

/** What takes two people. */
export default function ApprovalsPage() {
  const may = useMay();
  const { nameOf } = useActorNames();
  const columns: TableColumn<Approval>[] = [
    { id: 'what', label: t.what, cell: ({ action }) => APPROVAL_WORDS[action] },
    {
      id: 'status',
      label: t.status,
      cell: ({ status }) => <ApprovalStatus status={status} />,
      text: ({ status }) => inWords(status),
    },
    { id: 'by', label: t.requestedBy, cell: ({ requestedBy }) => nameOf(requestedBy) },
    { id: 'at', label: t.requestedAt, cell: ({ requestedAt }) => <Time at={requestedAt} /> },
    { id: 'reason', label: t.reason, cell: ({ reason }) => reason },
    { id: 'until', label: t.expiresAt, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
    { id: 'decided', label: t.decidedBy, cell: ({ decidedBy }) => (decidedBy === null ? '–' : nameOf(decidedBy)) },
  ];
  const ask =
    may('approvals:decide') && may('leads:export') ? (
      <Button component={Link} to="/admin/leads" leftSection={<IconFileExport size={16} aria-hidden />}>
        {t.ask}
      </Button>
    ) : null;
  return (
    <Page title={t.approvals} state={t.approvalsState} action={ask}>
      <DataTable
        name="approvals"
        label={t.approvals}
        columns={columns}
        load={load}
        rowId={({ id }) => id}
        rowName={({ action }) => APPROVAL_WORDS[action]}
        panel={(approval) => <ApprovalPanel approval={approval} nameOf={nameOf} />}
        empty={{ title: t.noApprovals, text: t.noApprovalsText, action: ask }}
      />
    </Page>
  );
}
