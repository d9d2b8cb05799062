import type { BidBehaviour } from '../../src/entry/demo/bid-simulator.ts';
import { startBuyerSimulator } from '../../src/entry/demo/buyer-simulator.ts';

/** Runs buyers in a process of their own; tells their addresses, and how long the slowest bid took when asked. */
const { cert, key, count } = JSON.parse(process.argv[2] ?? '') as { cert: string; key: string; count: number };
const behaviour: BidBehaviour = 'bid';
const buyers = await Promise.all(
  Array.from({ length: count }, (_, index) =>
    startBuyerSimulator({
      name: `Buyer ${index + 1}`,
      behaviour: 'accept',
      bidding: { behaviour, bid: `${20 + index}.00`, delayMs: 5 + 2 * index },
      tls: { cert, key },
      host: '127.0.0.1',
      port: 0,
      keepPings: 100_000,
    }),
  ),
);
process.send?.({ urls: buyers.map(({ url }) => url) });
process.on('message', () => {
  const slowest = new Map<string, number>();
  for (const buyer of buyers)
    for (const { pingId, tookMs } of buyer.pings())
      slowest.set(pingId, Math.max(slowest.get(pingId) ?? 0, tookMs ?? 0));
  process.send?.({ slowest: [...slowest] });
});
