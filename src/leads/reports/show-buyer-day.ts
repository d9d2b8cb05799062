import type { Static } from 'typebox';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { AttemptOutcome } from '../sales/index.ts';
import type { DayWindow } from './domain/day-window.ts';
import { byDay, latencyOf, perHour, shareOf, sumOf, topOf } from './domain/fold-cells.ts';
import {
  type DeliveryCell,
  deliveryCells,
  namesOf,
  type ReservedCell,
  reservedCells,
  type SettledCell,
  settledCells,
} from './store.ts';
import type { buyerDayAnswer } from './wire.ts';

type BuyerDay = Static<typeof buyerDayAnswer>['data'];

/** A day of a buyer: what it bought, and how deliveries to it went. */
export async function showBuyerDay(
  tx: TenantReader,
  window: DayWindow,
  party: { readonly buyerId: string },
): Promise<BuyerDay> {
  const settled = byDay(await settledCells(tx, window, party));
  const reserved = byDay(await reservedCells(tx, window, party));
  const deliveries = byDay(await deliveryCells(tx, window, party));
  const totalsOf = (day: 'today' | 'before'): BuyerDay['totals'] => {
    const delivered = deliveries[day];
    return {
      ...boughtIn(settled[day]),
      refused: countOf(delivered, 'rejected', 'duplicate'),
      failed: countOf(delivered, 'failed'),
      uncertain: uncertainIn(reserved[day]),
      acceptRate: shareOf(
        sumOf(reserved[day], (cell) => cell.settled),
        sumOf(reserved[day], ({ released }) => released),
      ),
      ...latencyOf(delivered),
    };
  };
  return {
    zone: window.zone,
    day: window.day,
    asOf: window.span.until.toISOString(),
    totals: totalsOf('today'),
    before: totalsOf('before'),
    hours: perHour(window.hours, (own) => {
      const delivered = deliveries.today.filter(own);
      return {
        ...boughtIn(settled.today.filter(own)),
        refused: countOf(delivered, 'rejected', 'duplicate'),
        uncertain: uncertainIn(reserved.today.filter(own)),
        ...latencyOf(delivered),
      };
    }),
    byContract: await contractsOf(tx, settled.today),
  };
}

const boughtIn = (cells: readonly SettledCell[]) => ({
  bought: sumOf(cells, ({ sales }) => sales),
  spend: formatCents(sumOf(cells, ({ priceCents }) => priceCents)),
});

const countOf = (cells: readonly DeliveryCell[], ...outcomes: readonly AttemptOutcome[]): number =>
  sumOf(
    cells.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)),
    ({ count }) => count,
  );

const uncertainIn = (cells: readonly ReservedCell[]): number => sumOf(cells, ({ uncertain }) => uncertain);

async function contractsOf(tx: TenantReader, cells: readonly SettledCell[]): Promise<BuyerDay['byContract']> {
  const top = topOf(
    cells,
    ({ contractId }) => contractId,
    (own) => sumOf(own, ({ priceCents }) => priceCents),
  );
  const ids = top.map(({ id }) => id);
  const names = await namesOf(tx, 'contracts', ids);
  return top.map(({ id, cells: own }) => ({ id, name: names.get(id) ?? '', ...boughtIn(own) }));
}
