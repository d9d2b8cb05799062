import type { Clock } from '../../kernel/time.ts';

interface Entry<V> {
  readonly value: V;
  readonly at: number;
  readonly monotonicAt: number;
}

export interface KeyCacheOptions {
  readonly clock: Clock;
  readonly entries: number;
  readonly ageMs: number;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonicMs?: () => number;
}

/**
 * Opened keys, by tenant and name, bounded in number and in age. Age counts by the clock and by a monotonic one,
 * whichever is stricter, and time that runs backwards ends an entry: setting the clock prolongs nothing. When the cache
 * is full, expired entries go first, then those of a tenant with more than its share: no tenant pushes the others out.
 */
export class KeyCache<V> {
  readonly #options: KeyCacheOptions;
  readonly #monotonicMs: () => number;
  /** Tenants in the order of their last addition, entries in the order of theirs. */
  readonly #tenants = new Map<string, Map<string, Entry<V>>>();
  #size = 0;
  #forgotten = 0;

  constructor(options: KeyCacheOptions) {
    this.#options = options;
    this.#monotonicMs = options.monotonicMs ?? (() => performance.now());
  }

  /** Moves on whenever a tenant is forgotten. */
  get epoch(): number {
    return this.#forgotten;
  }

  get size(): number {
    return this.#size;
  }

  get(tenantId: string, name: string): V | undefined {
    const entry = this.#tenants.get(tenantId)?.get(name);
    if (!entry) return undefined;
    if (this.#isFresh(entry)) return entry.value;
    this.#remove(tenantId, name);
    return undefined;
  }

  /** Keeps a value, unless a tenant was forgotten since `epoch`: what was read before must not come back after. */
  set(tenantId: string, name: string, value: V, epoch: number = this.#forgotten): void {
    if (epoch !== this.#forgotten) return;
    this.#remove(tenantId, name);
    if (this.#size >= this.#options.entries) this.#evictOne(tenantId);
    const own = this.#tenants.get(tenantId) ?? new Map<string, Entry<V>>();
    this.#tenants.delete(tenantId);
    const entry = { value, at: this.#options.clock.now().getTime(), monotonicAt: this.#monotonicMs() };
    this.#tenants.set(tenantId, own.set(name, entry));
    this.#size += 1;
  }

  /** Drops an entry if it still has this value. */
  drop(tenantId: string, name: string, value: V): void {
    if (this.#tenants.get(tenantId)?.get(name)?.value === value) this.#remove(tenantId, name);
  }

  forget(tenantId: string): void {
    this.#forgotten += 1;
    this.#size -= this.#tenants.get(tenantId)?.size ?? 0;
    this.#tenants.delete(tenantId);
  }

  #isFresh(entry: Entry<V>): boolean {
    const age = this.#options.clock.now().getTime() - entry.at;
    return age >= 0 && age < this.#options.ageMs && this.#monotonicMs() - entry.monotonicAt < this.#options.ageMs;
  }

  #remove(tenantId: string, name: string): void {
    const own = this.#tenants.get(tenantId);
    if (own?.delete(name)) this.#size -= 1;
    if (own?.size === 0) this.#tenants.delete(tenantId);
  }

  #evictOne(newcomer: string): void {
    const [idlest] = this.#tenants;
    const [oldest] = idlest?.[1] ?? [];
    if (!idlest || !oldest) return;
    const own = this.#tenants.get(newcomer);
    const [ownOldest] = own ?? [];
    const greedy = own !== undefined && own.size > this.#options.entries / this.#tenants.size;
    if (greedy && ownOldest && this.#isFresh(oldest[1])) this.#remove(newcomer, ownOldest[0]);
    else this.#remove(idlest[0], oldest[0]);
  }
}
