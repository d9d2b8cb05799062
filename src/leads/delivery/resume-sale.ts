import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { closedAt, leadFind, leadLock, type ReservedSale, screenAgain } from '../intake/index.ts';
import { standingUnder } from '../routing/index.ts';
import {
  attemptFor,
  attemptInsert,
  attemptList,
  type AttemptRow,
  enqueueDelivery,
  saleFind,
  saleListOfLead,
  saleLock,
  saleMove,
  type SaleRow,
} from '../sales/index.ts';
import { moveLead, releaseSale } from './conclude-attempt.ts';
import { consignmentOf, type DeliveryDeps } from './prepare-sale.ts';
import { openForNext, type Prepared, UNOPENED } from './reserve-next.ts';

/** The queue's clock is the database's, and may be ahead of ours. */
const CLOCKS_DIFFER_MS = 5000;

/**
 * Takes up an open sale whose time has come, and gives the attempts that are to be made now: its next one, or those at
 * other buyers where it may not go to its own any more. None when somebody has it in hand, when it has to wait on, when
 * a person is to decide, or when it has ended. A job may come late, twice, or from a process that died hours ago: the
 * row decides.
 */
export async function resumeSale(deps: DeliveryDeps, tenantId: string, saleId: string): Promise<ReservedSale[]> {
  const prepared = await openUnsent(deps, tenantId, saleId);
  const resumed = await deps.tenancy.withTenant(systemContext(tenantId), async (tx): Promise<Resumed> => {
    const found = await lockDue(deps, tx, saleId);
    if (!found) return { kind: 'nothing' };
    const { sale, attempts } = found;
    const fate = attempts.length === 0 ? await fateOf(deps, tx, sale, prepared) : GO;
    const now = deps.clock.now();
    if (fate.kind === 'withdraw') return fate;
    if (fate.kind === 'wait') {
      await waitUntil(tx, now, sale, fate.until);
      return { kind: 'nothing' };
    }
    const { delivery } = await consignmentOf(tx, sale);
    const next = attemptFor(sale, attempts.length + 1, delivery.timeoutMs, now);
    await attemptInsert(tx, now, [next]);
    await saleMove(tx, saleId, now, { status: sale.status, reason: sale.reason ?? undefined });
    return { kind: 'attempt', attempt: { tenantId, saleId, attemptId: next.attemptId } };
  });
  if (resumed.kind === 'attempt') return [resumed.attempt];
  return resumed.kind === 'withdraw' ? withdraw(deps, { tenantId, saleId, prepared }) : [];
}

/** Opens the lead of a sale of which nothing was sent yet, for it is held against lists once more. */
async function openUnsent(deps: DeliveryDeps, tenantId: string, saleId: string): Promise<Prepared> {
  const isUnsent = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const sale = await saleFind(tx, saleId);
    return sale?.status === 'delivering' && (await attemptList(tx, [saleId])).length === 0;
  });
  return isUnsent ? openForNext(deps, tenantId, saleId, 'failed') : UNOPENED;
}

type Resumed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'attempt'; readonly attempt: ReservedSale }
  | Extract<Fate, { kind: 'withdraw' }>;

interface Due {
  readonly sale: SaleRow;
  readonly attempts: readonly AttemptRow[];
}

/** The sale, locked, if it is to be taken up now. */
async function lockDue({ clock }: DeliveryDeps, tx: TenantWriter, saleId: string): Promise<Due | undefined> {
  const sale = await saleLock(tx, saleId);
  if (!sale || (sale.status !== 'delivering' && sale.status !== 'uncertain')) return undefined;
  if (!sale.resumeAt || sale.resumeAt.getTime() > clock.now().getTime() + CLOCKS_DIFFER_MS) return undefined;
  const attempts = await attemptList(tx, [saleId]);
  return attempts.some((entry) => entry.outcome === null) ? undefined : { sale, attempts };
}

/** What becomes of a sale of which nothing was sent yet. */
type Fate =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'withdraw'; readonly reason: string };
const GO: Fate = { kind: 'go' };

/**
 * A sale that waited goes out on the terms under which it was sold, at their price, whatever they say since. But
 * nothing is sent to a buyer that is paused, that has no agreement, or whose contract refuses leads at this hour by
 * what it says now, nor of a person who asked meanwhile not to be contacted: the lead goes to the next who may have
 * it. A contract that is closed once more and holds leads, holds this one on. What was sent to a buyer before is
 * another matter: that one may have the lead, and is asked again whatever happened since.
 */
async function fateOf(deps: DeliveryDeps, tx: TenantWriter, sale: SaleRow, { opened }: Prepared): Promise<Fate> {
  const snapshot = await deps.snapshots.current(tx);
  const contract = snapshot.contracts.get(sale.contractId);
  if (contract?.status !== 'active') return { kind: 'withdraw', reason: 'contract_inactive' };
  if (contract.buyerStatus !== 'active') return { kind: 'withdraw', reason: 'buyer_inactive' };
  const lead = await leadFind(tx, { leadId: sale.leadId });
  if (!lead || !opened || lead.status === 'erased') return { kind: 'withdraw', reason: 'erased' };
  const { withoutAgreement } = standingUnder(lead.regime, [sale.buyerId]);
  if (withoutAgreement.has(sale.buyerId)) return { kind: 'withdraw', reason: 'agreement_missing' };
  const now = deps.clock.now();
  // The sale itself is one of its buyer's by now, so that only lists are asked about.
  const screened = await screenAgain(tx, snapshot, { lead, ...opened }, { contractIds: [], now });
  if (screened.isSuppressed(sale.buyerId)) return { kind: 'withdraw', reason: 'suppressed' };
  const due = new Date(Math.max(now.getTime(), sale.resumeAt?.getTime() ?? 0));
  const closed = closedAt(snapshot, [sale.contractId], due).get(sale.contractId);
  if (!closed) return GO;
  if (closed.holdUntil === null) return { kind: 'withdraw', reason: 'outside_schedule' };
  return { kind: 'wait', until: new Date(closed.holdUntil) };
}

async function waitUntil(tx: TenantWriter, now: Date, sale: SaleRow, until: Date): Promise<void> {
  await saleMove(tx, sale.saleId, now, { status: sale.status, reason: sale.reason ?? undefined, resumeAt: until });
  await enqueueDelivery(tx, [sale.saleId], until);
  const lead = await leadLock(tx, sale.leadId);
  if (lead) await moveLead({ tx, now, lead }, await saleListOfLead(tx, lead.leadId));
}

interface Withdrawn {
  readonly tenantId: string;
  readonly saleId: string;
  readonly prepared: Prepared;
}

/** Releases a sale that may not go to its buyer any more, and reserves for the next contracts. */
async function withdraw(deps: DeliveryDeps, { tenantId, saleId, prepared }: Withdrawn): Promise<ReservedSale[]> {
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const due = await lockDue(deps, tx, saleId);
    if (!due || due.attempts.length > 0) return [];
    const { sale } = due;
    const fate = await fateOf(deps, tx, sale, prepared);
    // What was in the way is gone: the next look at sales that are overdue takes it up.
    if (fate.kind !== 'withdraw') return [];
    const lead = await leadLock(tx, sale.leadId);
    if (!lead) throw new Error('the lead of a sale does not exist');
    const now = deps.clock.now();
    const { reason } = fate;
    const event = {
      action: 'sale.withdraw',
      entity: 'sale',
      entityIds: [saleId, sale.leadId],
      outcome: 'done',
    } as const;
    const detail = { reason, buyerId: sale.buyerId, contractId: sale.contractId };
    await recordAudit(tx, now, [{ event: { ...event, detail }, origin: {} }]);
    const { next } = await releaseSale({ deps, tx, now, sale, lead, prepared }, reason);
    return [...next];
  });
}
