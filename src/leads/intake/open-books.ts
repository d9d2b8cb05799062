import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Book, readBook } from '../routing/index.ts';
import { inPlayFor } from './hold-auction.ts';
import type { CampaignRules, OfferRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { createGroupCommit, type GroupCommit } from './submit-in-group.ts';

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

const LARGEST_GROUP = 64;
const GROUPS_AT_ONCE = 2;

/**
 * Opens books to quote by, outside of what reserves: whoever asks while one reading is on its way shares the next, in
 * one transaction, and each gets a book of its own. `stale` where settings have changed since the ping was read.
 */
export function createOpenBooks(deps: BookDeps): OpenBooks {
  const groups = new Map<string, GroupCommit<Wanted, Opened | 'stale'>>();
  return (tenantId, wanted) => {
    const group =
      groups.get(tenantId) ??
      createGroupCommit<Wanted, Opened | 'stale'>({
        largest: LARGEST_GROUP,
        atOnce: GROUPS_AT_ONCE,
        commit: (all) => deps.tenancy.readTenant(systemContext(tenantId), (tx) => openAll(deps, tx, all)),
      });
    groups.set(tenantId, group);
    return group.submit(wanted);
  };
}

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
