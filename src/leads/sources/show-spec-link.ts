import type { TenantReader } from '../../core/tenancy/index.ts';
import type { CampaignRow } from './campaign-store.ts';
import { signSpecToken } from './sign-spec-token.ts';

export interface SpecLinkDeps {
  /** Keys the hash that a link's token is. */
  readonly pepper: Buffer;
  readonly publicUrl: string;
}

/** The link by which anybody who has it reads how to post to the campaign. */
export function showSpecLink(
  { context: { tenantId } }: Pick<TenantReader, 'context'>,
  { pepper, publicUrl }: SpecLinkDeps,
  { id: campaignId, specNumber }: Pick<CampaignRow, 'id' | 'specNumber'>,
): { readonly specToken: string; readonly specUrl: string } {
  const specToken = signSpecToken(pepper, { tenantId, campaignId, specNumber });
  return { specToken, specUrl: `${publicUrl}/posting/${campaignId}/${specToken}` };
}
