import { Anchor, Grid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CampaignState } from '../../campaigns/campaign-state.tsx';
import { CampaignUse } from '../../contracts/cap-use.tsx';
import type { Campaign, PostingSpec } from '../../campaigns/campaign-types.ts';
import { PostingDetails } from '../../campaigns/posting-details.tsx';
import { PostingKeys } from '../../campaigns/posting-keys.tsx';
import { SpecLink } from '../../campaigns/spec-link.tsx';
import { CampaignChecks } from '../../checks/campaign-checks.tsx';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { testPostTexts } from '../../texts/test-post.ts';
import { TestPost } from '../../campaigns/test-post.tsx';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { partnerTexts } from '../../texts/partners.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Payout } from '../../campaigns/payout.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { valueText } from '../../ui/value-text.ts';
import { CampaignActs, RemoveCampaign } from './campaign-acts.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import { SetupLinks } from './setup-links.tsx';
import { ShadowReport } from './shadow-report.tsx';
import { WouldSell } from './would-sell.tsx';
import { useCampaign } from './use-campaign.ts';

const leadHref = (shortId: string): string => `/admin/leads/${shortId}`;

/** One campaign: whether it takes leads, how to post to it, and its keys. */
export default function CampaignPage() {
  const campaign = useCampaign(usePageParam('campaignId'));
  return (
    <Loaded query={campaign}>
      {(loaded) => <CampaignWhole campaign={loaded} postingSpec={loaded.postingSpec} specUrl={loaded.specUrl} />}
    </Loaded>
  );
}

interface CampaignWholeProps {
  readonly campaign: Campaign;
  readonly postingSpec: PostingSpec;
  readonly specUrl: string;
}

function CampaignWhole({ campaign, postingSpec: spec, specUrl }: CampaignWholeProps) {
  const may = useMay();
  const mayWrite = may('campaigns:write');
  return (
    <Page
      title={campaign.name}
      above={{ title: t.campaigns, href: '/admin/partners/campaigns' }}
      state={<CampaignState campaign={campaign} />}
      action={mayWrite ? <CampaignActs campaign={campaign} /> : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {mayWrite ? (
              <Section title={testPostTexts.title}>
                <TestPost campaignId={campaign.id} sample={spec.sampleBody} leadHref={leadHref} />
              </Section>
            ) : null}
            {may('leads:try') ? <WouldSell campaignId={campaign.id} /> : null}
            <Section title={t.posting}>
              <PostingDetails spec={spec} />
            </Section>
            {may('checks:read') ? <CampaignChecks campaignId={campaign.id} /> : null}
            {may('decisions:read') ? <ShadowReport campaign={campaign} /> : null}
            <CampaignFields campaign={campaign} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <CampaignUse campaignId={campaign.id} />
            <AboutCampaign campaign={campaign} />
            <SpecLink campaignId={campaign.id} specUrl={specUrl} />
            {mayWrite ? <SetupLinks campaignId={campaign.id} /> : null}
            {may('api-keys:manage') ? (
              <Section title={t.postingKeys}>
                <PostingKeys campaign={campaign} />
              </Section>
            ) : null}
            {mayWrite ? <RemoveCampaign campaign={campaign} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function AboutCampaign({ campaign }: { readonly campaign: Campaign }) {
  const may = useMay();
  const link = (to: string, name: string | null) => (
    <Anchor component={Link} to={to}>
      {name}
    </Anchor>
  );
  const { partnerId, offerId, verticalId } = campaign;
  return (
    <Section title={t.about}>
      <Facts
        facts={[
          [t.partner, link(`/admin/partners/${partnerId}`, campaign.partnerName)],
          [t.offer, offerId === null ? t.offerNone : link(`/admin/offers/${offerId}`, campaign.offerName)],
          [t.vertical, verticalId === null ? null : link(`/admin/verticals/${verticalId}`, campaign.verticalName)],
          [t.pricingModel, <Payout key="cost" campaign={campaign} />],
          [t.deadline, t.seconds(campaign.responseDeadlineMs / 1000)],
          [t.consentRequired, valueText(campaign.consentRequired)],
          [t.strictFields, valueText(campaign.strictFields)],
          [t.notes, campaign.notes],
        ]}
      />
      {may('posting-log:all') ? (
        <Anchor component={Link} to={`/admin/partners/posting-log?campaignId=${campaign.id}`}>
          {partnerTexts.postingLog}
        </Anchor>
      ) : null}
    </Section>
  );
}
