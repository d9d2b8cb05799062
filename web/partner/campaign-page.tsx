import { Anchor, Code, Grid, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnCampaign, OwnCampaignWhole } from '../campaigns/campaign-types.ts';
import { PostingDetails } from '../campaigns/posting-details.tsx';
import { SpecLink } from '../campaigns/spec-link.tsx';
import { TestPost } from '../campaigns/test-post.tsx';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { useMay } from '../frame/session.tsx';
import { campaignTexts } from '../texts/campaigns.ts';
import { partnerPortalTexts as t } from '../texts/partner.ts';
import { Facts } from '../ui/facts.tsx';
import { count } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Payout } from '../campaigns/payout.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { valueText } from '../ui/value-text.ts';
import { leadHref } from './own-lead.ts';

/** One campaign: whether it takes leads, how to post to it, and a test post. */
export default function CampaignPage() {
  const id = usePageParam('campaignId');
  const campaign = useQuery({
    queryKey: ['campaigns', 'one', id],
    queryFn: async () => (await answerOf(api.GET('/api/partner/campaigns/{id}', { params: { path: { id } } }))).data,
  });
  return <Loaded query={campaign}>{(loaded) => <CampaignWhole campaign={loaded} />}</Loaded>;
}

const CampaignWhole = ({ campaign }: { readonly campaign: OwnCampaignWhole }) => (
  <Page
    title={campaign.name}
    above={{ title: t.campaigns, href: '/partner/campaigns' }}
    state={
      <span>
        <Status value={campaign.status} /> {sentenceOf(campaign)}
      </span>
    }
  >
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          <Section title={campaignTexts.posting}>
            <PostingDetails spec={campaign.postingSpec} />
          </Section>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <About campaign={campaign} />
          <SpecLink campaignId={campaign.id} specUrl={campaign.specUrl} />
          <Trial campaign={campaign} />
        </Stack>
      </Grid.Col>
    </Grid>
  </Page>
);

function sentenceOf({ status, inSetup }: OwnCampaign): string {
  if (status !== 'active' && status !== 'testing') return t.closed;
  if (inSetup) return t.inSetup;
  return status === 'testing' ? t.takesTests : t.takes;
}

/** A test post, for who may. */
function Trial({ campaign }: { readonly campaign: OwnCampaignWhole }) {
  if (!useMay()('leads:test')) return null;
  return (
    <Section title={t.test}>
      <TestPost campaignId={campaign.id} sample={campaign.postingSpec.sampleBody} leadHref={leadHref} />
    </Section>
  );
}

const About = ({ campaign }: { readonly campaign: OwnCampaignWhole }) => (
  <Section title={t.about}>
    <Facts
      facts={[
        [t.vertical, campaign.verticalName],
        ...(campaign.offerName === null || campaign.offerId === null
          ? []
          : [
              [
                t.offer,
                <Anchor key="offer" component={Link} to={`/partner/offers/${campaign.offerId}`}>
                  {campaign.offerName}
                </Anchor>,
              ] as const,
            ]),
        [t.payout, <Payout key="payout" campaign={campaign} />],
        [t.leadCount, count(campaign.leadCount)],
        [t.keyPrefix, campaign.postingKeyPrefix === null ? null : <Code key="key">{campaign.postingKeyPrefix}</Code>],
        [t.deadline, campaignTexts.seconds(campaign.responseDeadlineMs / 1000)],
        [t.consentRequired, valueText(campaign.consentRequired)],
        [t.strictFields, valueText(campaign.strictFields)],
      ]}
    />
    <Group gap="md">
      <Anchor component={Link} to={`/partner/leads?campaignId=${campaign.id}`}>
        {t.toLeads}
      </Anchor>
      <Anchor component={Link} to={`/partner/posting-log?campaignId=${campaign.id}`}>
        {t.toLog}
      </Anchor>
    </Group>
  </Section>
);
