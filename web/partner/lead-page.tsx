import { Anchor, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { faultInWords, outcomeName } from '../campaigns/fault-in-words.ts';
import type { Posting } from '../campaigns/campaign-types.ts';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { useNames } from '../frame/use-names.ts';
import { LeadFields } from '../leads/lead-fields.tsx';
import type { LeadWhole } from '../leads/lead-types.ts';
import { useLead } from '../leads/use-lead.ts';
import { leadTexts } from '../texts/leads.ts';
import { partnerPortalTexts as t } from '../texts/partner.ts';
import { Facts } from '../ui/facts.tsx';
import { duration } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { ExactTime, Time } from '../ui/time.tsx';
import { Timeline, type TimelineEntry } from '../ui/timeline.tsx';

/** One lead that the partner posted: what was sent, and what came of it. */
export default function LeadPage() {
  const lead = useLead(usePageParam('leadId'));
  return <Loaded query={lead}>{(loaded) => <Lead lead={loaded} />}</Loaded>;
}

const usePostsOf = (leadId: string) =>
  useQuery({
    queryKey: ['posting-log', 'of', leadId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/partner/posting-log', { params: { query: { leadId, limit: '100' } } }))).data,
  });

const Lead = ({ lead }: { readonly lead: LeadWhole }) => (
  <Page
    title={leadTexts.lead(lead.shortId)}
    above={{ title: t.leads, href: '/partner/leads' }}
    state={
      <span>
        <Status value={lead.status} /> {t.received} <Time at={lead.createdAt} />
        {lead.isTest ? ` · ${t.testText}` : lead.rejectionReason ? ` · ${lead.rejectionReason}` : null}
      </span>
    }
  >
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Section title={t.fields}>
          <LeadFields lead={lead} />
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <About lead={lead} />
          <History lead={lead} />
        </Stack>
      </Grid.Col>
    </Grid>
  </Page>
);

function About({ lead }: { readonly lead: LeadWhole }) {
  const campaigns = useNames('campaigns');
  const { campaignId } = lead;
  return (
    <Section title={t.facts}>
      <Facts
        facts={[
          [t.status, <Status key="status" value={lead.status} />],
          [t.reason, lead.rejectionReason],
          [t.earned, <Money key="payout" amount={lead.payout} />],
          [
            t.campaign,
            campaignId === null ? null : (
              <Anchor key="campaign" component={Link} to={`/partner/campaigns/${campaignId}`}>
                {campaigns.nameOf(campaignId)}
              </Anchor>
            ),
          ],
          [leadTexts.columnReceived, <ExactTime key="time" at={lead.createdAt} />],
        ]}
      />
    </Section>
  );
}

/** The posts by which the lead came, with what each was answered. */
function History({ lead }: { readonly lead: LeadWhole }) {
  const posts = usePostsOf(lead.id);
  return (
    <Section title={t.history}>
      <Loaded query={posts}>{(rows) => <Timeline entries={entriesOf(lead, rows)} />}</Loaded>
    </Section>
  );
}

function entriesOf(lead: LeadWhole, posts: readonly Posting[]): TimelineEntry[] {
  if (posts.length === 0) return [{ id: lead.id, at: lead.createdAt, title: t.received }];
  const told = posts.map(({ id, at, outcome, durationMs, faults }) => ({
    id,
    at,
    title: t.posted(outcomeName(outcome)),
    text: [t.postTook(duration(durationMs)), ...faults.map(faultInWords)].join(' · '),
  }));
  return told.toReversed();
}
