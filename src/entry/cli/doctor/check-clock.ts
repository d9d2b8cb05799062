import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../kernel/time.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem, warning } from './finding.ts';

const SKEW_MS = 2000;
/** A signed context lives for 300 s; beyond half of that a busy system begins to refuse itself. */
const UNUSABLE_MS = 150_000;
const JUMP_MS = 250;
const WATCH_MS = 200;
/** No clock is right that shows a time before this software was written. */
const WRITTEN_AT = Date.UTC(2026, 0, 1);

/** Whether the clock of this machine is plausible and runs evenly. */
export async function checkOwnClock(clock: Clock): Promise<Finding[]> {
  const [wall, steady] = [clock.now().getTime(), performance.now()];
  await sleep(WATCH_MS);
  const drift = clock.now().getTime() - wall - (performance.now() - steady);
  return judgeOwnClock(wall, drift);
}

/** `driftMs`: how much further the wall clock went than the steady one. */
export function judgeOwnClock(wallMs: number, driftMs: number): Finding[] {
  const remedy = 'Keep the time of this machine by NTP (chrony, systemd-timesyncd), which steers the clock evenly.';
  if (wallMs < WRITTEN_AT) return [problem('The clock of this machine is years behind.', remedy)];
  if (Math.abs(driftMs) > JUMP_MS) return [warning('The clock of this machine jumped while it was watched.', remedy)];
  return [fine('The clock of this machine is plausible and runs evenly.')];
}

/** The clock of each database server against that of this process. */
export async function checkDatabaseClock({ as, clock }: Pick<OpenedDatabases, 'as' | 'clock'>): Promise<Finding[]> {
  const skewOf = async (name: 'application' | 'keystore'): Promise<number> => {
    await as[name].query({ text: 'SELECT 1' });
    const before = clock.now().getTime();
    const [row] = await as[name].query<{ at: Date }>({ text: 'SELECT clock_timestamp() AS at' });
    if (!row) throw new Error('the server did not tell its time');
    return row.at.getTime() - (before + clock.now().getTime()) / 2;
  };
  const [application, keystore] = [await skewOf('application'), await skewOf('keystore')];
  return judgeSkew(Math.abs(application) > Math.abs(keystore) ? application : keystore);
}

/** `skewMs`: how far a database is ahead of this process. */
export function judgeSkew(skewMs: number): Finding[] {
  const off = Math.abs(skewMs);
  if (off <= SKEW_MS) return [fine('Process and databases agree on the time within 2 s.')];
  const message = `A database is ${(off / 1000).toFixed(1)} s ${skewMs > 0 ? 'ahead of' : 'behind'} this process.`;
  const remedy = 'Keep the time of both machines by NTP; days, caps, contexts and the audit trail depend on it.';
  return [off > UNUSABLE_MS ? problem(message, remedy) : warning(message, remedy)];
}
