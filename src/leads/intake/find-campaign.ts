import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import type { CampaignRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import type { Endpoint } from './route-lead.ts';

const SNAPSHOT_AGE_MS = 1000;

export interface SnapshotDeps {
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly snapshots: Snapshots;
}

export type RecentSnapshots = (caller: Caller, age: 'recent' | 'fresh') => Promise<RoutingSnapshot>;

/**
 * For reading a body, settings of a second ago will do, unless they do not know the campaign: the transaction that
 * decides sends a post back whose settings have changed since. One look at them serves all who wait for it.
 */
export function createRecentSnapshots(deps: SnapshotDeps): RecentSnapshots {
  const known = new Map<string, { readonly at: number; readonly reading: Promise<RoutingSnapshot> }>();
  return async ({ tenantId, campaignId = '' }, age) => {
    const at = deps.clock.now().getTime();
    const found = known.get(tenantId);
    if (age === 'recent' && found && Math.abs(at - found.at) < SNAPSHOT_AGE_MS) {
      const snapshot = await found.reading;
      if (snapshot.campaigns.has(campaignId)) return snapshot;
    }
    const reading = deps.tenancy.readTenant(systemContext(tenantId), (tx) => deps.snapshots.current(tx));
    known.set(tenantId, { at, reading });
    try {
      return await reading;
    } catch (error) {
      if (known.get(tenantId)?.reading === reading) known.delete(tenantId);
      throw error;
    }
  };
}

const NOT_THIS: Readonly<Record<Endpoint, string>> = {
  submit: 'Is not the campaign of this posting key. Check the id, or use the posting key of that campaign.',
  ping: 'Is not the campaign of this posting key. Check the id, or use the posting key of that campaign.',
  post: 'Is not the campaign of this posting key. Check the id, or use the posting key of that campaign.',
  create: 'Is not the campaign of the lead. Check the id.',
  'test-post': 'Is not the campaign that is tried. Check the id, or leave it out.',
  session: 'Is not the campaign of this session. Leave it out.',
  'session-submit': 'Is not the campaign of this session. Leave it out.',
  coreg: 'Is not the campaign of this lead. Leave it out of data.',
  import: 'Is not the campaign of this file. Leave it out.',
};
/** Where the posting key alone says which campaign it is. */
const MAY_LEAVE_OUT: ReadonlySet<Endpoint> = new Set(['ping', 'post']);

/** What names a campaign in a request. */
export interface Naming {
  readonly caller: Caller;
  readonly endpoint: Endpoint;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The campaign of the posting key; a campaignId in the body must name the same one, by its id or its number. */
export function campaignOf({ caller, endpoint, body }: Naming, snapshot: RoutingSnapshot): CampaignRules {
  const campaign = caller.campaignId === undefined ? undefined : snapshot.campaigns.get(caller.campaignId);
  const named = body['campaignId'];
  const isLeftOut = named === undefined || named === null || named === '';
  if (campaign && isLeftOut && MAY_LEAVE_OUT.has(endpoint)) return campaign;
  const matches = campaign && (named === campaign.campaignId || String(named) === String(campaign.displayId));
  if (campaign && matches && (typeof named === 'string' || typeof named === 'number')) return campaign;
  throw invalid([
    {
      field: 'campaignId',
      rule: isLeftOut ? 'required' : 'unknown_campaign',
      message: isLeftOut
        ? 'Is required. Send the id or the number of the campaign that this posting key belongs to.'
        : NOT_THIS[endpoint],
    },
  ]);
}
