import { Button, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Ok } from '../../frame/ok.ts';
import { usePageSearch } from '../../frame/page-search.ts';
import { useGo } from '../../frame/use-go.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { Page } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { tellDone } from '../../ui/tell.ts';
import { CampaignForm } from './campaign-form.tsx';
import { blankCampaign, campaignBody } from './campaign-values.ts';

type Made = Ok<'/api/v1/campaigns', 'post'>['data'];

const ABOVE = { title: t.campaigns, href: '/admin/partners/campaigns' };

/** Makes a campaign; its posting key is shown here and nowhere else. */
export default function NewCampaignPage() {
  const [{ partnerId = '', offerId = '', verticalId = '' }] = usePageSearch();
  const [made, setMade] = useState<Made>();
  const renew = useRenew();
  const go = useGo();
  if (made)
    return (
      <Page title={t.made(made.name)} above={ABOVE}>
        <Stack maw={720}>
          <ShownOnce title={t.postingKey} text={t.postingKeyText} secret={made.postingKey} />
          <Group>
            <Button component={Link} to={`/admin/partners/campaigns/${made.id}`}>
              {t.toCampaign}
            </Button>
          </Group>
        </Stack>
      </Page>
    );
  return (
    <Page title={t.newCampaign} state={t.newText} above={ABOVE}>
      <CampaignForm
        initial={blankCampaign({ partnerId, offerId, verticalId })}
        isKept={false}
        label={t.make}
        save={(values) => answerOf(api.POST('/api/v1/campaigns', { body: campaignBody(values) }))}
        onSaved={(answer) => {
          const campaign = (answer as { data: Made }).data;
          tellDone(t.made(campaign.name));
          setMade(campaign);
          renew('campaigns', 'partners');
        }}
        onCancel={() => go(ABOVE.href)}
      />
    </Page>
  );
}
