/** An answer, and how many rows were counted for it. */
export interface Counted<Answer> {
  readonly answer: Answer;
  readonly rows: number;
}

/** Answers that are dear to make and that everybody of a scope is given alike, kept in this process. */
export interface KeptAnswers<Answer> {
  /**
   * The answer that is kept for a scope, or a new one. The scope names all that an answer depends on, and above all
   * whose rows it was made of. Whoever asks while one is made makes another: nobody waits for, or fails with, others.
   */
  of(scope: readonly string[], make: () => Promise<Counted<Answer>>): Promise<Answer>;
}

const ROWS_A_SECOND = 10_000;
const LONGEST_SECONDS = 30;

/**
 * How long an answer is kept: a second for each 10,000 rows that it took, half a minute at most. One of fewer rows is
 * made anew each time.
 */
export const keepSeconds = (rows: number): number => Math.min(Math.floor(rows / ROWS_A_SECOND), LONGEST_SECONDS);

/** `elapsedMs` is a clock that is never set back. */
export function createKeptAnswers<Answer>(elapsedMs: () => number = () => performance.now()): KeptAnswers<Answer> {
  const kept = new Map<string, { readonly answer: Answer; readonly untilMs: number }>();
  return {
    async of(scope, make) {
      const key = JSON.stringify(scope);
      const known = kept.get(key);
      if (known && elapsedMs() < known.untilMs) return known.answer;
      const { answer, rows } = await make();
      const nowMs = elapsedMs();
      for (const [other, { untilMs }] of kept) if (untilMs <= nowMs) kept.delete(other);
      const seconds = keepSeconds(rows);
      if (seconds > 0) kept.set(key, { answer, untilMs: nowMs + seconds * 1000 });
      return answer;
    },
  };
}
