import { recordAudit } from '../../core/audit/index.ts';
import { unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { type Among, collectBidsAgain, type LeadRow, routeAgain, type RoutedAgain } from '../intake/index.ts';
import { reasonSentence } from '../routing/index.ts';
import { attemptList, isLive, saleListOfLead } from '../sales/index.ts';
import {
  type Act,
  type ActDeps,
  contextOf,
  deliverHeld,
  type Held,
  openForAct,
  type Opened,
  withLead,
} from './take-lead.ts';

/** What a person wants of a lead: to sell it to a contract, or to send it on its way again. */
export type Wanted =
  | (Extract<Among, { kind: 'contract' }> & { readonly action: 'lead.cherry_pick' })
  | {
      readonly action: 'lead.distribute';
      readonly mode: 'all' | 'exclude_seen' | 'include_specific' | 'exclude_specific';
      readonly contractIds: readonly string[];
    };

/** Where the lead stands after it. `reserved` is how many contracts got it, or hold it. */
export interface ActedOn {
  readonly lead: LeadRow;
  readonly reserved: number;
  /** Why nobody got it, in a code and in words. */
  readonly reason: { readonly code: string; readonly text: string } | null;
}

/**
 * Sells a lead by hand. Its offer's order is not asked where a person names the contract; all else is: filters,
 * consent, agreement, hours, caps, credit, lists. Throws CONFLICT while a buyer has it in hand, and for a buyer that
 * gave it back; VALIDATION_ERROR for a contract that is not there.
 */
export async function routeByHand(deps: ActDeps, act: Act, wanted: Wanted): Promise<ActedOn> {
  const among = amongOf(wanted);
  const opened = await openForAct(deps, act);
  const bids = among.kind === 'offer' ? await askFor(deps, act, opened, among) : undefined;
  const done = await withLead(deps, act, opened, async (held) => {
    await requireFree(held.tx, held.lead);
    const routed = await routeAgain(deps, held, among, bids);
    if (!routed) throw wanted.action === 'lead.cherry_pick' ? invalid([unknownReference('contractId')]) : notFound();
    await recordAct(held, act, wanted, { ...routed, pingId: bids?.ping?.pingId });
    return { leadId: held.lead.leadId, routed };
  });
  const { leadId, routed } = done;
  const lead = await deliverHeld(deps, act, leadId, routed.attempts);
  return { lead, reserved: routed.saleIds.length, reason: routed.saleIds.length > 0 ? null : reasonOf(routed) };
}

/** Has those bid who do, where the lead is free to be sold: nobody bids for what is not to be had. */
async function askFor(
  deps: ActDeps,
  act: Act,
  { lead, fields }: Opened,
  among: Extract<Among, { kind: 'offer' }>,
): Promise<Awaited<ReturnType<typeof collectBidsAgain>>> {
  const { caller, origin } = act;
  await deps.tenancy.readTenant(contextOf(act), (tx) => requireFree(tx, lead));
  const { tenantId } = caller;
  return collectBidsAgain(deps, { tenantId, requestId: origin.requestId ?? '', lead, fields, among });
}

function amongOf(wanted: Wanted): Among {
  if (wanted.action === 'lead.cherry_pick') return wanted;
  const { mode, contractIds } = wanted;
  const named = new Set(contractIds);
  return {
    kind: 'offer',
    keeps(contractId, before) {
      if (mode === 'include_specific') return named.has(contractId);
      if (mode === 'exclude_specific') return !named.has(contractId);
      return mode === 'all' || !before.some((sale) => sale.contractId === contractId);
    },
  };
}

/** Nobody else may be at work on it: what a buyer has in hand, or may have, is not to be sold twice. */
async function requireFree(tx: TenantReader, lead: LeadRow): Promise<void> {
  if (lead.isTest) throw new AppError('CONFLICT', 'A test lead is not sold. Post one that is none.');
  if (lead.status === 'scrubbed') throw new AppError('CONFLICT', 'This lead was scrubbed, and is not sold any more.');
  const all = await saleListOfLead(tx, lead.leadId);
  const sales = all.filter(isLive);
  const attempts = await attemptList(
    tx,
    all.map(({ saleId }) => saleId),
  );
  if (sales.some(({ status }) => status !== 'settled') || attempts.some(({ outcome }) => outcome === null))
    throw new AppError('CONFLICT', 'A buyer has this lead in hand just now. Wait for its answer, then read it again.');
  if (sales.some(({ exclusive }) => exclusive))
    throw new AppError('CONFLICT', 'This lead is sold to one buyer alone. It can be sold again once it is returned.');
}

async function recordAct(
  { tx, now, lead }: Held,
  { origin }: Act,
  wanted: Wanted,
  { saleIds, attempts, decided, pingId }: RoutedAgain & { readonly pingId: string | undefined },
): Promise<void> {
  const chosen =
    wanted.action === 'lead.cherry_pick'
      ? {
          contractId: wanted.contractId,
          skipped: [...(wanted.skipFilters ? ['filters'] : []), ...(wanted.skipDedup ? ['dedup'] : [])],
          ...(wanted.priceCents === undefined ? {} : { priceCents: wanted.priceCents }),
        }
      : { mode: wanted.mode, contractIds: wanted.contractIds };
  const event = {
    action: wanted.action,
    entity: 'lead',
    entityIds: [lead.leadId, ...saleIds, ...(pingId === undefined ? [] : [pingId])],
    outcome: saleIds.length > 0 ? 'done' : 'refused',
    detail: { ...chosen, reserved: saleIds.length, atOnce: attempts.length, reason: decided.reason ?? '' },
  } as const;
  await recordAudit(tx, now, [{ event, origin }]);
}

function reasonOf({ decided, refusal, isShared }: RoutedAgain): ActedOn['reason'] {
  if (refusal) return { code: refusal, text: 'A suppression or blocked list keeps the lead from everybody.' };
  const [only] = decided.verdicts;
  if (decided.verdicts.length === 1 && only?.outcome === 'refused')
    return { code: only.reason, text: reasonSentence(only.reason) };
  if (decided.ranking.length > 0 && isShared) return SHARED;
  if (decided.ranking.length > 0)
    return { code: 'cap_exceeded', text: 'Whoever could have it is at a cap or at the credit limit.' };
  return TEXTS[decided.reason ?? 'no_matching_contracts'];
}

const SHARED = {
  code: 'already_sold',
  text: 'Whoever could have it has it, or is at a cap or the credit limit, or the offer sells it no more often.',
};

const TEXTS: Readonly<Record<NonNullable<RoutedAgain['decided']['reason']>, NonNullable<ActedOn['reason']>>> = {
  no_offer: { code: 'no_offer', text: 'The campaign has no offer.' },
  offer_inactive: { code: 'offer_inactive', text: 'The offer is not active.' },
  no_matching_contracts: { code: 'no_matching_contracts', text: 'No contract may have it.' },
  duplicate_lead: { code: 'duplicate_lead', text: 'Whoever could have it has had this person before.' },
  cap_exceeded: { code: 'cap_exceeded', text: 'A cap is reached.' },
};
