import type { TenantReader } from '../../core/tenancy/index.ts';
import type { FieldValue } from './domain/fields.ts';
import type { CampaignRules, RoutingSnapshot } from './load-snapshot.ts';
import { type IndexedLead, indexLead } from './prepare-lead.ts';
import { screenGroup } from './screen-group.ts';
import type { LeadRow } from './store.ts';

/** A lead that was decided upon before, opened, with what makes the tokens of its tenant. */
export interface OpenedLead {
  readonly lead: LeadRow;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly token: (field: string, value: string) => Buffer;
}

/** Whom a lead may go to no more, by what lists and other leads' sales say now. */
export interface ScreenedAgain {
  /** Whether the person, or this buyer for the person, is on a list by now. */
  isSuppressed(buyerId: string): boolean;
  /** Whether the contract wants nobody twice, and its buyer has this person by now. */
  isDuplicate(contractId: string): boolean;
}

/** The campaign of a lead; the law and the vertical under which the lead came bind it, whatever is set by now. */
export function campaignOfLead(snapshot: RoutingSnapshot, lead: LeadRow): CampaignRules | undefined {
  const current = snapshot.campaigns.get(lead.campaignId);
  return current && { ...current, regime: lead.regime, verticalId: lead.verticalId };
}

/** The lead as it was read when it came, for those whom its consent covers; undefined: whomever. */
export function indexAgain(
  { lead, fields, token }: OpenedLead,
  campaign: CampaignRules,
  acceptedBuyerIds: readonly string[] | undefined,
): IndexedLead {
  const read = { fields, original: {}, extra: {}, warnings: [], isTest: lead.isTest, validateOnly: false };
  const consent = acceptedBuyerIds === undefined ? {} : { acceptedBuyerIds };
  const indexed = indexLead(campaign, { ...read, ...consent }, { token, today: '' });
  // What its campaign is by now does not make a test of it, nor anything to compare with.
  return { ...indexed, isTest: lead.isTest, shadow: undefined, clear: { ...indexed.clear, state: lead.state } };
}

/**
 * Asks once more what stands against a lead that is about to go to one of these contracts, some time after it was
 * decided upon: whoever asked meanwhile not to be contacted goes to nobody, and no buyer gets a person twice that it
 * wants once. To be asked under the locks of the contracts' counts, so that nobody sells to them at the same time.
 */
export async function screenAgain(
  tx: TenantReader,
  snapshot: RoutingSnapshot,
  opened: OpenedLead,
  { contractIds, now }: { readonly contractIds: readonly string[]; readonly now: Date },
): Promise<ScreenedAgain> {
  const campaign = campaignOfLead(snapshot, opened.lead);
  if (!campaign) throw new Error('the campaign of a lead does not exist');
  const indexed = { ...indexAgain(opened, campaign, undefined), asked: contractIds };
  const screened = await screenGroup(tx, snapshot, [indexed], now);
  const { suppressed, duplicates } = screened.against(indexed);
  const isRefused = screened.refusalOf(indexed) !== undefined;
  return {
    isSuppressed: (buyerId) => isRefused || suppressed.has(buyerId),
    isDuplicate: (contractId) => duplicates.has(contractId),
  };
}
