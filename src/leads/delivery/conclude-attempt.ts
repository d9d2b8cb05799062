import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { unreachable } from '../../kernel/result.ts';
import { type LeadEnd, leadLock, leadMove, type LeadRow, type ReservedSale } from '../intake/index.ts';
import {
  attemptCorrect,
  attemptFinish,
  attemptList,
  enqueueDelivery,
  leadStateOf,
  ledgerBook,
  linesOfSale,
  saleListOfLead,
  saleLock,
  saleMove,
  type SaleRow,
  type StateOfSale,
} from '../sales/index.ts';
import { type Classified, NOT_PREPARED } from './domain/classify-response.ts';
import { nextStep, resendDelay } from './domain/next-step.ts';
import { openForNext, type Prepared, reserveNext } from './reserve-next.ts';
import type { DeliveryDeps } from './prepare-sale.ts';

/** What an attempt came to. */
export interface Outcome extends Pick<Classified, 'outcome' | 'reasonCode'> {
  readonly httpStatus?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly sealedResponse?: Buffer | undefined;
  readonly sealedBuyerLeadId?: Buffer | undefined;
  /** A person's word about an earlier attempt: this one sent nothing. */
  readonly byPerson?: boolean;
}

/** What it makes of the lead, and the attempts at other buyers that are to be made now. */
export interface Concluded {
  readonly end: LeadEnd;
  readonly next: readonly ReservedSale[];
}

/** A person must speak with this buyer: it believes that it has bought the lead. */
const TOO_LATE = new Error('a buyer accepted a lead after it was released');
/** Why the way out refuses in a process that is stopping. */
const CLOSED = 'closed';

/**
 * Writes the outcome of an attempt and what follows from it, in one transaction: settle, or release and reserve the
 * next contract, or hold as uncertain. Whoever comes second to the same attempt changes nothing, but for a buyer's
 * answer that comes after all to an attempt that was given up with its process: it corrects the outcome.
 */
export async function concludeAttempt(
  deps: DeliveryDeps,
  reserved: ReservedSale,
  outcome: Outcome,
): Promise<Concluded> {
  const { tenantId, saleId, attemptId } = reserved;
  const prepared = await openForNext(deps, tenantId, saleId, outcome.outcome);
  return deps.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const sale = await saleLock(tx, saleId);
    if (!sale) throw new Error('the sale of an attempt does not exist');
    // Not before: of two who wait for the sale, the later one is the later one in the trail too.
    const now = deps.clock.now();
    return concludeIn({ deps, tx, now, sale, outcome, prepared }, attemptId);
  });
}

/** Writes the outcome of an attempt of a locked sale, and what follows, in the caller's transaction. */
export async function concludeIn(concluding: Concluding, attemptId: string): Promise<Concluded> {
  const { deps, tx, now, sale, outcome } = concluding;
  const { httpStatus, durationMs, sealedResponse } = outcome;
  const result = { outcome: outcome.outcome, reason: outcome.reasonCode, httpStatus, durationMs, sealedResponse };
  const isFirst = await attemptFinish(tx, attemptId, now, result);
  const isWritten = isFirst || (await attemptCorrect(tx, attemptId, now, result));
  const lead = await leadLock(tx, sale.leadId);
  if (!lead) throw new Error('the lead of a sale does not exist');
  if (!isWritten) return { end: endOf(lead), next: [] };
  if (!outcome.byPerson) await auditDelivery(concluding, attemptId, isFirst);
  if (sale.status !== 'delivering' && sale.status !== 'uncertain') {
    if (sale.status === 'released' && outcome.outcome === 'accepted') deps.onFailure(TOO_LATE, sale.saleId);
    return { end: endOf(lead), next: [] };
  }
  return follow({ ...concluding, lead });
}

interface Concluding {
  readonly deps: DeliveryDeps;
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly sale: SaleRow;
  readonly outcome: Outcome;
  readonly prepared: Prepared;
}

interface Following extends Concluding {
  readonly lead: LeadRow;
}

async function follow(f: Following): Promise<Concluded> {
  // What the buyer took is settled, however many attempts that has cost.
  const attempts = f.outcome.outcome === 'accepted' ? [] : await attemptList(f.tx, [f.sale.saleId]);
  const again = againAt(f, attempts.length);
  if (again) return { end: await leaveToJob(f, again), next: [] };
  const step = nextStep({
    sale: f.sale.status === 'uncertain' ? 'uncertain' : 'delivering',
    outcome: f.outcome.outcome,
    policy: f.prepared.uncertainPolicy,
    attemptNumber: attempts.length,
  });
  switch (step.kind) {
    case 'settle':
      return { end: await settle(f), next: [] };
    case 'release_and_try_next':
      return release(f);
    case 'hold_uncertain':
      return { end: await hold(f, undefined), next: [] };
    case 'resend_later':
      return { end: await hold(f, new Date(f.now.getTime() + step.delayMs)), next: [] };
    default:
      return unreachable(step);
  }
}

/**
 * When to make an attempt anew that our own house kept from being made: a process that closes leaves it to whoever
 * works next; what could not be read is tried again after a while, a few times.
 */
function againAt({ outcome, now }: Following, attempts: number): Date | undefined {
  if (outcome.reasonCode === CLOSED) return now;
  const delayMs = outcome.reasonCode === NOT_PREPARED ? resendDelay(attempts) : undefined;
  return delayMs === undefined ? undefined : new Date(now.getTime() + delayMs);
}

async function leaveToJob({ tx, now, sale, lead }: Following, resumeAt: Date): Promise<LeadEnd> {
  await saleMove(tx, sale.saleId, now, { status: sale.status, reason: sale.reason ?? undefined, resumeAt });
  await enqueueDelivery(tx, [sale.saleId], resumeAt);
  return endOf(lead);
}

async function settle(f: Following): Promise<LeadEnd> {
  const { tx, now, sale, lead, outcome } = f;
  const sales = await saleListOfLead(tx, lead.leadId);
  const payoutCents = sale.payoutPerSale || !isPaid(sales) ? sale.payoutCents : 0;
  await saleMove(tx, sale.saleId, now, {
    status: 'settled',
    reason: outcome.reasonCode,
    sealedBuyerLeadId: outcome.sealedBuyerLeadId,
    payoutCents,
  });
  const { buyerId, priceCents, packId } = sale;
  const { partnerId } = lead;
  const isPrepaid = packId !== null;
  await ledgerBook(tx, now, sale, linesOfSale({ buyerId, partnerId, priceCents, payoutCents, isPrepaid }));
  return moveLead(f, withChange(sales, sale, { status: 'settled', payoutCents }));
}

/** Whether the partner has been paid for the lead: a fixed payout is for the lead, however often it is sold. */
const isPaid = (sales: readonly SaleRow[]): boolean =>
  sales.some((sale) => sale.status === 'settled' && sale.payoutCents > 0);

/** The sales of a lead once one of them has changed. */
const withChange = (sales: readonly SaleRow[], { saleId }: SaleRow, change: Partial<SaleRow>): SaleRow[] =>
  sales.map((sale) => (sale.saleId === saleId ? { ...sale, resumeAt: null, ...change } : sale));

const release = (f: Following): Promise<Concluded> => releaseSale(f, f.outcome.reasonCode);

/** Releases a locked sale of a locked lead for a reason, and reserves for the next contracts. */
export async function releaseSale(f: Omit<Following, 'outcome'>, reason: string): Promise<Concluded> {
  const { deps, tx, now, lead, sale } = f;
  await saleMove(tx, sale.saleId, now, { status: 'released', reason });
  const { opened } = f.prepared;
  const sales = withChange(await saleListOfLead(tx, lead.leadId), sale, { status: 'released' });
  const next = await reserveNext(deps, { tx, now, lead, opened, released: sale, sales });
  const begun = next.sales.map(({ priceCents, payoutCents, resumeAt = null }): StateOfSale => ({
    status: 'delivering',
    priceCents,
    payoutCents,
    resumeAt,
  }));
  return { end: await moveLead(f, [...sales, ...begun]), next: next.attempts };
}

async function hold(f: Following, resumeAt: Date | undefined): Promise<LeadEnd> {
  const { tx, now, sale, outcome } = f;
  await saleMove(tx, sale.saleId, now, { status: 'uncertain', reason: outcome.reasonCode, resumeAt });
  if (resumeAt) await enqueueDelivery(tx, [sale.saleId], resumeAt);
  const sales = await saleListOfLead(tx, f.lead.leadId);
  return moveLead(f, withChange(sales, sale, { status: 'uncertain', resumeAt: resumeAt ?? null }));
}

/** Puts the lead where all its sales together leave it. */
export async function moveLead(
  { tx, now, lead }: Pick<Following, 'tx' | 'now' | 'lead'>,
  sales: readonly StateOfSale[],
): Promise<LeadEnd> {
  const state = leadStateOf(sales, now);
  await leadMove(tx, lead.leadId, now, state);
  const { status, reason, payoutCents } = state;
  return { status, reason, payoutCents };
}

/**
 * A delivery is a disclosure: what went to whom stands in the trail (45 CFR 164.528 asks for the accounting), once for
 * each attempt. What is found out later about the same attempt is no second disclosure, and has an event of its own.
 */
async function auditDelivery(concluding: Concluding, attemptId: string, isFirst: boolean): Promise<void> {
  const { tx, now, sale, outcome } = concluding;
  const isDisclosure = isFirst && wasSent(outcome);
  await recordAudit(tx, now, [
    {
      event: {
        action: isFirst ? 'lead.deliver' : 'delivery.correct',
        entity: 'sale',
        entityIds: [sale.saleId, sale.leadId],
        outcome: saidOf(outcome),
        phiClasses: isDisclosure ? ['licensed'] : [],
        detail: {
          attemptId,
          result: outcome.outcome,
          reason: outcome.reasonCode,
          buyerId: sale.buyerId,
          contractId: sale.contractId,
          fields: isDisclosure ? sale.licensedFields : [],
        },
      },
      origin: {},
    },
  ]);
}

function saidOf({ outcome }: Outcome): 'done' | 'refused' | 'failed' {
  if (outcome === 'accepted') return 'done';
  return outcome === 'uncertain' || outcome === 'failed' ? 'failed' : 'refused';
}

/** Whether bytes may have left: what surely failed without any answer never did. */
const wasSent = ({ outcome, httpStatus }: Outcome): boolean => outcome !== 'failed' || httpStatus !== undefined;

const endOf = (lead: LeadRow): LeadEnd => ({ status: lead.status, reason: lead.reason, payoutCents: lead.payoutCents });
