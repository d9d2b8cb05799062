import { Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePageParam } from '../frame/page-param.ts';
import { PageFailed, PageLoading } from '../frame/page-states.tsx';
import { useMay } from '../frame/session.tsx';
import { useNames } from '../frame/use-names.ts';
import { LeadChecks } from '../checks/lead-checks.tsx';
import { CorrectLead } from '../leads/correct-lead.tsx';
import { LeadActs } from '../leads/lead-acts.tsx';
import { LeadAudit } from '../leads/lead-audit.tsx';
import { LeadDispositions } from '../leads/lead-dispositions.tsx';
import { LeadFamily } from '../leads/lead-family.tsx';
import { LeadFields } from '../leads/lead-fields.tsx';
import { historyOf } from '../leads/lead-history.ts';
import { LeadNotes } from '../leads/lead-notes.tsx';
import type { LeadWhole } from '../leads/lead-types.ts';
import { ResolveSale } from '../leads/resolve-sale.tsx';
import { useLead } from '../leads/use-lead.ts';
import { useWaterfall } from '../leads/use-waterfall.ts';
import { dispositionTexts } from '../texts/dispositions.ts';
import { leadActTexts } from '../texts/lead-acts.ts';
import { leadTexts as t } from '../texts/leads.ts';
import { Facts } from '../ui/facts.tsx';
import { exactTime } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { Time, useZone } from '../ui/time.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { WaterfallView } from '../ui/waterfall.tsx';
import { inWords } from '../ui/words.ts';
import { personHref } from './people/person-columns.tsx';

/** One lead: what it is, why it went where it went, what happened, and who looked. */
export default function LeadPage() {
  const lead = useLead(usePageParam('leadId'));
  if (lead.isPending) return <PageLoading />;
  if (lead.isError) return <PageFailed error={lead.error} onRetry={() => lead.refetch()} />;
  return <Lead lead={lead.data} />;
}

interface Parts {
  readonly lead: LeadWhole;
  readonly waterfall: ReturnType<typeof useWaterfall>;
}

function Lead({ lead }: { readonly lead: LeadWhole }) {
  const may = useMay();
  const waterfall = useWaterfall(lead.id);
  const uncertain = waterfall.data?.data.find((row) => row.disposition === 'pending' && row.saleId !== null);
  return (
    <Page
      title={t.lead(lead.shortId)}
      above={{ title: t.leads, href: '/admin/leads' }}
      state={<Headline lead={lead} />}
    >
      {uncertain && may('sales:resolve') ? <ResolveSale row={uncertain} /> : null}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Main lead={lead} waterfall={waterfall} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Beside lead={lead} waterfall={waterfall} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Why it went where it went, what can be done, what it says, and what became of it. */
function Main({ lead, waterfall }: Parts) {
  const may = useMay();
  const rows = waterfall.data?.data ?? [];
  const hadBy = rows
    .filter(({ disposition }) => disposition === 'delivered' || disposition === 'returned')
    .map(({ buyerId, buyerName }) => ({ value: buyerId, label: buyerName }));
  return (
    <Stack gap="md">
      <Section title={t.why}>
        <Why waterfall={waterfall} />
      </Section>
      <LeadActs lead={lead} sales={rows.filter(({ disposition }) => disposition === 'delivered')} />
      <Section title={t.fields}>
        <LeadFields lead={lead} />
        {lead.status !== 'erased' && may('leads:act') ? (
          <Group>
            <CorrectLead leadId={lead.id} />
          </Group>
        ) : null}
      </Section>
      {hadBy.length > 0 && may('dispositions:read') ? (
        <Section title={dispositionTexts.title}>
          <LeadDispositions leadId={lead.id} buyers={hadBy} />
        </Section>
      ) : null}
    </Stack>
  );
}

/** What is known about it, what happened, and who looked. */
function Beside({ lead, waterfall }: Parts) {
  const may = useMay();
  return (
    <Stack gap="md">
      <Section title={t.facts}>
        <LeadFacts lead={lead} />
      </Section>
      <Section title={t.history}>
        <Timeline entries={historyOf(lead, waterfall.data)} />
      </Section>
      {lead.sessionId === null ? null : (
        <Section title={t.family}>
          <LeadFamily lead={lead} sessionId={lead.sessionId} />
        </Section>
      )}
      {may('checks:read') ? <LeadChecks leadId={lead.id} /> : null}
      {may('lead-notes:read') ? (
        <Section title={leadActTexts.notes}>
          <LeadNotes leadId={lead.id} />
        </Section>
      ) : null}
      {may('audit:read') ? (
        <Section title={t.audit}>
          <LeadAudit leadId={lead.id} />
        </Section>
      ) : null}
    </Stack>
  );
}

const Headline = ({ lead }: { readonly lead: LeadWhole }) => (
  <span>
    <Status value={lead.status} /> {t.receivedAt} <Time at={lead.createdAt} />
    {lead.isTest ? ` · ${t.testText}` : lead.rejectionReason ? ` · ${lead.rejectionReason}` : null}
  </span>
);

function Why({ waterfall }: { readonly waterfall: ReturnType<typeof useWaterfall> }) {
  const zone = useZone();
  if (waterfall.isPending) return <PageLoading />;
  if (waterfall.isError) return <PageFailed error={waterfall.error} onRetry={() => waterfall.refetch()} />;
  const { data, decidedAt, configurationVersion } = waterfall.data;
  if (decidedAt === null || configurationVersion === null) return <Text c="dimmed">{t.noDecision}</Text>;
  return (
    <>
      <WaterfallView rows={data} />
      <Text size="sm" c="dimmed">
        {t.decidedAt(exactTime(decidedAt, zone), configurationVersion)}
      </Text>
    </>
  );
}

function LeadFacts({ lead }: { readonly lead: LeadWhole }) {
  const may = useMay();
  const campaigns = useNames('campaigns');
  const partners = useNames('partners');
  const verticals = useNames('verticals');
  const offers = useNames('offers');
  return (
    <Facts
      facts={[
        [t.columnCampaign, campaigns.nameOf(lead.campaignId)],
        [t.columnPartner, partners.nameOf(lead.partnerId)],
        [t.columnVertical, verticals.nameOf(lead.verticalId)],
        [t.columnOffer, offers.nameOf(lead.offerId)],
        [t.regime, lead.regime === null ? null : inWords(lead.regime)],
        [t.price, <Money key="price" amount={lead.price} />],
        [t.payout, <Money key="payout" amount={lead.payout} />],
        ...(may('people:read') ? [[t.person, <ToPerson key="person" personId={lead.personId} />] as const] : []),
      ]}
    />
  );
}

/** The way to whose lead it is; nothing where nobody can be known by it. */
const ToPerson = ({ personId }: { readonly personId: string | null }) =>
  personId === null ? (
    t.noPerson
  ) : (
    <Anchor component={Link} to={personHref(personId)} fz="inherit">
      {t.toPerson}
    </Anchor>
  );
