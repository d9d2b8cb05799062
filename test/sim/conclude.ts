import {
  chooseNext,
  giveBackCampaign,
  giveBackSale,
  inPlayNext,
  reserveChoice,
} from '../../src/leads/delivery/choose-next.ts';
import { nextStep } from '../../src/leads/delivery/domain/next-step.ts';
import { closedAt } from '../../src/leads/intake/load-snapshot.ts';
import { linesOfSale } from '../../src/leads/sales/domain/ledger-lines.ts';
import { leadStateOf } from '../../src/leads/sales/domain/lead-state.ts';
import { attemptFor } from '../../src/leads/sales/reserve-sale.ts';
import { queueAt, send, takeUp, watchLease } from './deliver.ts';
import { SEALING } from './sealing.ts';
import { mayBeTakenBack } from './take-back.ts';
import { applyBook, insertSales, isActivePack, openSimBook } from './store.ts';
import type { StoredAttempt, StoredLead, StoredSale } from './store.ts';
import type { SimOutcome, World } from './world.ts';

const PERSON_WAITS_MS = 6 * 3_600_000;

/** Writes what an attempt came to and what follows, as `conclude-attempt` does, in one transaction. */
export function conclude(world: World, sale: StoredSale, attemptId: string, said: SimOutcome): void {
  const attempt = sale.attempts.find((one) => one.attemptId === attemptId);
  if (!attempt || world.dies()) return;
  const isWritten = attempt.outcome === null || isCorrection(sale, attempt, said);
  if (!isWritten) return;
  attempt.outcome = said.outcome;
  attempt.reason = said.reason;
  const next = sale.row.status === 'delivering' || sale.row.status === 'uncertain' ? follow(world, sale, said) : [];
  if (!world.dies()) for (const one of next) if (one.row.resumeAt === null) send(world, one);
}

/** A buyer's answer to an attempt that was given up with its process: a refusal counts while nothing was sent again. */
const isCorrection = (sale: StoredSale, attempt: StoredAttempt, { outcome }: SimOutcome): boolean =>
  attempt.outcome === 'uncertain' &&
  attempt.reason === 'process_lost' &&
  (outcome === 'accepted' || (outcome === 'rejected' && sale.attempts.at(-1) === attempt));

function follow(world: World, sale: StoredSale, { outcome, reason }: SimOutcome): StoredSale[] {
  const lead = leadOf(world, sale);
  const contract = lead.snapshot.contracts.get(sale.row.contractId);
  const step = nextStep({
    sale: sale.row.status === 'uncertain' ? 'uncertain' : 'delivering',
    outcome,
    policy: contract?.terms.uncertainPolicy ?? 'hold',
    attemptNumber: sale.attempts.length,
  });
  if (step.kind === 'release_and_try_next') return release(world, sale, reason);
  if (step.kind === 'settle') settle(world, lead, sale);
  else {
    const resumeAt = step.kind === 'resend_later' ? new Date(world.now().getTime() + step.delayMs) : null;
    sale.row = { ...sale.row, status: 'uncertain', reason, resumeAt };
    if (resumeAt) queueAt(world, sale.row.saleId, resumeAt);
    else world.later(PERSON_WAITS_MS, () => askPerson(world, sale));
  }
  moveLead(world, lead);
  return [];
}

const leadOf = ({ store }: World, { row }: StoredSale): StoredLead => {
  const lead = store.leads.get(row.leadId);
  if (!lead) throw new Error('the lead of a sale does not exist');
  return lead;
};

function settle(world: World, stored: StoredLead, sale: StoredSale): void {
  const { sales, lead } = stored;
  const isPaid = sales.some(({ row }) => row.status === 'settled' && row.payoutCents > 0);
  const payoutCents = sale.row.payoutPerSale || !isPaid ? sale.row.payoutCents : 0;
  sale.row = { ...sale.row, status: 'settled', payoutCents, resumeAt: null };
  const { saleId, buyerId, priceCents, packId } = sale.row;
  const { partnerId } = lead;
  const isPrepaid = packId !== null;
  world.store.ledger.push({ saleId, lines: linesOfSale({ buyerId, partnerId, priceCents, payoutCents, isPrepaid }) });
  mayBeTakenBack(world, stored, sale);
}

function release(world: World, sale: StoredSale, reason: string): StoredSale[] {
  const { store, promises } = world;
  const lead = leadOf(world, sale);
  const now = world.now();
  const { snapshot } = store;
  sale.row = { ...sale.row, status: 'released', reason, resumeAt: null };
  const book = openSimBook(store, inPlayNext(snapshot, lead.lead, lead.decision), now);
  const isPackClosed = sale.row.packId !== null && !isActivePack(store, sale.row.packId);
  giveBackSale(book, sale.row, isPackClosed);
  promises.released(sale.row, isPackClosed);
  const rows = lead.sales.map(({ row }) => row);
  const nobody = { isBarred: () => false, referenceOf: () => null };
  const chosen = chooseNext({ now, lead: lead.lead, sales: rows, decision: lead.decision, snapshot, book, ...nobody });
  const reserved = { ...SEALING, lead: lead.lead, fields: lead.prepared.fields, released: sale.row };
  const made = chosen.map((choice) => ({
    contract: choice.contract,
    sale: reserveChoice(SEALING.vault, reserved, choice),
  }));
  const attempts = made.flatMap(({ sale: one, contract }) =>
    one.resumeAt ? [] : [attemptFor(one, 1, contract.terms.delivery.timeoutMs, now)],
  );
  const sales = insertSales(store, lead, { sales: made.map((one) => one.sale), attempts }, now);
  if (sales.length === 0 && giveBackCampaign(book, lead.lead, rows))
    promises.campaignCounted(lead.lead.campaignId, lead.lead.countedOn ?? '', -1);
  applyBook(store, book);
  promises.reserved(
    lead,
    sales.map(({ row }) => row),
  );
  takeUp(world, sales);
  moveLead(world, lead);
  return sales;
}

function moveLead(world: World, lead: StoredLead): void {
  const rows = lead.sales.map(({ row }) => row);
  lead.state = leadStateOf(rows, world.now());
}

/** Takes up an open sale whose time has come, as `resume-sale` does. A job may come late, or twice. */
export function resume(world: World, saleId: string): void {
  const sale = world.store.sales.get(saleId);
  if (!sale?.row.resumeAt || sale.attempts.some(({ outcome }) => outcome === null)) return;
  if (sale.row.status !== 'delivering' && sale.row.status !== 'uncertain') return;
  const now = world.now();
  if (world.dies() || sale.row.resumeAt > now) {
    world.later(Math.max(5000, sale.row.resumeAt.getTime() - now.getTime()), () => resume(world, saleId));
    return;
  }
  const fate = sale.attempts.length === 0 ? fateOf(world, sale, now) : 'go';
  if (fate === 'withdraw') {
    const next = release(world, sale, 'withdrawn');
    if (!world.dies()) for (const one of next) if (one.row.resumeAt === null) send(world, one);
    return;
  }
  if (fate !== 'go') {
    sale.row = { ...sale.row, resumeAt: fate };
    queueAt(world, saleId, fate);
    return;
  }
  const attempt = attemptFor(sale.row, sale.attempts.length + 1, 5000, now);
  sale.attempts.push({ ...attempt, outcome: null, reason: null });
  sale.row = { ...sale.row, resumeAt: null };
  moveLead(world, leadOf(world, sale));
  watchLease(world, sale);
  send(world, sale);
}

function fateOf({ store }: World, { row }: StoredSale, now: Date): 'go' | 'withdraw' | Date {
  const contract = store.snapshot.contracts.get(row.contractId);
  if (contract?.status !== 'active' || contract.buyerStatus !== 'active') return 'withdraw';
  const closed = closedAt(store.snapshot, [row.contractId], now).get(row.contractId);
  if (!closed) return 'go';
  return closed.holdUntil === null ? 'withdraw' : new Date(closed.holdUntil);
}

/** Somebody asks the buyer, and says what it said. */
function askPerson(world: World, sale: StoredSale): void {
  const isOpen = sale.attempts.every(({ outcome }) => outcome !== null);
  if (sale.row.status !== 'uncertain' || sale.row.resumeAt !== null || !isOpen) return;
  const attempt = attemptFor(sale.row, sale.attempts.length + 1, 0, world.now());
  sale.attempts.push({ ...attempt, outcome: null, reason: null });
  const outcome = world.buyers.has(sale.row.buyerId, sale.row.saleId) ? 'accepted' : 'rejected';
  conclude(world, sale, attempt.attemptId, { outcome, reason: `person_said_${outcome}` });
  if (sale.attempts.at(-1)?.outcome !== null) return;
  sale.attempts.pop();
  world.later(PERSON_WAITS_MS, () => askPerson(world, sale));
}
