import type { Campaign } from '../../campaigns/campaign-types.ts';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useGo } from '../../frame/use-go.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { CampaignForm } from './campaign-form.tsx';
import { campaignBody, campaignValues } from './campaign-values.ts';
import { useCampaign } from './use-campaign.ts';

/** Changes what is said of a campaign. */
export default function EditCampaignPage() {
  const campaign = useCampaign(usePageParam('campaignId'));
  return <Loaded query={campaign}>{(loaded) => <Editing key={loaded.id} campaign={loaded} />}</Loaded>;
}

function Editing({ campaign }: { readonly campaign: Campaign }) {
  const renew = useRenew();
  const go = useGo();
  const href = `/admin/partners/campaigns/${campaign.id}`;
  const params = { path: { campaignId: campaign.id } };
  return (
    <Page title={t.editTitle(campaign.name)} above={{ title: campaign.name, href }}>
      <CampaignForm
        initial={campaignValues(campaign)}
        isKept
        save={(values) => {
          // The status has buttons of its own, which say what follows.
          const { status: _status, ...body } = campaignBody(values);
          return answerOf(api.PATCH('/api/v1/campaigns/{campaignId}', { params, body }));
        }}
        onSaved={() => {
          tellDone(t.saved);
          renew('campaigns');
          go(href);
        }}
        onCancel={() => go(href)}
      />
    </Page>
  );
}
