/** Commits items in groups: whatever came while one group was on its way makes the next. */
export interface GroupCommit<Item, Outcome> {
  /** Resolves once the item's group, or the item by itself, is committed. */
  submit(item: Item): Promise<Outcome>;
}

export interface GroupCommitOptions<Item, Outcome> {
  readonly largest: number;
  /** Commits all items or none, and gives an outcome for each, in order. */
  readonly commit: (items: readonly Item[]) => Promise<readonly Outcome[]>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One group is on its way at a time. When a group fails, each of its items is tried alone, so that one that poisons a
 * group harms nobody else; its own error is its own.
 */
export function createGroupCommit<Item, Outcome>(
  options: GroupCommitOptions<Item, Outcome>,
): GroupCommit<Item, Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let busy = false;

  const commitAll = async (group: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await options.commit(group.map((entry) => entry.item));
      for (const [index, entry] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) entry.reject(new Error('a group commit gave no outcome for an item'));
        else entry.resolve(outcome);
      }
    } catch (error) {
      const [only] = group;
      if (group.length === 1 && only) only.reject(error);
      else for (const entry of group) await commitAll([entry]);
    }
  };
  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, options.largest);
      waiting = waiting.slice(options.largest);
      await commitAll(group);
    }
    busy = false;
  };
  return {
    submit: (item) =>
      new Promise<Outcome>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        void pump();
      }),
  };
}
