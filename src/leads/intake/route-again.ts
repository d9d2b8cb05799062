import type { SealingKey, Vault } from '../../core/vault/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { pingInsert } from '../bidding/index.ts';
import { type Book, closeBook, wantedSales } from '../routing/index.ts';
import {
  attemptFor,
  attemptInsert,
  enqueueHeld,
  isLive,
  leadStateOf,
  type NewAttempt,
  saleInsert,
  saleListOfLead,
  type SaleRow,
} from '../sales/index.ts';
import { type Decided, decideLead, earningOf } from './decide-lead.ts';
import { type DatedDecision, decisionFind, decisionInsert } from './decision-store.ts';
import { type Auctioned, NO_AUCTION } from './collect-bids.ts';
import { collectBidsAgain, consentOf } from './collect-bids-again.ts';
import { type Among, findGround, type Ground } from './find-ground.ts';
import type { CampaignRules, Snapshots } from './load-snapshot.ts';
import { type FirstSale, reserveFirst } from './reserve-first.ts';
import { planUnder, sealDetails } from './route-lead.ts';
import { indexAgain, type OpenedLead } from './screen-again.ts';
import { screenGroup, type ScreenRefusal } from './screen-group.ts';
import { splitVerdicts } from './split-verdicts.ts';
import { leadCount, leadMove, leadPlace } from './store.ts';

export type { Among };
export { collectBidsAgain };

/** A lead that was routed before, locked, with its fields and its key. */
export interface RoutedBefore extends OpenedLead {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly key: SealingKey;
}

/** What came of it. `attempts` are this process's to make at once. */
export interface RoutedAgain {
  readonly decided: Decided;
  readonly refusal: ScreenRefusal | undefined;
  readonly saleIds: readonly string[];
  readonly attempts: readonly NewAttempt[];
  /** Whether somebody had it before, and has it. */
  readonly isShared: boolean;
}

export interface AgainDeps {
  readonly vault: Vault;
  readonly snapshots: Snapshots;
}

/**
 * Decides anew upon a lead, by the settings and the counts of now, and reserves: by its campaign's offer, with a
 * decision of a further round, or for the one contract that a person chose, which is checked like any other. Who bids
 * has the price that was bid before, as `collectBidsAgain` asked, and none else. Undefined where the campaign or the
 * contract is not there. Throws CONFLICT where it would be sold to one alone while others have it.
 */
export async function routeAgain(
  deps: AgainDeps,
  before: RoutedBefore,
  among: Among,
  { auction, ping }: Auctioned = NO_AUCTION,
): Promise<RoutedAgain | undefined> {
  const { tx, now, lead } = before;
  const sales = await saleListOfLead(tx, lead.leadId);
  const kept = await decisionFind(tx, lead.leadId);
  const locks = (campaign: CampaignRules): bigint[] =>
    indexAgain(before, campaign, consentOf(kept)).tokens.map(({ token }) => token.readBigInt64BE(0));
  const ground = await findGround(deps.snapshots, { tx, now, lead, among, sales, locks });
  if (!ground) return undefined;
  const live = sales.filter(isLive);
  if (live.length > 0 && wantedSales('primary', planUnder(ground.rules)) === 1) throw sharedBefore();
  const { decided, refusal } = await decideAnew(before, among, ground, { kept, auction });
  const round = Math.max(1, (kept?.round ?? 0) + (among.kind === 'offer' ? 1 : 0));
  if (among.kind === 'offer') await keepDecision(deps, before, ground, { decided, round });
  const picked = among.kind === 'contract';
  const first = refusal ? [] : reserveAgain(deps, before, ground, { decided, sales, round, picked, auction });
  const attempts = first.flatMap(({ sale, contract }) =>
    sale.resumeAt ? [] : [attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now)],
  );
  await pingInsert(tx, ping ? [ping] : []);
  await writeSales(before, first, attempts);
  await countCampaign(before, ground.book, first.length > 0);
  await closeBook(tx, ground.book);
  await standAfter(before, decided.reason);
  return { decided, refusal, saleIds: first.map(({ sale }) => sale.saleId), attempts, isShared: live.length > 0 };
}

const sharedBefore = (): AppError =>
  new AppError(
    'CONFLICT',
    'Others have this lead, and its offer sells to one buyer alone. Take it back from them first.',
  );

interface Deciding {
  readonly decided: Decided;
  readonly sales: readonly SaleRow[];
  readonly round: number;
  readonly picked: boolean;
  readonly auction: Auctioned['auction'];
}

function reserveAgain(
  { vault }: AgainDeps,
  { tx, now, lead, key, fields }: RoutedBefore,
  { snapshot, book, offerId, campaign, rules }: Ground,
  { decided, sales, round, picked, auction }: Deciding,
): FirstSale[] {
  const tried = sales.filter(isLive).map((sale) => ({ ...sale, keepsPlace: true }));
  return reserveFirst(
    { vault, tenantId: tx.context.tenantId, snapshot, book, now },
    {
      leadId: lead.leadId,
      key,
      fields,
      auction,
      deliverHere: true,
      tried,
      rankFrom: sales.length + 1,
      round,
      picked,
    },
    { offerId, plan: planUnder(rules), decision: decided, earning: earningOf(campaign, rules, undefined) },
  );
}

async function decideAnew(
  before: RoutedBefore,
  among: Among,
  { snapshot, book, campaign, rules }: Ground,
  { kept, auction }: { readonly kept: DatedDecision | undefined; readonly auction: Auctioned['auction'] },
): Promise<Pick<RoutedAgain, 'decided' | 'refusal'>> {
  const { tx, now, lead } = before;
  const asked = (rules?.contracts ?? []).map(({ contractId }) => contractId);
  const indexed = { ...indexAgain(before, campaign, consentOf(kept)), asked };
  const screened = await screenGroup(tx, snapshot, [indexed], now);
  const against = screened.against(indexed);
  const spared = among.kind === 'contract' && among.skipDedup ? { ...against, duplicates: new Set<string>() } : against;
  const decided = decideLead(
    { snapshot, book, against: spared, now },
    { ...indexed, seed: lead.number, auction },
    rules,
  );
  return { decided, refusal: screened.refusalOf(indexed) };
}

/** Keeps what was decided as a decision of a further round. */
async function keepDecision(
  { vault }: AgainDeps,
  { tx, now, lead, key }: RoutedBefore,
  { snapshot, offerId, campaign, rules }: Ground,
  { decided, round }: Pick<Deciding, 'decided' | 'round'>,
): Promise<void> {
  const { leadId, number } = lead;
  const { clear: verdicts, details } = splitVerdicts(decided.verdicts);
  const sealedDetails = sealDetails({ vault, tenantId: tx.context.tenantId }, { subjectId: leadId, key }, details);
  const plan = { ...planUnder(rules), ...earningOf(campaign, rules, undefined) };
  const { ranking, basis } = decided;
  const record = { leadId, round, offerId, routingStamp: snapshot.stamp, seed: number, verdicts, sealedDetails };
  await decisionInsert(tx, now, [{ ...record, ranking, plan, basis }]);
  if (offerId !== lead.offerId) await leadPlace(tx, leadId, offerId);
}

async function writeSales(
  { tx, now }: RoutedBefore,
  first: readonly FirstSale[],
  attempts: readonly NewAttempt[],
): Promise<void> {
  const sales = first.map(({ sale }) => sale);
  await saleInsert(tx, now, sales);
  await attemptInsert(tx, now, attempts);
  await enqueueHeld(tx, sales, now);
}

async function countCampaign({ tx, lead }: RoutedBefore, book: Book, isSold: boolean): Promise<void> {
  if (!isSold || lead.countedOn !== null) return;
  const day = book.takeCampaign(lead.campaignId);
  if (day !== undefined) await leadCount(tx, lead.leadId, day);
}

async function standAfter({ tx, now, lead }: RoutedBefore, reason: Decided['reason']): Promise<void> {
  const state = leadStateOf(await saleListOfLead(tx, lead.leadId), now);
  const isUnsold = state.status === 'unsold';
  await leadMove(tx, lead.leadId, now, { ...state, reason: isUnsold ? (reason ?? lead.reason) : state.reason });
}
