import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { money } from '../../ui/format.ts';
import { Status } from '../../ui/status.tsx';
import type { Buyer } from './buyer-types.ts';

/** The buyer's state, and what it owes in words. */
export function BuyerState({ buyer }: { readonly buyer: Buyer }) {
  const { data } = useQuery({
    queryKey: ['buyers', 'balance', buyer.id],
    queryFn: async () => {
      const params = { path: { buyerId: buyer.id } };
      return (await answerOf(api.GET('/api/v1/buyers/{buyerId}/balance', { params }))).data;
    },
  });
  const { balance, creditLimit, available } = data ?? {
    balance: buyer.balance ?? '0',
    creditLimit: buyer.creditLimit,
    available: null,
  };
  const owed = Number(balance) === 0 ? t.owesNothing : owesOf(Number(balance));
  const credit = creditLimit === null ? t.withoutLimit : t.available(money(available ?? 0), money(creditLimit));
  return (
    <span>
      <Status value={buyer.status} /> {owed}, {credit}
    </span>
  );
}

const owesOf = (balance: number): string => (balance < 0 ? t.paidAhead(money(-balance)) : t.owes(money(balance)));
