import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { useGo } from '../../frame/use-go.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { PartnerForm } from './partner-form.tsx';
import { partnerBody } from './partner-values.ts';

type Made = Ok<'/api/v1/partners', 'post'>;

/** Makes a partner. */
export default function NewPartnerPage() {
  const renew = useRenew();
  const go = useGo();
  const done = (answer: unknown): void => {
    const { id, name } = (answer as Made).data;
    tellDone(t.made(name));
    renew('partners');
    go(`/admin/partners/${id}`);
  };
  return (
    <Page title={t.newPartner} state={t.newText} above={{ title: t.partners, href: '/admin/partners' }}>
      <PartnerForm
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/partners', { body: partnerBody(values) }))}
        onSaved={done}
        onCancel={() => go('/admin/partners')}
      />
    </Page>
  );
}
