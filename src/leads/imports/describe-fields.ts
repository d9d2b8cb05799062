import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Snapshots } from '../intake/index.ts';

/** A field of a campaign that a column of a file may be. */
export interface CampaignField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

/** The fields of a campaign, with those required that no lead of it is without; none of a campaign that is gone. */
export async function describeFields(
  tx: TenantReader,
  snapshots: Snapshots,
  campaignId: string,
): Promise<CampaignField[]> {
  const campaign = (await snapshots.current(tx)).campaigns.get(campaignId);
  if (!campaign) return [];
  return campaign.definitions.map(({ name, label, required }) => ({
    name,
    label,
    required: required || (name === 'tcpaConsent' && campaign.consentRequired),
  }));
}
