import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useGo } from '../../frame/use-go.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { PartnerForm } from './partner-form.tsx';
import { type Partner, partnerBody } from './partner-values.ts';
import { usePartner } from './use-partner.ts';

/** Changes what is said of a partner. */
export default function EditPartnerPage() {
  const partner = usePartner(usePageParam('partnerId'));
  return <Loaded query={partner}>{(loaded) => <Editing key={loaded.id} partner={loaded} />}</Loaded>;
}

function Editing({ partner }: { readonly partner: Partner }) {
  const renew = useRenew();
  const go = useGo();
  const href = `/admin/partners/${partner.id}`;
  const params = { path: { partnerId: partner.id } };
  return (
    <Page title={t.editTitle(partner.name)} above={{ title: partner.name, href }}>
      <PartnerForm
        partner={partner}
        save={(values) => answerOf(api.PATCH('/api/v1/partners/{partnerId}', { params, body: partnerBody(values) }))}
        onSaved={() => {
          tellDone(t.saved);
          renew('partners');
          go(href);
        }}
        onCancel={() => go(href)}
      />
    </Page>
  );
}
