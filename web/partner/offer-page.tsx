import { Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { partnerOfferTexts as t } from '../texts/partner-offers.ts';
import { verticalTexts } from '../texts/verticals.ts';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { SmallTable } from '../ui/table/small-table.tsx';
import type { TableColumn } from '../ui/table/table-types.ts';
import { inWords } from '../ui/words.ts';
import { OfferRequest } from './offer-request.tsx';
import { OfferStats } from './offer-stats.tsx';
import { type FoundOfferWhole, Pays, statesInWords } from './offer-words.tsx';

type Required = FoundOfferWhole['requiredFields'][number];

const FIELDS: readonly TableColumn<Required>[] = [
  { id: 'field', label: t.field, cell: ({ label }) => label },
  { id: 'kind', label: t.kind, cell: ({ type, options }) => (options ? t.oneOf(options) : inWords(type)) },
];

const LAWS: Readonly<Record<string, string>> = verticalTexts.regimes;

/** One offer as a partner sees it: what it pays and asks, and how the own leads fare. */
export default function OfferPage() {
  const id = usePageParam('openOfferId');
  const offer = useQuery({
    queryKey: ['offers', 'open', id],
    queryFn: async () => (await answerOf(api.GET('/api/partner/offers/{id}', { params: { path: { id } } }))).data,
  });
  return <Loaded query={offer}>{(loaded) => <OfferWhole offer={loaded} />}</Loaded>;
}

const sentenceOf = ({ enrolled, status }: FoundOfferWhole): string =>
  enrolled ? t.have : status === 'paused' ? t.paused : t.open;

const OfferWhole = ({ offer }: { readonly offer: FoundOfferWhole }) => (
  <Page
    title={offer.name}
    above={{ title: t.offers, href: '/partner/offers' }}
    state={
      <span>
        <Status value={offer.status} /> {sentenceOf(offer)}
      </span>
    }
  >
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          {offer.enrolled ? <OfferStats offerId={offer.id} /> : null}
          {offer.description === null ? null : (
            <Section title={t.description}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{offer.description}</Text>
            </Section>
          )}
          <Section title={t.requirements}>
            <SmallTable
              label={t.requirements}
              columns={FIELDS}
              rows={offer.requiredFields}
              rowId={({ name }) => name}
              empty="–"
            />
          </Section>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <Section title={t.about}>
            <Facts
              facts={[
                [t.columnVertical, offer.verticalName],
                [t.columnPays, <Pays key="pays" offer={offer} />],
                [t.columnStates, statesInWords(offer)],
                [t.law, LAWS[offer.regime] ?? offer.regime],
              ]}
            />
          </Section>
          {offer.enrolled ? <OwnCampaigns ids={offer.campaignIds} /> : null}
          {offer.enrolled && offer.request === null ? null : <OfferRequest offer={offer} />}
        </Stack>
      </Grid.Col>
    </Grid>
  </Page>
);

const OwnCampaigns = ({ ids }: { readonly ids: readonly string[] }) => (
  <Section title={t.campaigns}>
    <Group gap="md">
      {ids.map((id, index) => (
        <Anchor key={id} component={Link} to={`/partner/campaigns/${id}`}>
          {t.toCampaign(index + 1, ids.length)}
        </Anchor>
      ))}
    </Group>
  </Section>
);
