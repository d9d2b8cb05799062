import { PostingLogTable } from '../../campaigns/posting-log-table.tsx';
import { answerOf, api } from '../../frame/api.ts';
import { postingTexts as t } from '../../texts/posting-log.ts';
import { Page } from '../../ui/page.tsx';
import { keysetPage, keysetQuery } from '../../ui/table/paging.ts';
import type { TableWish } from '../../ui/table/table-types.ts';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/admin/posting-log', { params: { query: keysetQuery(wish) } })));

/** Posts of all partners, and their answers. */
export default function PostingLogPage() {
  return (
    <Page title={t.postingLog} state={t.postingLogText}>
      <PostingLogTable load={load} withPartners leadHref={(leadId) => `/admin/leads/${leadId}`} />
    </Page>
  );
}
