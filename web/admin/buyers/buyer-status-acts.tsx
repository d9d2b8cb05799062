import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { type StatusAct, StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Buyer, BuyerStatus } from './buyer-types.ts';

const ACTS: readonly StatusAct<BuyerStatus>[] = [
  { to: 'active', label: t.activate, effect: t.activateEffect },
  { to: 'paused', label: t.pause, effect: t.pauseEffect },
  { to: 'suspended', label: t.suspend, effect: t.suspendEffect },
  { to: 'inactive', label: t.deactivate, effect: t.deactivateEffect },
];

/** What can be done with a buyer now. */
export function BuyerStatusActs({ buyer }: { readonly buyer: Buyer }) {
  const client = useQueryClient();
  const params = { path: { buyerId: buyer.id } };
  return (
    <StatusActs
      acts={ACTS}
      now={buyer.status}
      set={(status) => answerOf(api.PUT('/api/v1/buyers/{buyerId}/status', { params, body: { status } }))}
      onDone={() => {
        tellDone(t.statusSaved);
        client.invalidateQueries({ queryKey: ['buyers'] }).catch(failPage);
      }}
    />
  );
}
