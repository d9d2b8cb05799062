import { Anchor, Button, Grid, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVerticalFields } from '../../fields/use-vertical-fields.ts';
import { answerOf, api } from '../../frame/api.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { contractTexts as t } from '../../texts/contracts.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { ExactTime } from '../../ui/time.tsx';
import { WordsSection } from './words-section.tsx';
import { ContractStatusActs, RemoveContract, RotateSecret } from './contract-acts.tsx';
import {
  DeliveryFacts,
  LicensedFacts,
  MoneyFacts,
  ScheduleFacts,
  WhichLeadsFacts,
} from '../../contracts/contract-facts.tsx';
import type { Contract } from '../../contracts/contract-types.ts';
import { ContractToday } from '../../contracts/contract-today.tsx';
import { ContractUse } from '../../contracts/cap-use.tsx';
import { useContract } from '../../contracts/use-contract.ts';
import { useContractReadiness } from '../../contracts/use-readiness.ts';

/** One contract: its terms, where it stands, and which offers have it. */
export default function ContractPage() {
  const contract = useContract(usePageParam('contractId'));
  return <Loaded query={contract}>{(loaded) => <ContractWhole contract={loaded} />}</Loaded>;
}

const useOffersOf = (contractId: string) =>
  useQuery({
    queryKey: ['offers', 'with', contractId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/offers', { params: { query: { contractId, limit: '100' } } }))).data,
    enabled: useMay()('offers:read'),
  });

function ContractWhole({ contract }: { readonly contract: Contract }) {
  const may = useMay();
  const mayWrite = may('contracts:write');
  const { data: fields = [] } = useVerticalFields(contract.verticalId);
  const offers = useOffersOf(contract.id);
  const action = (
    <>
      <Button component={Link} to={`/admin/buyers/contracts/${contract.id}/edit`}>
        {t.editContract}
      </Button>
      <ContractStatusActs contract={contract} />
    </>
  );
  return (
    <Page
      title={contract.name}
      above={{ title: t.contracts, href: '/admin/buyers/contracts' }}
      state={<State contract={contract} />}
      action={mayWrite ? action : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <WhichLeadsFacts contract={contract} fields={fields} />
            <ScheduleFacts contract={contract} />
            <MoneyFacts contract={contract} />
            <LicensedFacts contract={contract} fields={fields} />
            <DeliveryFacts contract={contract} action={mayWrite ? <RotateSecret contract={contract} /> : null} />
            {may('vertical-groups:read') ? <WordsSection contractId={contract.id} /> : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <ContractUse contractId={contract.id} />
            <ContractToday contractId={contract.id} />
            <About contract={contract} />
            <Section title={t.offers}>
              <Loaded query={offers}>{(rows) => <Offers offers={rows} />}</Loaded>
            </Section>
            {mayWrite ? <RemoveContract contract={contract} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function State({ contract }: { readonly contract: Contract }) {
  const { data: found } = useContractReadiness(contract.id);
  const says = found?.canSell ? t.canWin : found?.reasons.map(({ text }) => text).join(' ');
  return (
    <span>
      <Status value={contract.status} /> {says} · {t.version(contract.version)}
    </span>
  );
}

const About = ({ contract }: { readonly contract: Contract }) => (
  <Section title={t.facts}>
    <Facts
      facts={[
        [
          t.buyer,
          <Anchor key="buyer" component={Link} to={`/admin/buyers/${contract.buyerId}`}>
            {contract.buyerName}
          </Anchor>,
        ],
        [
          t.vertical,
          <Anchor key="vertical" component={Link} to={`/admin/verticals/${contract.verticalId}`}>
            {contract.verticalName}
          </Anchor>,
        ],
        [t.columnMade, <ExactTime key="made" at={contract.createdAt} />],
        [t.columnChanged, <ExactTime key="changed" at={contract.updatedAt} />],
        [t.notes, contract.notes],
        [t.legacyId, contract.legacyId],
        [t.crmId, contract.crmId],
      ]}
    />
  </Section>
);

const Offers = ({ offers }: { readonly offers: readonly { readonly id: string; readonly name: string }[] }) =>
  offers.length === 0 ? (
    <Group>
      <Text c="dimmed">{t.noOffers}</Text>
      <Anchor component={Link} to="/admin/offers">
        {t.toOffers}
      </Anchor>
    </Group>
  ) : (
    <List listStyleType="none" withPadding={false} spacing={4}>
      {offers.map(({ id, name }) => (
        <List.Item key={id}>
          <Anchor component={Link} to={`/admin/offers/${id}`}>
            {name}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
