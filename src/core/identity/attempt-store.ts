import type { Session } from '../../platform/postgres/index.ts';
import { CLOCKS_DIFFER_MS } from './domain/clock-skew.ts';

/** Whether the last try makes the next one wait: it has a wait, which is not over, and does not lie in the future. */
const WAITS = 'a.blocked_until > greatest($2, a.last_at) AND a.last_at < $6';

/**
 * Counts a try of a subject before it is judged, unless it must still wait: then gives the end of the wait and counts
 * nothing. One statement in a transaction of its own, so that whatever is rolled back afterwards, the count stays.
 * `waits` are the waits after one, two, … failures in milliseconds; the last one stands for all beyond.
 */
export async function attemptCount(
  identity: Session,
  subject: Buffer,
  waits: readonly number[],
  at: { readonly tryId: string; readonly now: Date; readonly forgetMs: number },
): Promise<Date | undefined> {
  const [row] = await identity.query<{ blockedUntil: Date; counted: boolean }>({
    text: `INSERT INTO identity.attempts AS a (subject, failures, last_try, last_at, blocked_until)
      VALUES ($1, 1, $5, $2, $2::timestamptz + make_interval(secs => ($3::float8[])[1] / 1000))
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN ${WAITS} THEN a.failures
          WHEN a.last_at < $2::timestamptz - make_interval(secs => $4::float8 / 1000) THEN 1 ELSE a.failures + 1 END,
        last_try = CASE WHEN ${WAITS} THEN a.last_try ELSE $5 END,
        last_at = CASE WHEN ${WAITS} THEN a.last_at ELSE $2 END,
        blocked_until = CASE WHEN ${WAITS} THEN a.blocked_until
          ELSE $2::timestamptz + make_interval(secs => ($3::float8[])[least(
            CASE WHEN a.last_at < $2::timestamptz - make_interval(secs => $4::float8 / 1000) THEN 1
              ELSE a.failures + 1 END, cardinality($3::float8[]))] / 1000) END
      RETURNING a.blocked_until AS "blockedUntil", a.last_try = $5 AS counted`,
    values: [subject, at.now, waits, at.forgetMs, at.tryId, new Date(at.now.getTime() + CLOCKS_DIFFER_MS)],
  });
  if (!row) throw new Error('a try was not counted');
  return row.counted ? undefined : row.blockedUntil;
}

/** Forgets the failures of subjects whose try was good. */
export async function attemptsForget(identity: Session, subjects: readonly Buffer[]): Promise<void> {
  await identity.query({ text: 'DELETE FROM identity.attempts WHERE subject = ANY($1)', values: [subjects] });
}

/** Takes back one try of a subject, and its wait: it was good, and says nothing of the others. */
export async function attemptTakeBack(identity: Session, subject: Buffer): Promise<void> {
  await identity.query({
    text: `UPDATE identity.attempts SET failures = greatest(failures - 1, 0), blocked_until = last_at
      WHERE subject = $1`,
    values: [subject],
  });
}

/** Deletes counts that nobody would look at any more, a few at a time. */
export async function attemptsSweep(identity: Session, before: Date): Promise<void> {
  await identity.query({
    text: `DELETE FROM identity.attempts WHERE subject IN
      (SELECT subject FROM identity.attempts WHERE last_at < $1 ORDER BY last_at LIMIT 500)`,
    values: [before],
  });
}
