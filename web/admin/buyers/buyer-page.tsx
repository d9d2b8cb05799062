import { Anchor, Grid, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { companyFacts } from '../../companies/company-facts.ts';
import { CompanyPeople } from '../../companies/company-people.tsx';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { useGo } from '../../frame/use-go.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { companyTexts } from '../../texts/companies.ts';
import { Facts } from '../../ui/facts.tsx';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { EditableSection } from '../../ui/form/editable-section.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { BuyerContracts } from './buyer-contracts.tsx';
import { BuyerForm } from './buyer-form.tsx';
import { BuyerStatusActs } from './buyer-status-acts.tsx';
import { BuyerState } from './buyer-state.tsx';
import type { Buyer } from './buyer-types.ts';
import { buyerBody } from './buyer-values.ts';

/** One buyer: what it owes, its contracts, its people. */
export default function BuyerPage() {
  const buyerId = usePageParam('buyerId');
  const buyer = useQuery({
    queryKey: ['buyers', 'one', buyerId],
    queryFn: () => answerOf(api.GET('/api/v1/buyers/{buyerId}', { params: { path: { buyerId } } })),
  });
  return <Loaded query={buyer}>{({ data }) => <BuyerWhole buyer={data} />}</Loaded>;
}

function BuyerWhole({ buyer }: { readonly buyer: Buyer }) {
  const may = useMay();
  const mayWrite = may('buyers:write');
  return (
    <Page
      title={buyer.name}
      above={{ title: t.buyers, href: '/admin/buyers' }}
      state={<BuyerState buyer={buyer} />}
      action={mayWrite ? <BuyerStatusActs buyer={buyer} /> : null}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {may('contracts:read') ? <BuyerContracts buyerId={buyer.id} /> : null}
            {may('users:read') ? (
              <Section title={companyTexts.people}>
                <CompanyPeople company={{ buyerId: buyer.id }} />
              </Section>
            ) : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <AboutBuyer buyer={buyer} />
            {mayWrite ? <RemoveBuyer buyer={buyer} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function AboutBuyer({ buyer }: { readonly buyer: Buyer }) {
  const client = useQueryClient();
  const may = useMay();
  const params = { path: { buyerId: buyer.id } };
  const form = (close: () => void) => (
    <BuyerForm
      buyer={buyer}
      save={(values) => answerOf(api.PATCH('/api/v1/buyers/{buyerId}', { params, body: buyerBody(values) }))}
      onSaved={() => {
        tellDone(t.saved);
        client.invalidateQueries({ queryKey: ['buyers'] }).catch(failPage);
        close();
      }}
      onCancel={close}
    />
  );
  const cycle = Object.entries(companyTexts.cycles).find(([value]) => value === buyer.billingCycle)?.[1];
  return (
    <EditableSection title={companyTexts.about} canEdit={may('buyers:write')} form={form}>
      <Facts
        facts={[
          [t.billingCycle, cycle],
          [t.defaultPrice, <Money key="price" amount={buyer.defaultPrice} />],
          [t.returns, buyer.acceptsReturns ? t.returnsWithin(String(buyer.returnWindow ?? '–')) : t.returnsNo],
          ...(buyer.brandName ? [[t.brandName, buyer.brandName] as const] : []),
          ...companyFacts(buyer),
        ]}
      />
      {may('api-keys:manage') ? (
        <Anchor component={Link} to={`/admin/settings/keys?buyerId=${buyer.id}`}>
          {companyTexts.keys}
        </Anchor>
      ) : null}
    </EditableSection>
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
