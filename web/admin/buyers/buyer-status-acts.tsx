import { useRenew } from '../../frame/use-renew.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { StatusActs } from '../../ui/form/status-acts.tsx';
import { tellDone } from '../../ui/tell.ts';
import type { Buyer } from './buyer-types.ts';
import { BUYER_ACTS, setBuyerStatus } from './buyer-status.ts';

/** What can be done with a buyer now. */
export function BuyerStatusActs({ buyer }: { readonly buyer: Buyer }) {
  const renew = useRenew();
  return (
    <StatusActs
      acts={BUYER_ACTS}
      now={buyer.status}
      set={(status) => setBuyerStatus(buyer.id, status)}
      onDone={() => {
        tellDone(t.statusSaved);
        renew('buyers');
      }}
    />
  );
}
