import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** How far an organization has come from empty to its first lead. */
export interface Progress {
  readonly vertical: { readonly id: string; readonly name: string } | undefined;
  readonly contract: { readonly id: string } | undefined;
  /** A campaign whose leads go into an offer. */
  readonly campaign: { readonly id: string } | undefined;
  readonly lead: { readonly id: string } | undefined;
}

const NEWEST = { params: { query: { limit: '1' } } } as const;

async function readProgress(): Promise<Progress> {
  const [verticals, contracts, campaigns, leads] = await Promise.all([
    answerOf(api.GET('/api/v1/verticals', NEWEST)),
    answerOf(api.GET('/api/v1/contracts', NEWEST)),
    answerOf(api.GET('/api/v1/campaigns', NEWEST)),
    answerOf(api.GET('/api/v1/leads', { params: { query: { limit: '1', cursor: '', masked: 'true' } } })),
  ]);
  return {
    vertical: verticals.data[0],
    contract: contracts.data[0],
    campaign: campaigns.data.find((campaign) => !campaign.inSetup),
    lead: leads.data[0],
  };
}

export const FIRST_RUN = ['first-run'] as const;

/** Read from what is there, so that a reload, or somebody else, goes on where the guide was left. */
export const useProgress = (enabled = true) => useQuery({ queryKey: FIRST_RUN, queryFn: readProgress, enabled });

/** How many of the four steps are done. */
export const stepsDone = ({ vertical, contract, campaign, lead }: Progress): number =>
  [vertical, contract, campaign, lead].filter((step) => step !== undefined).length;
