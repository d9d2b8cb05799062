import type { Static } from 'typebox';
import type { Caller } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { calendarDay } from '../../kernel/time.ts';
import { openBook, pickNext } from '../routing/index.ts';
import { payoutOf } from '../sales/index.ts';
import { campaignBlocks, sampleValue } from '../sources/index.ts';
import { reasonText } from './answer-submit.ts';
import { showDecided } from './explain-lead.ts';
import type { trialAnswer } from './explain-wire.ts';
import { foreseeChecks } from './collect-checks.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { CampaignRules, RoutingSnapshot, Snapshots } from './load-snapshot.ts';
import { type IndexedLead, indexLead, readBody } from './prepare-lead.ts';
import { type Decided, decideLead } from './decide-lead.ts';
import { inPlayOf, planUnder } from './route-lead.ts';
import { screenGroup } from './screen-group.ts';
import { splitVerdicts } from './split-verdicts.ts';

export interface TrialDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
}

/** A campaign, and the lead that it is tried with: one of nobody unless given. */
export interface Trial {
  readonly caller: Pick<Caller, 'tenantId'>;
  readonly campaignId: string;
  readonly lead: Readonly<Record<string, unknown>> | undefined;
  readonly now: Date;
}

export type Tried = Static<typeof trialAnswer>['data'];

/**
 * Says whether a lead would sell at this moment: it is read, screened and decided upon like one that is posted, with
 * caps, credit and hours as they stand, and then forgotten. Nothing is kept, counted, reserved or delivered. Throws
 * NOT_FOUND for a foreign campaign, VALIDATION_ERROR for a lead that the campaign would refuse.
 */
export async function tryLead(deps: TrialDeps, trial: Trial): Promise<Tried> {
  const { tenancy, vault, snapshots } = deps;
  const { tenantId } = trial.caller;
  const { now } = trial;
  const snapshot = await tenancy.readTenant(systemContext(tenantId), (tx) => snapshots.current(tx));
  const campaign = snapshot.campaigns.get(trial.campaignId);
  if (!campaign) throw notFound();
  const today = calendarDay(now, snapshot.timeZone);
  const { isTest: _isTest, testMode: _testMode, ...body } = trial.lead ?? sampleOf(campaign);
  const read = readBody(campaign, { body, today });
  const token = await vault.tokens(tenantId);
  const lead = indexLead(campaign, read, { token, today });
  return tenancy.readTenant(systemContext(tenantId), (tx) =>
    judge(tx, { snapshot, lead, token, now, isSample: trial.lead === undefined }),
  );
}

/** A lead of nobody that has a value in every field, so that no filter lacks one. */
const sampleOf = ({ definitions }: CampaignRules): Record<string, unknown> =>
  Object.fromEntries(
    definitions
      .filter(({ name }) => !UNSENT.has(name))
      .map((definition) => [definition.name, sampleValue(definition)] as const),
  );

/** What a form would not send, or what names a real page. */
const UNSENT = new Set(['phoneExtension', 'trustedFormCertUrl', 'jornayaLeadId', 'consentCertUrl']);

interface Judging {
  readonly snapshot: RoutingSnapshot;
  readonly lead: IndexedLead;
  readonly token: (field: string, value: string) => Buffer;
  readonly now: Date;
  readonly isSample: boolean;
}

async function judge(tx: TenantReader, { snapshot, lead, token, now, isSample }: Judging): Promise<Tried> {
  const { campaign } = lead;
  const blockedBy = await blockOf(tx, { snapshot, lead, now });
  const book = await openBook(tx, inPlayOf(snapshot, [{ prepared: lead }]), now);
  const against = (await screenGroup(tx, snapshot, [lead], now)).against(lead);
  const rules = campaign.offerId === null ? undefined : snapshot.offers.get(campaign.offerId);
  const decided = decideLead({ snapshot, book, against, now }, { ...lead, seed: 0 }, rules);
  const eligible = decided.verdicts.filter((verdict) => verdict.outcome === 'eligible');
  const picked = pickNext(
    planUnder(rules),
    eligible,
    [],
    ({ contractId, priceCents }) => book.take(campaign.offerId, contractId, priceCents) !== undefined,
  );
  const getting = new Set(picked.map(({ contractId }) => contractId));
  const { clear, details } = splitVerdicts(decided.verdicts);
  const wouldSell = blockedBy === null && getting.size > 0;
  const checks = await foreseeChecks(tx, { lead, token, now, isRefused: blockedBy !== null });
  return {
    campaignId: campaign.campaignId,
    offerId: campaign.offerId,
    wouldSell,
    isSample,
    blockedBy,
    summary: blockedBy?.text ?? summaryOf(decided, getting.size),
    checks: [...checks],
    contracts: clear.map((verdict) => ({
      ...showDecided(verdict, details[verdict.contractId]),
      payout: formatCents(payoutOf(campaign, verdict.priceCents).payoutCents),
      wouldGetIt: wouldSell && getting.has(verdict.contractId),
    })),
  };
}

/** What keeps the lead out before any contract is asked, in the order in which a post meets it. */
async function blockOf(
  tx: TenantReader,
  { snapshot, lead, now }: Omit<Judging, 'isSample' | 'token'>,
): Promise<Tried['blockedBy']> {
  const { campaign } = lead;
  const because = (code: string, text: string) => ({ code, text });
  const [block] = campaignBlocks(campaign);
  if (snapshot.tenantStatus !== 'active') return because('tenant_inactive', 'The organization is not active.');
  if (block) return because(block, `The ${block.replace('_inactive', '')} is not active.`);
  const refusal = (await screenGroup(tx, snapshot, [lead], now)).refusalOf(lead);
  if (refusal) return because(refusal, `${reasonText(refusal) ?? ''}.`);
  const duplicates = await findDuplicates(tx, [lead], now);
  if (duplicates.isDuplicate(lead)) return because('duplicate', 'The campaign has had this person within its window.');
  if (!lead.isTest) return null;
  return because('testing', 'The campaign is in testing: its leads are tests, and are not sold.');
}

function summaryOf({ verdicts, ranking, reason }: Decided, getting: number): string {
  if (reason === 'no_offer') return 'The campaign has no offer, so no contract is asked.';
  if (verdicts.length === 0)
    return reason === 'cap_exceeded'
      ? 'The campaign has reached its cap.'
      : 'The offer is not active or has no contract.';
  if (ranking.length === 0) return `None of ${verdicts.length} contracts could have it now.`;
  const fit = `${ranking.length} of ${verdicts.length} contracts could have it now`;
  return getting === 0
    ? `${fit}, but not within their caps and credit together.`
    : `${fit}; it would go to ${getting}.`;
}
