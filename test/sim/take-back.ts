import { giveBackCampaign, giveBackSale } from '../../src/leads/delivery/choose-next.ts';
import { countedBy } from '../../src/leads/intake/load-snapshot.ts';
import { leadStateOf } from '../../src/leads/sales/domain/lead-state.ts';
import { linesOfReturn } from '../../src/leads/sales/domain/return-lines.ts';
import { applyBook, isActivePack, openSimBook, type StoredLead, type StoredSale } from './store.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;

/** Some who have bought a lead take it back to the shop, minutes or days later, and some of them ask twice. */
export function mayBeTakenBack(world: World, lead: StoredLead, sale: StoredSale): void {
  const { chance } = world;
  if (!chance.happens(0.08)) return;
  for (let times = chance.happens(0.2) ? 2 : 1; times > 0; times -= 1)
    world.later(chance.between(60_000, 3 * DAY_MS), () => takeBack(world, lead, sale));
}

/** Takes a settled sale back, as `return-sale` does, in one transaction. */
function takeBack(world: World, lead: StoredLead, sale: StoredSale): void {
  const { store, promises } = world;
  if (sale.row.status !== 'settled' || world.dies()) return;
  const contract = store.snapshot.contracts.get(sale.row.contractId);
  const counted = contract && countedBy(contract, store.snapshot);
  const { timeZone } = store.snapshot;
  const inPlay = { contracts: counted ? [counted] : [], campaigns: [], offers: [], timeZone };
  const book = openSimBook(store, inPlay, world.now());
  sale.row = { ...sale.row, status: 'returned' };
  const isPackClosed = sale.row.packId !== null && !isActivePack(store, sale.row.packId);
  bookReturn(world, lead, sale, isPackClosed);
  giveBackSale(book, sale.row, isPackClosed);
  promises.released(sale.row, isPackClosed);
  const rows = lead.sales.map(({ row }) => row);
  if (giveBackCampaign(book, lead.lead, rows))
    promises.campaignCounted(lead.lead.campaignId, lead.lead.countedOn ?? '', -1);
  applyBook(store, book);
  lead.state = leadStateOf(
    lead.sales.map(({ row }) => row),
    world.now(),
  );
}

function bookReturn({ store }: World, { sales, lead }: StoredLead, { row }: StoredSale, isPackClosed: boolean): void {
  const others = sales.filter((other) => other.row.status === 'settled');
  const isPrepaid = row.packId !== null && !isPackClosed;
  const { lines, moved } = linesOfReturn(
    { ...row, isPrepaid },
    others.map((other) => other.row),
    lead.partnerId,
  );
  store.ledger.push({ saleId: row.saleId, lines });
  const heir = moved && others.find((other) => other.row.saleId === moved.saleId);
  if (!heir) return;
  heir.row = { ...heir.row, payoutCents: moved.payoutCents };
  store.ledger.push({ saleId: moved.saleId, lines: moved.lines });
}
