import { actorOf, type Caller } from '../../core/access/index.ts';
import { type Origin, recordAudit } from '../../core/audit/index.ts';
import type { Tenancy, TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** An answer with what the trail says of it. */
export interface Reading<A> {
  readonly answer: A;
  readonly entityIds: readonly string[];
  readonly phiClasses: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Done in the transaction of the event. */
  write?(tx: TenantWriter): Promise<void>;
}

/** A request, as far as its trail needs it. */
export interface Asked {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
}

/**
 * Answers a request that shows sealed values: `read` in one transaction, then `show` in none, since opening may ask
 * another server, and only then the event, in a second one. So the trail names the classes that are really shown, which
 * nobody knows before they are opened; and nothing is shown that does not stand there.
 */
export async function answerReading<R, A>(
  tenancy: Tenancy,
  asked: Asked,
  audit: { readonly action: string; readonly entity: string },
  steps: { read(tx: TenantReader): Promise<R>; show(found: R): Promise<Reading<A>> },
): Promise<{ readonly answer: A; readonly audited: true }> {
  const found = await tenancy.readTenant(contextOf(asked), (tx) => steps.read(tx));
  return answerRead(tenancy, asked, audit, await steps.show(found));
}

/** Writes what was read and opened into the trail, and only then gives the answer. */
export async function answerRead<A>(
  tenancy: Tenancy,
  asked: Asked,
  audit: { readonly action: string; readonly entity: string },
  reading: Reading<A>,
): Promise<{ readonly answer: A; readonly audited: true }> {
  const { answer, entityIds, phiClasses, detail } = reading;
  const event = { ...audit, entityIds, phiClasses, outcome: 'done', ...(detail ? { detail } : {}) } as const;
  await tenancy.withTenant(contextOf(asked), async (tx) => {
    await reading.write?.(tx);
    await recordAudit(tx, asked.now, [{ event, origin: asked.origin }]);
  });
  return { answer, audited: true };
}

const contextOf = ({ caller }: Asked) => ({ tenantId: caller.tenantId, actor: actorOf(caller) });
