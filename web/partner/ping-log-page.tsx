import { PingLogTable } from '../campaigns/ping-log-table.tsx';
import { answerOf, api } from '../frame/api.ts';
import { pingTexts as t } from '../texts/ping-log.ts';
import { Page } from '../ui/page.tsx';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TableWish } from '../ui/table/table-types.ts';
import { leadHref } from './own-lead.ts';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/partner/ping-log', { params: { query: keysetQuery(wish) } })));

/** The partner's pings, and what was quoted. */
export default function PingLogPage() {
  return (
    <Page title={t.pingLog} state={t.pingLogText}>
      <PingLogTable load={load} withPartners={false} leadHref={leadHref} />
    </Page>
  );
}
