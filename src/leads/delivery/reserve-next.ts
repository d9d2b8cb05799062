import { suppressionMatches } from '../../core/consent/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { SealingKey } from '../../core/vault/index.ts';
import { pingBids } from '../bidding/index.ts';
import { contractVersionFind } from '../contracts/index.ts';
import {
  decisionFind,
  type DecisionRecord,
  leadCount,
  leadFind,
  type LeadRow,
  openLead,
  type ReservedSale,
  type RoutingSnapshot,
  tokensOfLead,
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

/** What a released lead needs to go to the next contract, opened before the transaction begins. */
export interface Opened {
  readonly uncertainPolicy: 'resend' | 'hold';
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly key: SealingKey | undefined;
}

/** Of a sale that its buyer took nothing more is asked. */
const TAKEN: Opened = { uncertainPolicy: 'hold', fields: {}, key: undefined };

/** Reads the policy of the sale's contract and, where the next one may get the lead, opens it. */
export async function openForNext(
  deps: DeliveryDeps,
  tenantId: string,
  saleId: string,
  outcome: AttemptOutcome,
): Promise<Opened> {
  if (outcome === 'accepted') return TAKEN;
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
  if (outcome === 'uncertain' || !lead || lead.status === 'erased')
    return { uncertainPolicy, fields: {}, key: undefined };
  return {
    uncertainPolicy,
    fields: await openLead(deps.vault, tenantId, lead),
    key: await deps.vault.subjectKey(tenantId, sale.leadId),
  };
}

/** A sale that was just released, and its lead. */
export interface Released {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly fields: Opened['fields'];
  readonly key: SealingKey | undefined;
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
  const { tx, now, lead, key } = released;
  // What follows from the refusal of whom a person chose is a person's choice too.
  const goesOn = key !== undefined && lead.status !== 'erased' && !released.released.picked;
  const decision = goesOn ? await decisionFind(tx, lead.leadId) : undefined;
  const { snapshot, book } = await lockedBook(deps, released, decision);
  giveBackSale(book, released.released, await refundOfClosedPack(tx, now, released.released));
  const chosen = decision
    ? chooseNext({
        ...released,
        decision,
        snapshot,
        book,
        isListed: await suppressedFor(released),
        referenceOf: await bidReferences(tx, released.released.pingId),
      })
    : [];
  const { tenantId } = tx.context;
  const made = chosen.flatMap((choice) =>
    key ? [{ contract: choice.contract, sale: reserveChoice(deps.vault, { ...released, tenantId, key }, choice) }] : [],
  );
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
    attempts: attempts.map(({ saleId, attemptId }) => ({ tenantId, saleId, attemptId })),
  };
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

/** Whoever asked meanwhile not to be contacted goes to nobody further, as far as lists name people in clear. */
export async function suppressedFor({
  tx,
  now,
  lead,
}: Pick<Released, 'tx' | 'now' | 'lead'>): Promise<(buyerId: string) => boolean> {
  const found = await suppressionMatches(tx, await tokensOfLead(tx, lead.leadId), now);
  return (buyerId) =>
    found.some(
      ({ scope, scopeId }) =>
        scope === 'global' || scopeId === buyerId || (scope === 'vertical' && scopeId === lead.verticalId),
    );
}

/** What buyers called their bids, where the lead was bid for. */
async function bidReferences(tx: TenantWriter, pingId: string | null): Promise<(contractId: string) => string | null> {
  const said = pingId === null ? undefined : await pingBids(tx, pingId);
  return (contractId) => said?.bids.find((bid) => bid.contractId === contractId)?.reference ?? null;
}
