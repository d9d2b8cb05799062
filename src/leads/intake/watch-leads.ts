import { actorOf, type Caller, type FieldView, loadFieldView } from '../../core/access/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { feedPaceMs } from './domain/feed-pace.ts';
import { createFeedWindow, type FeedWindow, OVERLAP_MS } from './domain/feed-window.ts';
import { feedChanges, feedNewest, type FeedRow } from './feed-store.ts';

/** Somebody who follows leads. */
export interface Listener {
  readonly caller: Caller;
  /** The time of the last change that was heard before; undefined for somebody new. */
  readonly lastAt: Date | undefined;
  /** Hears of leads, oldest change first, with what may be shown of them as of now. */
  readonly hear: (rows: readonly FeedRow[], view: FieldView) => void;
  /** Hears that leads changed of which too many were missed to tell them. */
  readonly missed: () => void;
  /** Hears that it has been told what comes first. */
  readonly begun: () => void;
}

/** Watches leads for listeners: one look at the database for all who see the same rows. */
export interface LeadWatch {
  /** Begins to tell a listener; gives what ends it. */
  listen(listener: Listener): () => void;
}

export interface WatchDeps {
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly onFailure: (error: unknown) => void;
}

/** After a look that failed. */
const AGAIN_MS = 2000;
const NEWEST = 50;
const CHANGES_AT_MOST = 20_000;
/** How many missed changes are told to somebody who comes again. */
const MISSED_AT_MOST = 1000;

/** A listener with the changes that it was told when it came: those are not told it again. */
interface Joined extends Listener {
  readonly told: Map<string, number>;
}

/** Those who see the same rows. */
interface Circle {
  readonly waiting: Set<Listener>;
  readonly joined: Set<Joined>;
}

export function createLeadWatch(deps: WatchDeps): LeadWatch {
  const circles = new Map<string, Circle>();
  return {
    listen(listener) {
      const name = circleOf(listener.caller);
      const found = circles.get(name);
      const circle = found ?? { waiting: new Set(), joined: new Set() };
      circle.waiting.add(listener);
      if (!found) {
        circles.set(name, circle);
        watch({ ...deps, paceMs: () => feedPaceMs(circles.size) }, circle, listener.caller, () => circles.delete(name));
      }
      return () => {
        circle.waiting.delete(listener);
        for (const joined of circle.joined) if (joined.hear === listener.hear) circle.joined.delete(joined);
      };
    },
  };
}

/** Which rows a caller sees: by the policies, those of the tenant or of a partner. */
const circleOf = ({ tenantId, partnerId }: Caller): string => `${tenantId} ${partnerId ?? 'staff'}`;

interface Watching extends WatchDeps {
  /** How long to wait until the next look. */
  readonly paceMs: () => number;
}

/** Looks again and again until nobody listens. */
function watch(deps: Watching, circle: Circle, caller: Caller, onEnd: () => void): void {
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  const window = createFeedWindow(new Date(deps.clock.now().getTime() - OVERLAP_MS));
  const isOver = (): boolean => circle.waiting.size === 0 && circle.joined.size === 0;
  const look = async (): Promise<void> => {
    let waitMs = deps.paceMs();
    try {
      const tell = await deps.tenancy.readTenant(context, (tx) => readFor(tx, circle, window, caller.partnerId));
      tell();
    } catch (error) {
      deps.onFailure(error);
      waitMs = Math.max(AGAIN_MS, waitMs);
    }
    if (isOver()) onEnd();
    else setTimeout(start, waitMs).unref();
  };
  // Who listened may have gone while it waited, and the database with them.
  const start = (): void => (isOver() ? onEnd() : void look().catch(deps.onFailure));
  start();
}

/** Reads what is to be told, and gives what tells it once the transaction is over. */
async function readFor(
  tx: TenantReader,
  circle: Circle,
  window: FeedWindow,
  partnerId: string | undefined,
): Promise<() => void> {
  const changes = await feedChanges(tx, partnerId, window.since(), CHANGES_AT_MOST);
  const coming: Awaited<ReturnType<typeof readFirst>>[] = [];
  for (const listener of circle.waiting) coming.push(await readFirst(tx, listener, partnerId));
  const views = await viewsOf(tx, [...circle.joined, ...coming.map(({ listener }) => listener)]);
  return () => {
    const fresh = window.take(changes, changes.length === CHANGES_AT_MOST);
    for (const listener of circle.joined) tellNew(listener, fresh, views, window.since());
    for (const { listener, rows, hasMissed } of coming) {
      if (!circle.waiting.delete(listener)) continue;
      circle.joined.add({ ...listener, told: new Map(rows.map((row) => [row.leadId, row.updatedAt.getTime()])) });
      if (hasMissed) listener.missed();
      const view = views.get(viewName(listener.caller));
      if (view && rows.length > 0) listener.hear(rows, view);
      listener.begun();
    }
  };
}

function tellNew(
  listener: Joined,
  fresh: readonly FeedRow[],
  views: ReadonlyMap<string, FieldView>,
  since: Date,
): void {
  const rows = fresh.filter((row) => listener.told.get(row.leadId) !== row.updatedAt.getTime());
  const view = views.get(viewName(listener.caller));
  if (rows.length > 0 && view) listener.hear(rows, view);
  for (const [leadId, at] of listener.told) if (at < since.getTime()) listener.told.delete(leadId);
}

/** What somebody hears first: the newest leads, or all that changed since they were here. */
async function readFirst(tx: TenantReader, listener: Listener, partnerId: string | undefined) {
  if (listener.lastAt === undefined)
    return { listener, rows: await feedNewest(tx, partnerId, NEWEST), hasMissed: false };
  const since = new Date(listener.lastAt.getTime() - OVERLAP_MS);
  const rows = await feedChanges(tx, partnerId, since, MISSED_AT_MOST + 1);
  const hasMissed = rows.length > MISSED_AT_MOST;
  return { listener, rows: hasMissed ? await feedNewest(tx, partnerId, NEWEST) : rows, hasMissed };
}

const viewName = ({ role, customRoleId, piiAccess }: Caller): string => JSON.stringify([role, customRoleId, piiAccess]);

/** The rules for fields count at once, so they are read with the rows. */
async function viewsOf(tx: TenantReader, listeners: readonly Listener[]): Promise<Map<string, FieldView>> {
  const views = new Map<string, FieldView>();
  for (const { caller } of listeners) {
    const name = viewName(caller);
    if (!views.has(name)) views.set(name, await loadFieldView(tx, caller));
  }
  return views;
}
