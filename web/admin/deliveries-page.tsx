import { DeliveryTable } from '../deliveries/delivery-table.tsx';
import { answerOf, api } from '../frame/api.ts';
import { deliveryTexts as t } from '../texts/deliveries.ts';
import { Page } from '../ui/page.tsx';
import { keysetPage, keysetQuery } from '../ui/table/paging.ts';
import type { TableWish } from '../ui/table/table-types.ts';

const load = async (wish: TableWish) =>
  keysetPage(await answerOf(api.GET('/api/v1/deliveries', { params: { query: keysetQuery(wish) } })));

const leadHref = (leadId: string): string => `/admin/leads/${leadId}`;

/** Deliveries to all buyers. */
export default function DeliveriesPage() {
  return (
    <Page title={t.title} state={t.state}>
      <DeliveryTable load={load} withBuyers leadHref={leadHref} />
    </Page>
  );
}
