import { PostingLogTable } from '../campaigns/posting-log-table.tsx';
import { answerOf, api } from '../frame/api.ts';
import { postingTexts as t } from '../texts/posting-log.ts';
import { Page } from '../ui/page.tsx';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TableWish } from '../ui/table/table-types.ts';
import { leadHref } from './own-lead.ts';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/partner/posting-log', { params: { query: keysetQuery(wish) } })));

/** The partner's posts, and their answers. */
export default function PostingLogPage() {
  return (
    <Page title={t.postingLog} state={t.postingLogText}>
      <PostingLogTable load={load} withPartners={false} leadHref={leadHref} />
    </Page>
  );
}
