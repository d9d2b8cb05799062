import { PingLogTable } from '../../campaigns/ping-log-table.tsx';
import { answerOf, api } from '../../frame/api.ts';
import { pingTexts as t } from '../../texts/ping-log.ts';
import { Page } from '../../ui/page.tsx';
import { keysetPage, keysetQuery } from '../../ui/table/paging.ts';
import type { TableWish } from '../../ui/table/table-types.ts';
import { PingBids } from './ping-bids.tsx';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/admin/ping-log', { params: { query: keysetQuery(wish) } })));

/** Pings of all partners, what was quoted, and what buyers said. */
export default function PingLogPage() {
  return (
    <Page title={t.pingLog} state={t.pingLogText}>
      <PingLogTable
        load={load}
        withPartners
        more={[{ id: 'asked', label: t.columnAsked, numeric: true, cell: ({ asked }) => asked }]}
        beside={({ id }) => <PingBids pingId={id} />}
        leadHref={(leadId) => `/admin/leads/${leadId}`}
      />
    </Page>
  );
}
