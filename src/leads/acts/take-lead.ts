import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import type { Tenancy, TenantWriter } from '../../core/tenancy/index.ts';
import type { SealingKey, Vault } from '../../core/vault/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Outbound } from '../../platform/outbound/index.ts';
import {
  createDeliveries,
  type DeliverDeps,
  leadFind,
  leadLock,
  type LeadRow,
  openLead,
  requireLead,
  type Snapshots,
} from '../intake/index.ts';

/** What this room works with. */
export interface ActDeps extends DeliverDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
  readonly clock: Clock;
  /** Buyers that bid are asked for their price. */
  readonly outbound: Outbound;
}

/** Who acts upon which lead, by its id or its short id. */
export interface Act {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly leadId: string;
}

/** A lead in hand: locked, with what was opened of it before. */
export interface Held {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly fields: Awaited<ReturnType<typeof openLead>>;
  readonly key: SealingKey;
  readonly token: (field: string, value: string) => Buffer;
}

export const contextOf = ({ caller }: Pick<Act, 'caller'>) => ({
  tenantId: caller.tenantId,
  actor: actorOf(caller),
});

/** A lead as it was read, with what was opened of it; nobody holds it. */
export type Opened = Omit<Held, 'tx' | 'now'>;

/** Opens a lead, in no transaction. Throws NOT_FOUND for a foreign lead, CONFLICT for an erased one. */
export async function openForAct({ tenancy, vault }: ActDeps, act: Act): Promise<Opened> {
  const { tenantId } = act.caller;
  const lead = await tenancy.readTenant(contextOf(act), (tx) => requireLead(tx, act.leadId));
  if (lead.status === 'erased') throw erased();
  const [fields, key, token] = [
    await openLead(vault, tenantId, lead),
    await vault.subjectKey(tenantId, lead.leadId),
    await vault.tokens(tenantId),
  ];
  return { lead, fields, key, token };
}

/**
 * Does something with an opened lead under its lock, in one transaction of the caller's. Throws NOT_FOUND and CONFLICT
 * where it is gone or erased by then.
 */
export async function withLead<T>(
  deps: ActDeps,
  act: Act,
  { lead: { leadId }, ...opened }: Opened,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  return deps.tenancy.withTenant(contextOf(act), async (tx) => {
    const lead = await leadLock(tx, leadId);
    if (!lead) throw notFound();
    if (lead.status === 'erased') throw erased();
    // Not before: of two who wait for the lead, the later one is the later one in the trail too.
    const now = deps.clock.now();
    await requireValidCaller(tx, act.caller, now);
    return work({ ...opened, tx, now, lead });
  });
}

const erased = (): AppError => new AppError('CONFLICT', 'This lead was erased: nothing is left of it to work with.');

/** How long whoever acts waits for buyers to answer. */
const WAIT_MS = 10_000;

/** Delivers what was reserved, and says where the lead stands when it has an end or the wait is over. */
export async function deliverHeld(
  deps: ActDeps,
  act: Pick<Act, 'caller'>,
  leadId: string,
  attempts: readonly { readonly saleId: string; readonly attemptId: string }[],
): Promise<LeadRow> {
  const { tenantId } = act.caller;
  const reserved = attempts.map(({ saleId, attemptId }) => ({ tenantId, saleId, attemptId }));
  if (reserved.length > 0) await createDeliveries(deps).start(reserved, leadId, deps.clock.now().getTime() + WAIT_MS);
  const lead = await deps.tenancy.readTenant(contextOf(act), (tx) => leadFind(tx, { leadId }));
  if (!lead) throw notFound();
  return lead;
}
