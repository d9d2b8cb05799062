import { Anchor, Button, Grid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { offerMarginTexts as m } from '../../texts/offer-margin.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { offerRequestTexts as r } from '../../texts/partner-offers.ts';
import { replayTexts } from '../../texts/replay.ts';
import { Facts } from '../../ui/facts.tsx';
import { EditableSection } from '../../ui/form/editable-section.tsx';
import { money, plural } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { tellDone } from '../../ui/tell.ts';
import { LinkedCampaigns } from './linked-campaigns.tsx';
import { LinkedContracts } from './linked-contracts.tsx';
import { marginInWords } from './margin-values.ts';
import { OfferStatusActs, RemoveOffer } from './offer-acts.tsx';
import { OfferForm } from './offer-form.tsx';
import { OfferReadiness } from './offer-readiness.tsx';
import { OfferRequests } from './offer-requests.tsx';
import { duplicatesInWords, fallbackName, type Offer, offerBody, ruleName, typeName } from './offer-values.ts';
import { useOffer } from './use-offer.ts';

/** One offer: whose leads it takes, and who gets them. */
export default function OfferPage() {
  const offerId = usePageParam('offerId');
  return <Loaded query={useOffer(offerId)}>{(loaded) => <OfferWhole offer={loaded} />}</Loaded>;
}

function stateOf({ status, campaignCount, contractCount }: Offer): string {
  if (contractCount === 0) return t.noContract;
  if (campaignCount === 0) return t.noCampaign;
  if (status !== 'active') return t.closed;
  return t.works(plural(campaignCount, 'campaign'), plural(contractCount, 'contract'));
}

function OfferWhole({ offer }: { readonly offer: Offer }) {
  const may = useMay();
  const mayWrite = may('offers:write');
  const state = (
    <span>
      <Status value={offer.status} /> {stateOf(offer)}
    </span>
  );
  return (
    <Page
      title={offer.name}
      above={{ title: t.offers, href: '/admin/offers' }}
      state={state}
      action={
        <>
          {may('leads:try') ? (
            <Button variant="default" component={Link} to={`/admin/offers/${offer.id}/replay`}>
              {replayTexts.link}
            </Button>
          ) : null}
          {mayWrite ? <OfferStatusActs offer={offer} /> : null}
        </>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <OfferReadiness offerId={offer.id} />
            <LinkedContracts offer={offer} />
            <LinkedCampaigns offer={offer} />
            {offer.visibility === 'public' ? <OfferRequests offerId={offer.id} /> : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <AboutOffer offer={offer} canEdit={mayWrite} />
            {mayWrite ? <RemoveOffer offer={offer} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function AboutOffer({ offer, canEdit }: { readonly offer: Offer; readonly canEdit: boolean }) {
  const renew = useRenew();
  const params = { path: { offerId: offer.id } };
  const form = (close: () => void) => (
    <OfferForm
      offer={offer}
      save={(values) => answerOf(api.PATCH('/api/v1/offers/{offerId}', { params, body: offerBody(values) }))}
      onSaved={() => {
        tellDone(t.saved);
        renew('offers');
        close();
      }}
      onCancel={close}
    />
  );
  return (
    <EditableSection title={t.about} canEdit={canEdit} form={form}>
      <Facts
        facts={[
          [
            t.vertical,
            <Anchor key="vertical" component={Link} to={`/admin/verticals/${offer.verticalId}`}>
              {offer.verticalName}
            </Anchor>,
          ],
          [t.howOften, typeName(offer)],
          [t.whoseTurn, ruleName(offer.distributionRule)],
          [t.fallbackRule, fallbackName(offer.dqDistributionRule)],
          [d.offerRule, duplicatesInWords(offer)],
          [m.margin, marginInWords(offer)],
          [m.minMargin, offer.minMargin === null ? null : money(offer.minMargin)],
          [t.visibility, offer.visibility === 'public' ? t.visibilities.public : t.visibilities.private],
          [r.payout, offer.defaultPayoutAmount === null ? null : money(offer.defaultPayoutAmount)],
          [r.states, offer.states.join(', ') || null],
          [t.description, offer.description],
          [t.notes, offer.notes],
        ]}
      />
    </EditableSection>
  );
}
