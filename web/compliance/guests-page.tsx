import { answerOf, api } from '../frame/api.ts';
import { complianceTexts as t } from '../texts/compliance.ts';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { type Guest, GuestPanel, Presence, Verdict } from './guest-panel.tsx';

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/access-grants', { params: { query: offsetQuery(wish) } })));

const COLUMNS: readonly TableColumn<Guest>[] = [
  { id: 'guest', label: t.guest, cell: ({ guest }) => guest },
  {
    id: 'status',
    label: t.status,
    cell: (guest) => <Presence guest={guest} />,
    text: ({ status }) => (status === 'open' ? t.open : t.over),
  },
  { id: 'reason', label: t.reason, cell: ({ reason }) => reason },
  { id: 'ticket', label: t.ticket, cell: ({ ticket }) => ticket ?? '–' },
  { id: 'came', label: t.came, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'left', label: t.left, cell: ({ endedAt, expiresAt }) => <Time at={endedAt ?? expiresAt} /> },
  {
    id: 'verdict',
    label: t.verdict,
    cell: (guest) => <Verdict guest={guest} />,
    text: ({ verdict }) => (verdict === null ? t.notReviewed : verdict === 'accepted' ? t.accepted : t.questioned),
  },
];

/** Who of the installation looked in here. */
export default function GuestsPage() {
  return (
    <Page title={t.guests} state={t.guestsState}>
      <DataTable
        name="access-grants"
        label={t.guests}
        columns={COLUMNS}
        load={load}
        rowId={({ id }) => id}
        rowName={() => t.guest}
        panel={(guest) => <GuestPanel guest={guest} />}
        empty={{ title: t.noGuests, text: t.noGuestsText }}
      />
    </Page>
  );
}
