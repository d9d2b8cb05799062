import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { useGo } from '../../frame/use-go.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { VerticalForm } from './vertical-form.tsx';
import { verticalBody } from './vertical-values.ts';

type Made = Ok<'/api/v1/verticals', 'post'>;

/** Makes a vertical. */
export default function NewVerticalPage() {
  const renew = useRenew();
  const go = useGo();
  const done = (answer: unknown): void => {
    const { id, name } = (answer as Made).data;
    tellDone(t.made(name));
    renew('verticals');
    go(`/admin/verticals/${id}`);
  };
  return (
    <Page title={t.newVertical} state={t.newText} above={{ title: t.verticals, href: '/admin/verticals' }}>
      <VerticalForm
        fields={[]}
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/verticals', { body: verticalBody(values) }))}
        onSaved={done}
        onCancel={() => go('/admin/verticals')}
      />
    </Page>
  );
}
