import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { useGo } from '../../frame/use-go.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Offer } from './offer-values.ts';
import { OFFER_ACTS, setOfferStatus } from './offer-status.ts';

interface OfOffer {
  readonly offer: Offer;
}

/** What can be done with an offer now. */
export function OfferStatusActs({ offer }: OfOffer) {
  const renew = useRenew();
  return (
    <StatusActs
      acts={OFFER_ACTS}
      now={offer.status}
      set={(status) => setOfferStatus(offer.id, status)}
      onDone={() => {
        tellDone(t.statusSaved);
        renew('offers');
      }}
    />
  );
}

/** Ends an offer that never had a lead. */
export function RemoveOffer({ offer }: OfOffer) {
  const client = useQueryClient();
  const go = useGo();
  const params = { path: { offerId: offer.id } };
  return (
    <div>
      <ConfirmAct
        label={t.remove}
        effect={t.removeEffect}
        name={offer.name}
        act={() => answerOf(api.DELETE('/api/v1/offers/{offerId}', { params }))}
        onDone={() => {
          tellDone(t.removed);
          go('/admin/offers');
          client.invalidateQueries({ queryKey: ['offers', 'list'] }).catch(failPage);
        }}
      />
    </div>
  );
}
