/** Commits items in groups: whatever came while groups were on their way makes the next. */
export interface GroupCommit<Item, Outcome> {
  /** Resolves once the item's group, or the item by itself, is committed. */
  submit(item: Item): Promise<Outcome>;
}

export interface GroupCommitOptions<Item, Outcome> {
  readonly largest: number;
  /** Groups on their way at the same time. */
  readonly atOnce: number;
  /** Commits all items or none, and gives an outcome for each, in order. */
  readonly commit: (items: readonly Item[]) => Promise<readonly Outcome[]>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * At most `atOnce` groups are on their way: while one waits for the disk, the next is made. When a group fails, each of
 * its items is tried once more, alone, so that one that poisons a group harms nobody else, and one that was committed
 * though the answer was lost learns it; its own error is its own.
 */
export function createGroupCommit<Item, Outcome>(
  options: GroupCommitOptions<Item, Outcome>,
): GroupCommit<Item, Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let underWay = 0;
  let scheduled = false;

  const commitAll = (group: readonly Waiting<Item, Outcome>[]): Promise<void> =>
    tryCommit(options.commit, group, async () => {
      for (const entry of group) await tryCommit(options.commit, [entry], entry.reject);
    });
  const pump = async (): Promise<void> => {
    underWay += 1;
    try {
      while (waiting.length > 0) {
        const group = waiting.slice(0, options.largest);
        waiting = waiting.slice(options.largest);
        await commitAll(group);
      }
    } finally {
      underWay -= 1;
    }
  };
  const refuseAll = (error: unknown): void => {
    for (const entry of waiting.splice(0)) entry.reject(error);
  };
  return {
    submit: (item) =>
      new Promise<Outcome>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // After this turn of the event loop, so that what came together goes together.
        if (scheduled || underWay >= options.atOnce) return;
        scheduled = true;
        setImmediate(() => {
          scheduled = false;
          pump().catch(refuseAll);
        });
      }),
  };
}

const LARGEST_GROUP = 64;
const GROUPS_AT_ONCE = 2;

/** Groups of each tenant by itself: no transaction is of two. */
export function createTenantGroups<Item, Outcome>(
  commit: (tenantId: string, items: readonly Item[]) => Promise<readonly Outcome[]>,
): (tenantId: string, item: Item) => Promise<Outcome> {
  const groups = new Map<string, GroupCommit<Item, Outcome>>();
  return (tenantId, item) => {
    const group =
      groups.get(tenantId) ??
      createGroupCommit<Item, Outcome>({
        largest: LARGEST_GROUP,
        atOnce: GROUPS_AT_ONCE,
        commit: (items) => commit(tenantId, items),
      });
    groups.set(tenantId, group);
    return group.submit(item);
  };
}

/** Commits the group and tells each of its items, or tells `onFailure` that none was committed. */
async function tryCommit<Item, Outcome>(
  commit: GroupCommitOptions<Item, Outcome>['commit'],
  group: readonly Waiting<Item, Outcome>[],
  onFailure: (error: unknown) => Promise<void> | void,
): Promise<void> {
  try {
    const outcomes = await commit(group.map((entry) => entry.item));
    for (const [index, entry] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) entry.reject(new Error('a group commit gave no outcome for an item'));
      else entry.resolve(outcome);
    }
  } catch (error) {
    await onFailure(error);
  }
}
