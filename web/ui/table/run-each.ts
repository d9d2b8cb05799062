/** How far an act on many has come. */
export interface RunState<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly error: unknown }[];
  /** What was not begun, because the run was stopped. */
  readonly left: readonly T[];
}

interface Run<T> {
  readonly items: readonly T[];
  readonly act: (item: T) => Promise<unknown>;
  /** How many are under way at most. */
  readonly atOnce: number;
  /** Stops the run: what is under way is brought to its end, nothing more is begun. */
  readonly signal: AbortSignal;
  /** Whether a failure is one that all others would share. */
  readonly endsAll: (error: unknown) => boolean;
  readonly onProgress: (state: RunState<T>) => void;
}

/** Does something to each of many, a few at once; one that fails does not hold up the others. */
export async function runEach<T>({ items, act, atOnce, signal, endsAll, onProgress }: Run<T>): Promise<RunState<T>> {
  const waiting = [...items];
  const done: T[] = [];
  const failed: { item: T; error: unknown }[] = [];
  let isEnded = false;
  const state = (): RunState<T> => ({ done: [...done], failed: [...failed], left: [...waiting] });
  const lane = async (): Promise<void> => {
    while (!signal.aborted && !isEnded) {
      const [item] = waiting.splice(0, 1);
      if (item === undefined) return;
      await act(item).then(
        () => done.push(item),
        (error: unknown) => {
          isEnded ||= endsAll(error);
          failed.push({ item, error });
        },
      );
      onProgress(state());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return state();
}
