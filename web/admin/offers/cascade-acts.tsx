import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Offer } from './offer-values.ts';

/** Switches the campaigns of an offer that is stopped off, and on again those that it switched off. */
export function CascadeActs({ offer }: { readonly offer: Offer }) {
  const renew = useRenew();
  const params = { path: { offerId: offer.id } };
  const cascade = useQuery({
    queryKey: ['offers', 'cascade', offer.id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/offers/{offerId}/cascade-status', { params }))).data,
  });
  const act = (action: 'disable' | 'restore') => () =>
    answerOf(api.POST('/api/v1/offers/{offerId}/cascade-status', { params, body: { action } }));
  const done = (): void => {
    tellDone(t.cascadeDone);
    renew('offers', 'campaigns');
  };
  const off = cascade.data?.campaigns ?? [];
  return (
    <>
      {offer.status === 'active' ? null : (
        <ConfirmAct label={t.switchOff} effect={t.switchOffEffect} act={act('disable')} onDone={done} />
      )}
      {off.length === 0 ? null : (
        <ConfirmAct
          label={t.switchOn(off.length)}
          effect={t.switchOnEffect(off.map(({ name }) => name).join(', '))}
          act={act('restore')}
          onDone={done}
        />
      )}
    </>
  );
}
