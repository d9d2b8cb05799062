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
    costPerLead: formatCents(row.costPerLeadCents),
    revsharePercent: row.revshareBp === null ? null : formatCents(row.revshareBp),
    maximumPayout: row.maximumPayoutCents === null ? null : formatCents(row.maximumPayoutCents),
    dailyCap: row.caps.day ?? null,
    weeklyCap: row.caps.week ?? null,
    monthlyCap: row.caps.month ?? null,
  };
}
