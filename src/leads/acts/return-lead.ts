import { actorOf, requireValidCaller } from '../../core/access/index.ts';
import { type AuditEntry, recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { returnSales } from '../delivery/index.ts';
import { leadFind, leadMove, type LeadStatus, requireLead } from '../intake/index.ts';
import { isLive, saleListOfBuyer, type SaleRow } from '../sales/index.ts';
import { inHand, type Locked, lockSales } from './lock-sales.ts';
import { noteInsert } from './note-store.ts';
import { returnFault } from './return-window.ts';
import { sealNote } from './seal-note.ts';
import { type Act, type ActDeps, contextOf } from './take-lead.ts';

/** Why sales of a lead are taken back: a return, or for good, when the lead is worth nothing to anybody. */
export interface TakeBack extends Act {
  readonly kind: 'return' | 'scrub';
  readonly reason: string;
  readonly note: string | undefined;
  /** One sale alone; all that the caller may return unless given. */
  readonly saleId?: string | undefined;
}

export interface TakenBack {
  readonly leadId: string;
  readonly status: LeadStatus;
  readonly returned: readonly Pick<SaleRow, 'saleId' | 'buyerId' | 'priceCents'>[];
}

/**
 * Takes settled sales of a lead back, in one transaction: money, caps and credit as before the sale, once only. A buyer
 * returns its own within its window, staff any at any time. A scrub takes back all, and nobody gets the lead any more.
 * Throws NOT_FOUND, or CONFLICT where there is nothing to take back or a buyer has the lead in hand.
 */
export async function takeBack(deps: ActDeps, act: TakeBack): Promise<TakenBack> {
  const { tenancy, vault, clock } = deps;
  const { caller } = act;
  const { tenantId } = caller;
  const isBuyer = caller.buyerId !== undefined;
  const leadId = await findFor(deps, act);
  const lead = await tenancy.readTenant(systemContext(tenantId), (tx) => leadFind(tx, { leadId }));
  if (!lead) throw notFound();
  if (lead.status === 'erased' && act.note !== undefined)
    throw new AppError('CONFLICT', 'This lead was erased, and takes no notes any more. Leave the note out.');
  const key = act.note === undefined ? undefined : await vault.subjectKey(tenantId, leadId);
  // A buyer sees of a lead what it was given, and writes nothing: the product does it on its behalf.
  return tenancy.withTenant(isBuyer ? systemContext(tenantId) : contextOf(act), async (tx) => {
    const held = await lockSales(tx, leadId);
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    const sales = await takable(tx, act, held, now);
    const { returned, end } = await returnSales(deps, { tx, now, lead: held.lead, sales, reason: act.reason });
    if (returned.length < sales.length) throw nothingLeft();
    const status = act.kind === 'scrub' ? 'scrubbed' : end.status;
    if (act.kind === 'scrub') await leadMove(tx, leadId, now, { status, reason: null });
    if (key && act.note !== undefined) {
      const { kind, note: text } = act;
      await noteInsert(
        tx,
        sealNote(vault, { tenantId, key }, { leadId, authorId: caller.actorId, kind, text, at: now }),
      );
    }
    await recordAudit(tx, now, [eventOf(act, leadId, returned)]);
    return { leadId, status, returned };
  });
}

/** The id of the lead, as far as the caller has anything to do with it. */
async function findFor(deps: ActDeps, act: TakeBack): Promise<string> {
  return deps.tenancy.readTenant(contextOf(act), async (tx) => {
    const { buyerId } = act.caller;
    if (buyerId === undefined) return (await requireLead(tx, act.leadId)).leadId;
    const [sale] = isId(act.leadId) ? await saleListOfBuyer(tx, { buyerId, leadId: act.leadId, limit: 1 }) : [];
    if (!sale) throw notFound();
    return sale.leadId;
  });
}

async function takable(tx: TenantWriter, act: TakeBack, { lead, sales }: Locked, now: Date): Promise<SaleRow[]> {
  const { buyerId } = act.caller;
  const settled = sales.filter(({ status }) => status === 'settled');
  if (act.kind === 'scrub') {
    if (lead.status === 'scrubbed') throw new AppError('CONFLICT', 'This lead was scrubbed before.');
    if (sales.filter(isLive).length > settled.length) throw inHand('scrub');
    return settled;
  }
  const own = settled.filter((sale) => buyerId === undefined || sale.buyerId === buyerId);
  const wanted = own.filter(({ saleId }) => act.saleId === undefined || saleId === act.saleId);
  if (wanted.length === 0) throw nothingLeft();
  for (const sale of buyerId === undefined ? [] : wanted) {
    const fault = await returnFault(tx, sale, now);
    if (fault) throw fault;
  }
  return wanted;
}

const nothingLeft = (): AppError =>
  new AppError('CONFLICT', 'No sale of this lead is there to be returned: it is not sold, or was returned before.');

function eventOf(act: TakeBack, leadId: string, returned: readonly SaleRow[]): AuditEntry {
  const { caller, origin, kind, reason, note } = act;
  return {
    event: {
      action: kind === 'return' ? 'lead.return' : 'lead.scrub',
      entity: 'lead',
      entityIds: [leadId, ...returned.map(({ saleId }) => saleId)],
      outcome: 'done',
      detail: {
        ...(kind === 'return' ? { reason } : {}),
        sales: returned.length,
        returnedCents: returned.reduce((sum, { priceCents }) => sum + priceCents, 0),
        noteGiven: note !== undefined,
      },
    },
    origin,
    ...(caller.buyerId === undefined ? {} : { onBehalfOf: { kind: actorOf(caller).kind, id: caller.actorId } }),
  };
}
