import { Anchor, Code, Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { useMay } from '../frame/session.tsx';
import { LeadDispositions } from '../leads/lead-dispositions.tsx';
import { LeadFields } from '../leads/lead-fields.tsx';
import type { LeadWhole } from '../leads/lead-types.ts';
import { useLead } from '../leads/use-lead.ts';
import { dispositionTexts } from '../texts/dispositions.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import { ExactTime, Time, useZone } from '../ui/time.tsx';
import { leadName } from './bought-lead.ts';
import { type Delivery, deliveryColumns } from './delivery-words.tsx';

/** One lead that the buyer bought: what of it was delivered, and how. */
export default function LeadPage() {
  const lead = useLead(usePageParam('boughtLeadId'));
  return <Loaded query={lead}>{(loaded) => <Lead lead={loaded} />}</Loaded>;
}

const useDeliveriesOf = (leadId: string) =>
  useQuery({
    queryKey: ['deliveries', 'of', leadId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/buyer/deliveries', { params: { query: { leadId, limit: '100' } } }))).data,
  });

const COLUMNS = [
  deliveryColumns.time,
  deliveryColumns.outcome,
  deliveryColumns.attempt,
  deliveryColumns.http,
  deliveryColumns.took,
];

function Lead({ lead }: { readonly lead: LeadWhole }) {
  const deliveries = useDeliveriesOf(lead.id);
  const may = useMay();
  return (
    <Page
      title={leadName(lead, useZone())}
      above={{ title: t.leads, href: '/buyer/leads' }}
      state={
        <span>
          {t.deliveredTo} <Time at={lead.createdAt} />
        </span>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <Section title={t.fields}>
              <Text c="dimmed">{t.fieldsText}</Text>
              <LeadFields lead={lead} />
            </Section>
            {may('dispositions:read') ? (
              <Section title={dispositionTexts.titleOwn}>
                <LeadDispositions leadId={lead.id} />
              </Section>
            ) : null}
            <Section title={t.deliveriesOfLead}>
              <Loaded query={deliveries}>
                {(rows) => (
                  <SmallTable
                    label={t.deliveriesOfLead}
                    columns={COLUMNS}
                    rows={rows}
                    rowId={({ id }) => id}
                    empty={t.noneOfLead}
                  />
                )}
              </Loaded>
            </Section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <About lead={lead} last={deliveries.data?.[0]} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const About = ({ lead, last }: { readonly lead: LeadWhole; readonly last: Delivery | undefined }) => (
  <Section title={t.about}>
    <Facts
      facts={[
        [t.columnReceived, <ExactTime key="time" at={lead.createdAt} />],
        [t.pays, <Money key="price" amount={lead.price} />],
        [
          t.contract,
          last ? (
            <Anchor key="contract" component={Link} to={`/buyer/contracts/${last.contractId}`}>
              {last.contractName}
            </Anchor>
          ) : null,
        ],
        [t.id, <Code key="id">{lead.id}</Code>],
        [t.deliveryId, last ? <Code key="delivery">{last.deliveryId}</Code> : null],
      ]}
    />
    <Text size="sm" c="dimmed">
      {t.deliveryIdText}
    </Text>
  </Section>
);
