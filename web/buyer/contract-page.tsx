import { Anchor, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DeliveryFacts, LicensedFacts, ScheduleFacts, WhichLeadsFacts } from '../contracts/contract-facts.tsx';
import type { Contract } from '../contracts/contract-types.ts';
import { ContractToday } from '../contracts/contract-today.tsx';
import { ContractUse } from '../contracts/cap-use.tsx';
import { useContract } from '../contracts/use-contract.ts';
import { useVerticalFields } from '../fields/use-vertical-fields.ts';
import { answerOf, api } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { buyerPortalTexts as t } from '../texts/buyer.ts';
import { contractTexts } from '../texts/contracts.ts';
import { Facts } from '../ui/facts.tsx';
import { count } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Money } from '../ui/money.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { ExactTime } from '../ui/time.tsx';

/** One contract as its buyer sees it: its terms, and what it brought today. */
export default function ContractPage() {
  const contract = useContract(usePageParam('contractId'));
  return <Loaded query={contract}>{(loaded) => <ContractWhole contract={loaded} />}</Loaded>;
}

function ContractWhole({ contract }: { readonly contract: Contract }) {
  const { data: fields = [] } = useVerticalFields(contract.verticalId);
  return (
    <Page
      title={contract.name}
      above={{ title: t.contracts, href: '/buyer/contracts' }}
      state={<State contract={contract} />}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <WhichLeadsFacts contract={contract} fields={fields} />
            <Section title={t.howMuch}>
              <Facts facts={[[t.price, <Money key="price" amount={contract.price} />]]} />
            </Section>
            <ScheduleFacts contract={contract} />
            <LicensedFacts contract={contract} fields={fields} question={t.gets} />
            <DeliveryFacts contract={contract} action={null} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <ContractToday contractId={contract.id} obstacles />
            <ContractUse contractId={contract.id} />
            <Lately contractId={contract.id} />
            <About contract={contract} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const State = ({ contract: { status, deliveryUrl, version } }: { readonly contract: Contract }) => (
  <span>
    <Status value={status} /> {deliveryUrl === null ? t.setup : status === 'active' ? t.buys : t.stopped} ·{' '}
    {contractTexts.version(version)}
  </span>
);

/** What it brought on the day that is now. */
function Lately({ contractId }: { readonly contractId: string }) {
  const today = useQuery({
    queryKey: ['today', 'buyer', undefined],
    queryFn: async () => (await answerOf(api.GET('/api/buyer/today', { params: { query: {} } }))).data,
  });
  return (
    <Section title={t.lately}>
      <Loaded query={today}>
        {({ byContract }) => {
          const day = byContract.find(({ id }) => id === contractId);
          return (
            <Facts
              facts={[
                [t.boughtToday, day ? count(day.bought) : t.boughtNone],
                [t.spentToday, <Money key="spent" amount={day?.spend ?? 0} />],
              ]}
            />
          );
        }}
      </Loaded>
      <Anchor component={Link} to={`/buyer/deliveries?contractId=${contractId}`}>
        {t.toDeliveries}
      </Anchor>
    </Section>
  );
}

const About = ({ contract }: { readonly contract: Contract }) => (
  <Section title={contractTexts.facts}>
    <Facts
      facts={[
        [contractTexts.vertical, contract.verticalName],
        [contractTexts.columnMade, <ExactTime key="made" at={contract.createdAt} />],
        [contractTexts.columnChanged, <ExactTime key="changed" at={contract.updatedAt} />],
      ]}
    />
  </Section>
);
