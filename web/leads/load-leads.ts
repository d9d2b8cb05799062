import { answerOf, api } from '../frame/api.ts';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TablePage, TableWish } from '../ui/table/table-types.ts';
import type { LeadListed } from './lead-types.ts';

/** A page of leads, personal fields masked. */
export async function loadLeads(wish: TableWish): Promise<TablePage<LeadListed>> {
  const query = { ...keysetQuery(wish), masked: 'true' } as const;
  return keysetPage(await answerOf(api.GET('/api/v1/leads', { params: { query } })));
}
