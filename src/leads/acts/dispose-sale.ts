import { actorOf, requireValidCaller } from '../../core/access/index.ts';
import { type AuditEntry, recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { returnSales } from '../delivery/index.ts';
import { findMeaning, type Meaning } from '../outcomes/index.ts';
import { saleFind, type SaleRow } from '../sales/index.ts';
import { dispositionInsert, dispositionLast, type DispositionRow } from './disposition-store.ts';
import { type Locked, lockSales } from './lock-sales.ts';
import { returnFault } from './return-window.ts';
import { type Act, type ActDeps, contextOf } from './take-lead.ts';

/** What a buyer, or staff for it, says became of a lead that it bought. */
export interface Disposing extends Pick<Act, 'caller' | 'origin'> {
  readonly saleId: string;
  readonly status: string;
  readonly substatus: string | null;
  readonly source: DispositionRow['source'];
}

export interface Disposed {
  readonly row: DispositionRow;
  /** Whether nothing was kept, since the same was said last. */
  readonly isRepeat: boolean;
  /** Whether the word means anything, to the contract or to the group of its vertical. */
  readonly isKnown: boolean;
}

/**
 * Keeps what is said of a sale and what it means, in one transaction with what follows: a word that means a return to
 * the contract, or to the group of its vertical, returns the sale, while the contract takes returns and within its
 * window, whoever says it. The same said again changes nothing.
 * Throws NOT_FOUND for a sale that is not the caller's, or that never came about; CONFLICT for an erased lead.
 */
export async function disposeSale(deps: ActDeps, said: Disposing): Promise<Disposed> {
  const { caller, saleId } = said;
  const { tenantId, buyerId } = caller;
  const { leadId } = await deps.tenancy.readTenant(contextOf(said), (tx) => requireSale(tx, said));
  // A buyer writes nothing itself: the product does it on its behalf.
  const context = buyerId === undefined ? contextOf(said) : systemContext(tenantId);
  return deps.tenancy.withTenant(context, async (tx) => {
    const locked = await lockSales(tx, leadId);
    const now = deps.clock.now();
    await requireValidCaller(tx, caller, now);
    const sale = locked.sales.find((one) => one.saleId === saleId);
    if (!sale || !isHad(sale)) throw notFound();
    if (locked.lead.status === 'erased') throw new AppError('CONFLICT', ERASED);
    const meaning = await findMeaning(tx, sale.contractId, said.status);
    const { triggersReturn, returnReason } = meaning;
    const reason = returnReason ?? 'disposition';
    const last = await dispositionLast(tx, saleId);
    const isRepeat = last?.status === said.status && last.substatus === said.substatus;
    const isReturned = !isRepeat && triggersReturn && (await giveBack(deps, { tx, now, sale, locked, reason }));
    const row = isRepeat ? last : rowOf(said, sale, { at: now, isReturned, meaning });
    if (!isRepeat) await dispositionInsert(tx, row);
    await recordAudit(tx, now, eventsOf(said, row, { isRepeat, isReturned, reason, priceCents: sale.priceCents }));
    return { row, isRepeat, isKnown: meaning.source !== null };
  });
}

const ERASED = 'This lead was erased, and nothing is said of it any more.';

const isHad = ({ status }: SaleRow): boolean => status === 'settled' || status === 'returned';

/** The sale as the caller sees it; another buyer's is not told from none. */
async function requireSale(tx: TenantReader, { caller: { buyerId }, saleId }: Disposing): Promise<SaleRow> {
  const sale = await saleFind(tx, saleId);
  if (!sale || !isHad(sale) || (buyerId !== undefined && sale.buyerId !== buyerId)) throw notFound();
  return sale;
}

interface GivingBack {
  readonly tx: Parameters<typeof returnSales>[1]['tx'];
  readonly now: Date;
  readonly sale: SaleRow;
  readonly locked: Locked;
  readonly reason: string;
}

/** Returns the sale where its contract takes it back now. */
async function giveBack(deps: ActDeps, { tx, now, sale, locked, reason }: GivingBack): Promise<boolean> {
  if (sale.status !== 'settled' || (await returnFault(tx, sale, now))) return false;
  const { returned } = await returnSales(deps, { tx, now, lead: locked.lead, sales: [sale], reason });
  return returned.length > 0;
}

interface Kept {
  readonly at: Date;
  readonly isReturned: boolean;
  readonly meaning: Meaning;
}

function rowOf(
  { caller, status, substatus, source }: Disposing,
  { saleId, leadId, buyerId }: SaleRow,
  { at, isReturned: returned, meaning: { code } }: Kept,
): DispositionRow {
  const of = { dispositionId: newId(at.getTime()), saleId, leadId, buyerId };
  const meant = { codeId: code?.id ?? null, label: code?.label ?? null, category: code?.category ?? null };
  return { ...of, status, substatus, ...meant, source, saidBy: caller.actorId, returned, at };
}

interface Followed {
  readonly isRepeat: boolean;
  readonly isReturned: boolean;
  /** Why the sale is returned, where it is. */
  readonly reason: string;
  readonly priceCents: number;
}

function eventsOf(
  { caller, origin, source }: Disposing,
  { leadId, saleId, buyerId, dispositionId }: DispositionRow,
  { isRepeat, isReturned, reason, priceCents }: Followed,
): AuditEntry[] {
  const entityIds = [leadId, saleId, buyerId, dispositionId];
  const head = { entity: 'lead', outcome: 'done' } as const;
  const by = caller.buyerId === undefined ? {} : { onBehalfOf: { kind: actorOf(caller).kind, id: caller.actorId } };
  const said = { ...head, action: 'lead.disposition', entityIds, detail: { source, isRepeat, isReturned } } as const;
  const detail = { reason, sales: 1, returnedCents: priceCents, noteGiven: false };
  const returned = { ...head, action: 'lead.return', entityIds: [leadId, saleId], detail } as const;
  return [said, ...(isReturned ? [returned] : [])].map((event) => ({ event, origin, ...by }));
}
