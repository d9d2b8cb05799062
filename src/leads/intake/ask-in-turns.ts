/** Rows of a file are many: nobody outside is asked about all of them at the same moment. */
export const ASKED_AT_ONCE = 8;

/** Asks about each, some at a time; gives the answers in the order of the questions. */
export async function askInTurns<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < all.length; at += ASKED_AT_ONCE)
    answers.push(...(await Promise.all(all.slice(at, at + ASKED_AT_ONCE).map(ask))));
  return answers;
}
