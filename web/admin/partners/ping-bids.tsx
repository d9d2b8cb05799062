import { List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Ok } from '../../frame/ok.ts';
import { pingTexts as t } from '../../texts/ping-log.ts';
import { money } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';

type Bid = Ok<'/api/admin/ping-log/{id}', 'get'>['data']['bids'][number];

/** What each buyer said to a ping. */
export function PingBids({ pingId }: { readonly pingId: string }) {
  const query = useQuery({
    queryKey: ['ping-log', 'one', pingId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/admin/ping-log/{id}', { params: { path: { id: pingId } } }))).data,
  });
  return (
    <>
      <Title order={3}>{t.bids}</Title>
      <Loaded query={query}>
        {({ bids }) =>
          bids.length === 0 ? (
            <Text c="dimmed">{t.noBids}</Text>
          ) : (
            <List>
              {bids.map((bid) => (
                <List.Item key={bid.contractId}>
                  {t.bid(bid.buyerName, bid.contractName)}
                  <Text size="sm" c="dimmed">
                    {said(bid)}
                  </Text>
                </List.Item>
              ))}
            </List>
          )
        }
      </Loaded>
    </>
  );
}

function said({ rank, price, payout, verdict }: Bid): string {
  const amount = price === null ? null : money(price);
  if (rank !== null && amount !== null && payout !== null) return t.ranked(rank, amount, money(payout));
  return t.notRanked(t.verdicts[verdict] ?? verdict, amount);
}
