import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { useGo } from '../../frame/use-go.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { OfferForm } from './offer-form.tsx';
import { offerBody } from './offer-values.ts';

type Made = Ok<'/api/v1/offers', 'post'>;

/** Makes a offer. */
export default function NewOfferPage() {
  const renew = useRenew();
  const go = useGo();
  const done = (answer: unknown): void => {
    const { id, name } = (answer as Made).data;
    tellDone(t.made(name));
    renew('offers');
    go(`/admin/offers/${id}`);
  };
  return (
    <Page title={t.newOffer} state={t.newText} above={{ title: t.offers, href: '/admin/offers' }}>
      <OfferForm
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/offers', { body: offerBody(values) }))}
        onSaved={done}
        onCancel={() => go('/admin/offers')}
      />
    </Page>
  );
}
