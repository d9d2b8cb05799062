/** Why a campaign takes no lead. */
export type CampaignBlock = 'partner_inactive' | 'campaign_inactive' | 'vertical_inactive';

interface CampaignState {
  readonly status: string;
  readonly partnerStatus: string | null;
  readonly verticalStatus: string | null;
}

/** All that keeps a campaign from taking leads. One in testing takes them, as tests. */
export function campaignBlocks({ status, partnerStatus, verticalStatus }: CampaignState): CampaignBlock[] {
  return [
    ...(partnerStatus === 'active' ? [] : (['partner_inactive'] as const)),
    ...(status === 'active' || status === 'testing' ? [] : (['campaign_inactive'] as const)),
    ...(verticalStatus === 'active' ? [] : (['vertical_inactive'] as const)),
  ];
}
