import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { useGo } from '../../frame/use-go.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { BuyerForm } from './buyer-form.tsx';
import { buyerBody } from './buyer-values.ts';

type Made = Ok<'/api/v1/buyers', 'post'>;

/** Makes a buyer. */
export default function NewBuyerPage() {
  const renew = useRenew();
  const go = useGo();
  const done = (answer: unknown): void => {
    const { id, name } = (answer as Made).data;
    tellDone(t.made(name));
    renew('buyers');
    go(`/admin/buyers/${id}`);
  };
  return (
    <Page title={t.newBuyer} state={t.newText} above={{ title: t.buyers, href: '/admin/buyers' }}>
      <BuyerForm
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/buyers', { body: buyerBody(values) }))}
        onSaved={done}
        onCancel={() => go('/admin/buyers')}
      />
    </Page>
  );
}
