import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Book, readBook } from '../routing/index.ts';
import { inPlayFor } from './hold-auction.ts';
import type { CampaignRules, OfferRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { createTenantGroups } from './submit-in-group.ts';

export interface BookDeps {
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly snapshots: Snapshots;
}

/** Whose book is wanted, and the settings by which its ping was read. */
export interface Wanted {
  readonly campaign: CampaignRules;
  readonly snapshot: RoutingSnapshot;
}

/** The offer and the book of it as they stand. */
export interface Opened {
  readonly rules: OfferRules | undefined;
  readonly book: Book | undefined;
}

export type OpenBooks = (tenantId: string, wanted: Wanted) => Promise<Opened | 'stale'>;

/**
 * Opens books to quote by, outside of what reserves: whoever asks while one reading is on its way shares the next, in
 * one transaction, and each gets a book of its own. `stale` where settings have changed since the ping was read.
 */
export const createOpenBooks = (deps: BookDeps): OpenBooks =>
  createTenantGroups((tenantId, all) =>
    deps.tenancy.readTenant(systemContext(tenantId), (tx) => openAll(deps, tx, all)),
  );

async function openAll(deps: BookDeps, tx: TenantReader, all: readonly Wanted[]): Promise<(Opened | 'stale')[]> {
  const current = await deps.snapshots.current(tx);
  const now = deps.clock.now();
  const begins = new Map<string, (() => Book) | undefined>();
  const opened: (Opened | 'stale')[] = [];
  for (const { campaign, snapshot } of all) {
    const { campaignId } = campaign;
    const rules = snapshot.offers.get(snapshot.campaigns.get(campaignId)?.offerId ?? '');
    if (snapshot.stamp === current.stamp && !begins.has(campaignId))
      begins.set(campaignId, rules && (await readBook(tx, inPlayFor(snapshot, campaign, rules), now)));
    opened.push(snapshot.stamp === current.stamp ? { rules, book: begins.get(campaignId)?.() } : 'stale');
  }
  return opened;
}
