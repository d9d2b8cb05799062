import type { Static } from 'typebox';
import type { AccessTo, Caller } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { type ContractTermsStored, contractVersionTerms } from '../contracts/index.ts';
import { decideAgain, placeOfZip, reasonSentence } from '../routing/index.ts';
import type { Reading } from './answer-reading.ts';
import { type DatedDecision, decisionFind } from './decision-store.ts';
import type { decidedContract, explainAnswer } from './explain-wire.ts';
import { openDetails } from './open-details.ts';
import { openLead } from './open-lead.ts';
import { classesIn, type FieldClasses, readFieldClasses } from './read-field-classes.ts';
import type { ClearVerdict, VerdictDetails } from './split-verdicts.ts';
import type { LeadRow } from './store.ts';

export type Explained = Static<typeof explainAnswer>;
type Reproduced = Explained['data']['reproduced'];
export type DecidedContract = { readonly [K in keyof typeof decidedContract]: Static<(typeof decidedContract)[K]> };

/** All that is read to explain a lead. */
export interface Explaining {
  readonly lead: LeadRow;
  readonly decision: DatedDecision | undefined;
  readonly terms: ReadonlyMap<string, ContractTermsStored>;
  readonly classes: FieldClasses;
}

export async function readExplaining(tx: TenantReader, lead: LeadRow): Promise<Explaining> {
  const decision = await decisionFind(tx, lead.leadId);
  const terms = await contractVersionTerms(tx, decision?.verdicts ?? []);
  return { lead, decision, terms, classes: await readFieldClasses(tx, lead) };
}

/** To whom a decision is explained. */
interface Listener {
  readonly caller: Pick<Caller, 'tenantId'>;
  readonly accessTo: AccessTo;
}

/**
 * Makes the kept decision again, from its record and the lead's own fields, and tells it in codes and words. What a
 * contract asked of a field is told as far as the listener may see that field.
 */
export async function explainLead(
  vault: Vault,
  { caller, accessTo }: Listener,
  explaining: Explaining,
): Promise<Reading<Explained>> {
  const { lead, decision, classes } = explaining;
  const { details, ...reproduced } = await reproduce(vault, caller.tenantId, explaining);
  const mayKnow = (field: string): boolean => accessTo(field, ...classesIn(classes, field)) === 'visible';
  const told = tellable(details, mayKnow);
  const contracts = (decision?.verdicts ?? []).map((verdict) => showDecided(verdict, told[verdict.contractId]));
  const phiClasses = new Set(Object.values(told).flatMap(({ field }) => (field ? classesIn(classes, field) : [])));
  const data = {
    leadId: lead.leadId,
    shortId: `L-${lead.number}`,
    decidedAt: decision?.decidedAt.toISOString() ?? null,
    configurationVersion: decision?.routingStamp ?? null,
    round: decision?.round ?? 0,
    offerId: decision?.offerId ?? null,
    rule: decision?.offerId ? (decision.basis?.rule ?? null) : null,
    summary: summaryOf(lead, decision),
    reproduced,
    contracts,
  };
  const detail = { reproduced: reproduced.result };
  return {
    answer: { data },
    entityIds: [lead.leadId, ...contracts.map(({ contractId }) => contractId)],
    phiClasses: [...phiClasses],
    detail,
  };
}

const TEXTS: Readonly<Record<Reproduced['result'], string>> = {
  same: 'Made again from its record, the decision is the same.',
  differs: 'Made again from its record, the decision is another one: something that it goes by was changed since.',
  not_asked: 'No contract was asked, so there is nothing to make again.',
  not_kept: 'An earlier version of Careroute decided, and did not keep by what.',
  erased: 'The lead was erased: what its fields said is gone, and the decision cannot be made again.',
  version_missing: 'A version of a contract that was decided upon is missing.',
};

async function reproduce(
  vault: Vault,
  tenantId: string,
  { lead, decision, terms }: Explaining,
): Promise<Reproduced & { readonly details: VerdictDetails }> {
  const said = (result: Reproduced['result'], details: VerdictDetails = {}) => ({
    result,
    text: TEXTS[result],
    differences: [],
    details,
  });
  if (!decision || decision.verdicts.length === 0) return said('not_asked');
  if (lead.status === 'erased') return said('erased');
  const details = await openDetails(vault, tenantId, decision);
  const { offerId, basis, plan, seed, decidedAt, verdicts, ranking } = decision;
  if (!basis || offerId === null) return said('not_kept', details);
  const caps = new Map(Object.entries(details).flatMap(([id, { cap }]) => (cap ? [[id, cap] as const] : [])));
  const { verticalId } = lead;
  const record = { offerId, verticalId, basis, plan, seed, decidedAt, verdicts, ranking, terms, caps };
  const again = decideAgain(record, await openLead(vault, tenantId, lead), placeOfZip);
  if (!again) return said('version_missing', details);
  const found = Object.fromEntries(
    again.decision.verdicts.flatMap((one) => (one.outcome === 'refused' ? [[one.contractId, one.detail]] : [])),
  );
  const { differences } = again;
  return { ...said(differences.length === 0 ? 'same' : 'differs', found), differences: [...differences] };
}

const tellable = (details: VerdictDetails, mayKnow: (field: string) => boolean): VerdictDetails =>
  Object.fromEntries(
    Object.entries(details).map(([contractId, detail]) => {
      const { field, cap } = detail;
      return [contractId, field !== undefined && mayKnow(field) ? detail : cap === undefined ? {} : { cap }];
    }),
  );

/** A verdict in code and in words. */
export function showDecided(verdict: ClearVerdict, detail: VerdictDetails[string] | undefined): DecidedContract {
  const isEligible = verdict.outcome === 'eligible';
  return {
    rank: isEligible ? verdict.rank : null,
    contractId: verdict.contractId,
    contractVersion: verdict.version,
    contractName: verdict.contractName,
    buyerId: verdict.buyerId,
    buyerName: verdict.buyerName,
    pool: verdict.pool,
    outcome: verdict.outcome,
    reasonCode: isEligible ? null : verdict.reason,
    reason: isEligible ? eligibleText(verdict) : reasonSentence(verdict.reason, detail),
    price: formatCents(verdict.priceCents),
  };
}

function eligibleText({ rank, pool, holdUntil }: Extract<ClearVerdict, { outcome: 'eligible' }>): string {
  const place = pool === 'fallback' ? 'Fits, in the fallback pool' : 'Fits';
  const waits = holdUntil === undefined ? '' : ' It is closed, and holds the lead until it opens.';
  return `${place}: number ${rank} in the order.${waits}`;
}

function summaryOf(lead: LeadRow, decision: DatedDecision | undefined): string {
  if (!decision) return 'The lead was not decided upon.';
  const { verdicts, ranking, offerId, basis } = decision;
  if (offerId === null) return 'The campaign had no offer, so no contract was asked.';
  if (basis && basis.offerStatus !== 'active') return 'The offer was not active, so no contract was asked.';
  if (verdicts.length === 0 && lead.reason === 'cap_exceeded')
    return 'The campaign had reached its cap, so no contract was asked.';
  if (verdicts.length === 0) return 'The offer had no contract.';
  const by = basis ? ` in the order by ${basis.rule.replace('_', ' ')}` : '';
  return ranking.length === 0
    ? `None of ${verdicts.length} contracts could have the lead.`
    : `${ranking.length} of ${verdicts.length} contracts could have the lead,${by || ' in order'}.`;
}
