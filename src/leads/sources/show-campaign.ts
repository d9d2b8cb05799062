import type { Caller } from '../../core/access/index.ts';
import { type Shown, showProfile, withIsoDates } from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { CampaignRow } from './campaign-store.ts';
import { campaignProfile } from './campaign-wire.ts';

/** A campaign as answers show it. Without an offer it is in setup. */
export function showCampaign(row: CampaignRow, caller: Caller): Shown {
  return {
    ...withIsoDates(row),
    ...showProfile(campaignProfile, row.profile, caller),
    inSetup: row.offerId === null,
    pricingModel: 'fixed',
    costPerLead: formatCents(row.costPerLeadCents),
    dailyCap: null,
    weeklyCap: null,
    monthlyCap: null,
  };
}
