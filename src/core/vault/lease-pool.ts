import { fail, ok, type Result } from '../../kernel/result.ts';

interface Pool<L> {
  readonly ready: L[];
  /** How many to make next: small tenants hold few keys in memory, busy ones make no extra round trip. */
  batch: number;
  /** More are made when fewer than this are left. */
  low: number;
  filling: Promise<Result<undefined, unknown>> | undefined;
  /** A fill that failed while nobody waited for it: thrown to whoever next finds the pool empty. */
  failure: { readonly error: unknown } | undefined;
}

export interface LeasePoolOptions<L> {
  /** Makes `count` new leases, already durable. */
  readonly make: (tenantId: string, count: number) => Promise<readonly L[]>;
  /** Told of each lease in the same turn in which it is taken from its pool. */
  readonly onTake: (tenantId: string, lease: L) => void;
}

const FIRST_BATCH = 32;
const LARGEST_BATCH = 256;
const POOLS = 256;

/** Leases made ahead, one batch at a time per tenant. */
export class LeasePools<L> {
  readonly #options: LeasePoolOptions<L>;
  /** In the order of their last use. */
  readonly #pools = new Map<string, Pool<L>>();

  constructor(options: LeasePoolOptions<L>) {
    this.#options = options;
  }

  /** The next lease of a tenant. Throws what making it threw, to all who wait; a later call tries again. */
  async lease(tenantId: string): Promise<L> {
    for (;;) {
      const pool = this.#poolOf(tenantId);
      if (pool.ready.length === 0 && pool.failure && !pool.filling) {
        const { error } = pool.failure;
        pool.failure = undefined;
        throw error;
      }
      if (pool.ready.length < pool.low) this.#fill(tenantId, pool);
      const next = pool.ready.shift();
      if (next !== undefined) {
        this.#options.onTake(tenantId, next);
        return next;
      }
      const outcome = await pool.filling;
      if (outcome?.ok === false) {
        pool.failure = undefined;
        throw outcome.error;
      }
    }
  }

  /** Drops the leases of a tenant, also those being made: whoever waits for them gets newer ones. */
  forget(tenantId: string): void {
    this.#pools.delete(tenantId);
  }

  #poolOf(tenantId: string): Pool<L> {
    const found = this.#pools.get(tenantId);
    const pool = found ?? { ready: [], batch: FIRST_BATCH, low: 1, filling: undefined, failure: undefined };
    this.#pools.delete(tenantId);
    if (!found && this.#pools.size >= POOLS) this.#dropIdlest();
    this.#pools.set(tenantId, pool);
    return pool;
  }

  /** Wastes some keys and numbers, nothing else: they were nobody's. */
  #dropIdlest(): void {
    for (const [tenantId, pool] of this.#pools) {
      if (!pool.filling) {
        this.#pools.delete(tenantId);
        return;
      }
    }
  }

  #fill(tenantId: string, pool: Pool<L>): void {
    pool.filling ??= this.#made(tenantId, pool).finally(() => {
      pool.filling = undefined;
    });
  }

  /** Fills a pool. A failure is a value, kept in the pool and given to all who wait. */
  async #made(tenantId: string, pool: Pool<L>): Promise<Result<undefined, unknown>> {
    try {
      pool.ready.push(...(await this.#options.make(tenantId, pool.batch)));
    } catch (error) {
      pool.failure = { error };
      return fail(error);
    }
    pool.low = pool.batch / 2;
    pool.batch = Math.min(pool.batch * 2, LARGEST_BATCH);
    pool.failure = undefined;
    return ok(undefined);
  }
}
