import { Anchor, Grid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { companyFacts } from '../../companies/company-facts.ts';
import { CompanyPeople } from '../../companies/company-people.tsx';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { companyTexts } from '../../texts/companies.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Facts } from '../../ui/facts.tsx';
import { plural } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { PartnerActs, RemovePartner } from './partner-acts.tsx';
import { PartnerCampaigns } from './partner-campaigns.tsx';
import type { Partner } from './partner-values.ts';
import { usePartner } from './use-partner.ts';

/** One partner: its campaigns, its people, its posts. */
export default function PartnerPage() {
  const partner = usePartner(usePageParam('partnerId'));
  return <Loaded query={partner}>{(loaded) => <PartnerWhole partner={loaded} />}</Loaded>;
}

function stateOf({ status, campaignCount }: Partner): string {
  if (status !== 'active') return t.refused;
  return campaignCount === 0 ? t.noCampaignsYet : t.takes(plural(campaignCount, 'campaign'));
}

function PartnerWhole({ partner }: { readonly partner: Partner }) {
  const may = useMay();
  const mayWrite = may('partners:write');
  const state = (
    <span>
      <Status value={partner.status} /> {stateOf(partner)}
    </span>
  );
  return (
    <Page
      title={partner.name}
      above={{ title: t.partners, href: '/admin/partners' }}
      state={state}
      action={mayWrite ? <PartnerActs partner={partner} /> : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {may('campaigns:read') ? <PartnerCampaigns partnerId={partner.id} /> : null}
            {may('users:read') ? (
              <Section title={companyTexts.people}>
                <CompanyPeople company={{ partnerId: partner.id }} />
              </Section>
            ) : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <AboutPartner partner={partner} />
            {mayWrite ? <RemovePartner partner={partner} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function AboutPartner({ partner }: { readonly partner: Partner }) {
  const may = useMay();
  const cycle = Object.entries(companyTexts.cycles).find(([value]) => value === partner.paymentCycle)?.[1];
  return (
    <Section title={companyTexts.about}>
      <Facts
        facts={[
          [t.defaultPrice, <Money key="price" amount={partner.defaultPrice} />],
          [t.paymentCycle, cycle],
          [t.paymentThreshold, <Money key="threshold" amount={partner.paymentThreshold} />],
          [t.contractStartDate, partner.contractStartDate],
          [t.contractEndDate, partner.contractEndDate],
          ...companyFacts(partner),
        ]}
      />
      {may('posting-log:all') ? (
        <Anchor component={Link} to={`/admin/partners/posting-log?partnerId=${partner.id}`}>
          {t.postingLog}
        </Anchor>
      ) : null}
      {may('api-keys:manage') ? (
        <Anchor component={Link} to={`/admin/settings/keys?partnerId=${partner.id}`}>
          {companyTexts.keys}
        </Anchor>
      ) : null}
    </Section>
  );
}
