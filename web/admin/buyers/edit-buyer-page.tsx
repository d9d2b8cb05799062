import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useGo } from '../../frame/use-go.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { BuyerForm } from './buyer-form.tsx';
import type { Buyer } from './buyer-types.ts';
import { buyerBody } from './buyer-values.ts';
import { useBuyer } from './use-buyer.ts';

/** Changes what is said of a buyer. */
export default function EditBuyerPage() {
  const buyer = useBuyer(usePageParam('buyerId'));
  return <Loaded query={buyer}>{(loaded) => <Editing key={loaded.id} buyer={loaded} />}</Loaded>;
}

function Editing({ buyer }: { readonly buyer: Buyer }) {
  const renew = useRenew();
  const go = useGo();
  const href = `/admin/buyers/${buyer.id}`;
  const params = { path: { buyerId: buyer.id } };
  return (
    <Page title={t.editTitle(buyer.name)} above={{ title: buyer.name, href }}>
      <BuyerForm
        buyer={buyer}
        save={(values) => answerOf(api.PATCH('/api/v1/buyers/{buyerId}', { params, body: buyerBody(values) }))}
        onSaved={() => {
          tellDone(t.saved);
          renew('buyers');
          go(href);
        }}
        onCancel={() => go(href)}
      />
    </Page>
  );
}
