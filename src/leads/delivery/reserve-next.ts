import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { SealingKey } from '../../core/vault/index.ts';
import { pingBids } from '../bidding/index.ts';
import { contractVersionFind, type RoutableContract } from '../contracts/index.ts';
import {
  decisionFind,
  type DecisionRecord,
  leadCount,
  leadFind,
  type LeadRow,
  openLead,
  type ReservedSale,
  type RoutingSnapshot,
  screenAgain,
} from '../intake/index.ts';
import { type Book, closeBook, lockBook, openBook } from '../routing/index.ts';
import {
  attemptFor,
  attemptInsert,
  type AttemptOutcome,
  enqueueHeld,
  type NewSale,
  refundOfClosedPack,
  saleFind,
  saleInsert,
  type SaleRow,
} from '../sales/index.ts';
import { chooseNext, giveBackCampaign, giveBackSale, inPlayNext, reserveChoice } from './choose-next.ts';
import type { DeliveryDeps } from './prepare-sale.ts';

/** A lead, opened before a transaction begins, with the key that seals what its next buyer may read. */
export interface OpenedForNext {
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly token: (field: string, value: string) => Buffer;
  readonly key: SealingKey;
}

/** What follows a refusal by the sale's contract, and the lead where the next one may get it. */
export interface Prepared {
  readonly uncertainPolicy: 'resend' | 'hold';
  readonly opened: OpenedForNext | undefined;
}

/** Where nobody else may get the lead by what follows, as when its buyer took it. */
export const UNOPENED: Prepared = { uncertainPolicy: 'hold', opened: undefined };

/** Reads the policy of the sale's contract and, where the next one may get the lead, opens it. */
export async function openForNext(
  deps: DeliveryDeps,
  tenantId: string,
  saleId: string,
  outcome: AttemptOutcome,
): Promise<Prepared> {
  if (outcome === 'accepted') return UNOPENED;
  const { sale, lead, contract } = await deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const found = await saleFind(tx, saleId);
    if (!found) throw new Error('the sale of an attempt does not exist');
    return {
      sale: found,
      lead: await leadFind(tx, { leadId: found.leadId }),
      contract: await contractVersionFind(tx, found.contractId, found.contractVersion),
    };
  });
  const uncertainPolicy = contract?.terms.uncertainPolicy ?? 'hold';
  if (outcome === 'uncertain' || !lead || lead.status === 'erased') return { uncertainPolicy, opened: undefined };
  const [fields, key, token] = await Promise.all([
    openLead(deps.vault, tenantId, lead),
    deps.vault.subjectKey(tenantId, sale.leadId),
    deps.vault.tokens(tenantId),
  ]);
  return { uncertainPolicy, opened: key && { fields, key, token } };
}

/** A sale that was just released, and its lead. */
export interface Released {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly opened: OpenedForNext | undefined;
  readonly released: SaleRow;
  /** All sales of the lead so far. */
  readonly sales: readonly SaleRow[];
}

/** What the lead was reserved for next, and the attempts to be made now. */
export interface Next {
  readonly sales: readonly NewSale[];
  readonly attempts: readonly ReservedSale[];
}

/**
 * Gives back what the released sale counted, and reserves for the next contracts of the decision's ranking that are
 * still open for business and within their caps.
 */
export async function reserveNext(deps: DeliveryDeps, released: Released): Promise<Next> {
  const { tx, now, lead } = released;
  // What follows from the refusal of whom a person chose is a person's choice too.
  const isOver = lead.status === 'erased' || released.released.picked;
  const opened = isOver ? undefined : released.opened;
  const decision = opened && (await decisionFind(tx, lead.leadId));
  const { snapshot, book } = await lockedBook(deps, released, decision);
  giveBackSale(book, released.released, await refundOfClosedPack(tx, now, released.released));
  const made = opened && decision ? await reserveAmong(deps, released, { opened, decision, snapshot, book }) : [];
  const reserved = made.map(({ sale }) => sale);
  await saleInsert(tx, now, reserved);
  const attempts = made.flatMap(({ sale, contract }) =>
    sale.resumeAt ? [] : [attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now)],
  );
  await attemptInsert(tx, now, attempts);
  await enqueueHeld(tx, reserved, now);
  if (reserved.length === 0 && giveBackCampaign(book, lead, released.sales)) await leadCount(tx, lead.leadId, null);
  await closeBook(tx, book);
  return {
    sales: reserved,
    attempts: attempts.map(({ saleId, attemptId }) => ({ tenantId: tx.context.tenantId, saleId, attemptId })),
  };
}

interface Among extends Locked {
  readonly opened: OpenedForNext;
  readonly decision: DecisionRecord;
}

/** Reserves for the next contracts of the ranking that nothing stands against by now. */
async function reserveAmong(
  { vault }: DeliveryDeps,
  released: Released,
  { opened, decision, snapshot, book }: Among,
): Promise<{ readonly sale: NewSale; readonly contract: RoutableContract }[]> {
  const { tx, now, lead } = released;
  const screened = await screenAgain(tx, snapshot, { lead, ...opened }, { contractIds: decision.ranking, now });
  const choices = chooseNext({
    ...released,
    decision,
    snapshot,
    book,
    isBarred: ({ contractId, buyerId }) => screened.isSuppressed(buyerId) || screened.isDuplicate(contractId),
    referenceOf: await bidReferences(tx, released.released.pingId),
  });
  const { tenantId } = tx.context;
  return choices.map((choice) => ({
    contract: choice.contract,
    sale: reserveChoice(vault, { ...released, ...opened, tenantId }, choice),
  }));
}

interface Locked {
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
}

/** The settings and the counts under the locks of all who may get the lead now. */
async function lockedBook(
  deps: DeliveryDeps,
  { tx, now, lead }: Released,
  decision: DecisionRecord | undefined,
): Promise<Locked> {
  for (let known: number | undefined; ;) {
    const snapshot = await deps.snapshots.current(tx);
    const inPlay = inPlayNext(snapshot, lead, decision);
    if (known === snapshot.stamp) return { snapshot, book: await openBook(tx, inPlay, now) };
    await lockBook(tx, inPlay);
    known = snapshot.stamp;
  }
}

/** What buyers called their bids, where the lead was bid for. */
async function bidReferences(tx: TenantWriter, pingId: string | null): Promise<(contractId: string) => string | null> {
  const said = pingId === null ? undefined : await pingBids(tx, pingId);
  return (contractId) => said?.bids.find((bid) => bid.contractId === contractId)?.reference ?? null;
}
