import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useGo } from '../../frame/use-go.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import { CAMPAIGN_ACTS, setCampaignStatus } from './campaign-status.ts';

interface OfCampaign {
  readonly campaign: Campaign;
}

/** What can be done with a campaign now. */
export function CampaignActs({ campaign }: OfCampaign) {
  const renew = useRenew();
  return (
    <>
      <Button component={Link} to={`/admin/partners/campaigns/${campaign.id}/edit`}>
        {t.editCampaign}
      </Button>
      <StatusActs
        acts={CAMPAIGN_ACTS}
        now={campaign.status}
        set={(status) => setCampaignStatus(campaign.id, status)}
        onDone={() => {
          tellDone(t.statusSaved);
          renew('campaigns');
        }}
      />
    </>
  );
}

/** Ends a campaign that never had a lead. */
export function RemoveCampaign({ campaign }: OfCampaign) {
  const client = useQueryClient();
  const go = useGo();
  const params = { path: { campaignId: campaign.id } };
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={campaign.name}
        act={() => answerOf(api.DELETE('/api/v1/campaigns/{campaignId}', { params }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/partners/campaigns');
          client.invalidateQueries({ queryKey: ['campaigns', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
