import type { Session } from '../../platform/postgres/index.ts';

/** A batch of units that is asked for, of one subject in one window. */
export interface WindowDemand {
  /** HMAC of who is limited, and by which limit. */
  readonly subject: Buffer;
  readonly startsAt: Date;
  readonly batch: number;
  readonly perMinute: number;
}

/**
 * Counts a batch and gives where the counter stands with it; undefined where the limit was reached before, and nothing
 * is counted any more. One statement: whoever asks at the same time waits for its row.
 */
export async function windowTake(identity: Session, demand: WindowDemand): Promise<number | undefined> {
  const [row] = await identity.query<{ taken: number }>({
    name: 'window-take',
    text: `INSERT INTO identity.rate_windows AS w (subject, starts_at, taken) VALUES ($1, $2, $3)
      ON CONFLICT (subject, starts_at) DO UPDATE SET taken = w.taken + $3 WHERE w.taken < $4
      RETURNING w.taken`,
    values: [demand.subject, demand.startsAt, demand.batch, demand.perMinute],
  });
  return row?.taken;
}

/** Deletes the windows that began before an instant. */
export async function windowsSweep(identity: Session, before: Date): Promise<void> {
  await identity.query({ text: 'DELETE FROM identity.rate_windows WHERE starts_at < $1', values: [before] });
}
