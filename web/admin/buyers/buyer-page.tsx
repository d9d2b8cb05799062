import { Anchor, Button, Grid, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { companyFacts } from '../../companies/company-facts.ts';
import { CompanyPeople } from '../../companies/company-people.tsx';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { useGo } from '../../frame/use-go.ts';
import { BuyerUse } from '../../contracts/cap-use.tsx';
import { capFacts } from '../../contracts/cap-values.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { companyTexts } from '../../texts/companies.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { Facts } from '../../ui/facts.tsx';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { BookedByHand } from './booked-by-hand.tsx';
import { BuyerContracts } from './buyer-contracts.tsx';
import { BuyerPacks } from './buyer-packs.tsx';
import { BuyerStatusActs } from './buyer-status-acts.tsx';
import { BuyerState } from './buyer-state.tsx';
import type { Buyer } from './buyer-types.ts';
import { useBuyer } from './use-buyer.ts';

/** One buyer: what it owes, its contracts, its people. */
export default function BuyerPage() {
  const buyer = useBuyer(usePageParam('buyerId'));
  return <Loaded query={buyer}>{(loaded) => <BuyerWhole buyer={loaded} />}</Loaded>;
}

function BuyerWhole({ buyer }: { readonly buyer: Buyer }) {
  const may = useMay();
  const mayWrite = may('buyers:write');
  return (
    <Page
      title={buyer.name}
      above={{ title: t.buyers, href: '/admin/buyers' }}
      state={<BuyerState buyer={buyer} />}
      action={mayWrite ? <BuyerActs buyer={buyer} /> : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {may('contracts:read') ? <BuyerContracts buyerId={buyer.id} /> : null}
            <BuyerPacks buyer={buyer} />
            <BookedByHand buyer={buyer} />
            {may('users:read') ? (
              <Section title={companyTexts.people}>
                <CompanyPeople company={{ buyerId: buyer.id }} />
              </Section>
            ) : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <BuyerUse buyerId={buyer.id} />
            <AboutBuyer buyer={buyer} />
            {mayWrite ? <RemoveBuyer buyer={buyer} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const BuyerActs = ({ buyer }: { readonly buyer: Buyer }) => (
  <>
    <Button component={Link} to={`/admin/buyers/${buyer.id}/edit`}>
      {t.editBuyer}
    </Button>
    <BuyerStatusActs buyer={buyer} />
  </>
);

function AboutBuyer({ buyer }: { readonly buyer: Buyer }) {
  const may = useMay();
  const cycle = Object.entries(companyTexts.cycles).find(([value]) => value === buyer.billingCycle)?.[1];
  return (
    <Section title={companyTexts.about}>
      <Facts
        facts={[
          [t.billingCycle, cycle],
          [t.defaultPrice, <Money key="price" amount={buyer.defaultPrice} />],
          ...capFacts(buyer),
          [t.returns, buyer.acceptsReturns ? t.returnsWithin(String(buyer.returnWindow ?? '–')) : t.returnsNo],
          [d.contractRule, buyer.dedupEnabled ? d.buyerSpared(buyer.dedupWindowDays) : d.buyerNotSpared],
          ...(buyer.brandName ? [[t.brandName, buyer.brandName] as const] : []),
          ...companyFacts(buyer),
        ]}
      />
      {may('api-keys:manage') ? (
        <Anchor component={Link} to={`/admin/settings/keys?buyerId=${buyer.id}`}>
          {companyTexts.keys}
        </Anchor>
      ) : null}
    </Section>
  );
}

function RemoveBuyer({ buyer }: { readonly buyer: Buyer }) {
  const client = useQueryClient();
  const go = useGo();
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={buyer.name}
        act={() => answerOf(api.DELETE('/api/v1/buyers/{buyerId}', { params: { path: { buyerId: buyer.id } } }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/buyers');
          client.invalidateQueries({ queryKey: ['buyers', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
