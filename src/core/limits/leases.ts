import { hmacSha256 } from '../../platform/mac/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database } from '../../platform/postgres/index.ts';
import { batchOf, grantedOf, windowStart } from './domain/window.ts';
import { windowsSweep, windowTake } from './window-store.ts';

/** A limit, by the name under which its uses are counted. */
export interface RateLimit {
  readonly name: string;
  readonly perMinute: number;
  /** How many units one use takes; 1 unless given. */
  readonly cost?: number;
  /** What a use comes to while the database cannot be asked; `open` unless given. */
  readonly whenUnknown?: 'open' | 'closed';
}

export interface RateLimiterDeps {
  readonly identity: Database;
  readonly clock: Clock;
  /** Keys the HMAC of subjects: addresses do not stand in the table. */
  readonly pepper: Buffer;
  /** Told when the database cannot be asked, and limits are open or closed without it. */
  readonly onFailure: (error: unknown) => void;
}

/** What this process holds of one subject's budget. It dies with its window. */
export interface Lease {
  readonly startsAt: number;
  units: number;
  /** Nothing more is to be had in this window. */
  isSpent: boolean;
  hasRefused: boolean;
  asking: Promise<void> | undefined;
  /** The database could not be asked; until then nobody tries again. */
  unknownUntil: number;
}

interface Leases {
  /** The lease that a subject has in the window that `now` lies in, if it has one. */
  found(limit: RateLimit, subject: string, now: Date): Lease | undefined;
  /** The same, made if need be. */
  of(limit: RateLimit, subject: string, now: Date): Lease;
  /** Asks for a batch; whoever needs one meanwhile waits for the same answer. */
  fill(lease: Lease, limit: RateLimit, subject: string): Promise<void>;
}

const MOST = 50_000;
const RETRY_MS = 1000;
/** Windows that processes with clocks a little behind may still use are kept. */
const KEEP_MS = 5 * 60_000;

/** The leases of one process, and how it gets more. */
export function createLeases({ identity, clock, pepper, onFailure }: RateLimiterDeps): Leases {
  const leases = new Map<string, Lease>();
  let sweptAt = 0;

  const sweep = (startsAt: number): void => {
    if (startsAt === sweptAt) return;
    sweptAt = startsAt;
    for (const [id, lease] of leases) if (lease.startsAt < startsAt) leases.delete(id);
    windowsSweep(identity, new Date(startsAt - KEEP_MS)).catch(onFailure);
  };
  const ask = async (lease: Lease, limit: RateLimit, who: string): Promise<void> => {
    const { perMinute, cost = 1 } = limit;
    const batch = batchOf(perMinute, cost);
    const subject = hmacSha256(pepper, idOf(limit, who));
    try {
      const taken = await windowTake(identity, { subject, startsAt: new Date(lease.startsAt), batch, perMinute });
      const granted = taken === undefined ? 0 : grantedOf(batch, taken, perMinute);
      lease.units += granted;
      lease.isSpent = granted < batch;
    } catch (error) {
      lease.unknownUntil = clock.now().getTime() + RETRY_MS;
      onFailure(error);
    }
  };
  const found: Leases['found'] = (limit, subject, now) => {
    const lease = leases.get(idOf(limit, subject));
    return lease?.startsAt === windowStart(now) ? lease : undefined;
  };
  return {
    found,
    of(limit, subject, now) {
      const known = found(limit, subject, now);
      if (known) return known;
      if (leases.size >= MOST) leases.clear();
      const startsAt = windowStart(now);
      const made = { startsAt, units: 0, isSpent: false, hasRefused: false, asking: undefined, unknownUntil: 0 };
      leases.set(idOf(limit, subject), made);
      return made;
    },
    async fill(lease, limit, subject) {
      sweep(lease.startsAt);
      lease.asking ??= ask(lease, limit, subject).finally(() => (lease.asking = undefined));
      await lease.asking;
    },
  };
}

const idOf = ({ name }: RateLimit, subject: string): string => `limit\0${name}\0${subject}`;
