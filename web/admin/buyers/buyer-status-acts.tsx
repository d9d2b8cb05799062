import { useQueryClient } from '@tanstack/react-query';
import { failPage } from '../../frame/fail-page.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Buyer } from './buyer-types.ts';
import { BUYER_ACTS, setBuyerStatus } from './buyer-status.ts';

/** What can be done with a buyer now. */
export function BuyerStatusActs({ buyer }: { readonly buyer: Buyer }) {
  const client = useQueryClient();
  return (
    <StatusActs
      acts={BUYER_ACTS}
      now={buyer.status}
      set={(status) => setBuyerStatus(buyer.id, status)}
      onDone={() => {
        tellDone(t.statusSaved);
        client.invalidateQueries({ queryKey: ['buyers'] }).catch(failPage);
      }}
    />
  );
}
