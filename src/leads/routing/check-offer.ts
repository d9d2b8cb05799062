import type { Static } from 'typebox';
import { type CampaignBlock, campaignBlocks, type CampaignRow, type VerticalRow } from '../sources/index.ts';
import type { ContractReadiness, Reason } from './check-contracts.ts';
import type { offerReadinessAnswer } from './readiness-wire.ts';
import type { OfferRow } from './store.ts';

type Readiness = Static<typeof offerReadinessAnswer>['data'];
type Check = Readiness['checks'][number];
type Campaign = Readiness['campaigns'][number];

interface OfferParts {
  readonly offer: OfferRow;
  readonly vertical: VerticalRow | undefined;
  readonly campaigns: readonly CampaignRow[];
  readonly contracts: readonly ContractReadiness[];
}

const BLOCK_TEXTS: Readonly<Record<CampaignBlock, string>> = {
  partner_inactive: 'The partner is not active.',
  campaign_inactive: 'The campaign is not active.',
  vertical_inactive: 'The vertical is not active.',
};
const TESTING: Reason = { code: 'testing', text: 'The campaign is in testing: its leads are tests, and are not sold.' };

/** Whether an offer can sell a lead now, and what to do where it cannot. Each check stands for itself. */
export function checkOffer({ offer, vertical, campaigns, contracts }: OfferParts): Readiness {
  const verticalStatus = vertical?.status ?? null;
  const judged = campaigns.map((row) => judgeCampaign(row, verticalStatus));
  const checks = [
    offerActive(offer),
    verticalActive(offer, verticalStatus),
    ...campaignChecks(judged),
    ...contractChecks(contracts),
  ];
  return {
    canSell: checks.every(({ ok }) => ok),
    checks,
    contracts: [...contracts],
    campaigns: judged,
  };
}

function judgeCampaign(row: CampaignRow, verticalStatus: string | null): Campaign {
  const { id: campaignId, name, partnerName, status } = row;
  const blocks = campaignBlocks({ ...row, verticalStatus });
  const reasons: Reason[] = blocks.map((code) => ({ code, text: BLOCK_TEXTS[code] }));
  if (status === 'testing') reasons.push(TESTING);
  return { campaignId, name, partnerName, status, ok: reasons.length === 0, reasons };
}

const offerActive = ({ id, status }: OfferRow): Check => ({
  id: 'offer_active',
  ok: status === 'active',
  title: 'The offer is active',
  text: `Its status is ${status}.`,
  remedy: status === 'active' ? null : 'Set the offer active.',
  entityType: 'offer',
  entityId: id,
});

const verticalActive = ({ verticalId, verticalName }: OfferRow, status: string | null): Check => ({
  id: 'vertical_active',
  ok: status === 'active',
  title: 'The vertical is active',
  text: `The status of ${verticalName ?? 'the vertical'} is ${status ?? 'unknown'}.`,
  remedy: status === 'active' ? null : 'Set the vertical active.',
  entityType: 'vertical',
  entityId: verticalId,
});

function campaignChecks(campaigns: readonly Campaign[]): Check[] {
  const ready = campaigns.filter(({ ok }) => ok).length;
  return [
    {
      id: 'campaigns_linked',
      ok: campaigns.length > 0,
      title: 'Campaigns send leads into it',
      text: campaigns.length > 0 ? `${campaigns.length} linked.` : 'No campaign is linked.',
      remedy: campaigns.length > 0 ? null : 'Link a campaign to the offer.',
    },
    {
      id: 'campaigns_ready',
      ok: ready > 0,
      title: 'At least one campaign takes leads to sell',
      text: `${ready} of ${campaigns.length} can.`,
      remedy: ready > 0 ? null : 'Set a campaign and its partner active.',
      ...onlyOne('campaign', campaigns, ({ campaignId }) => campaignId),
    },
  ];
}

function contractChecks(contracts: readonly ContractReadiness[]): Check[] {
  const ready = contracts.filter(({ canSell }) => canSell).length;
  return [
    {
      id: 'contracts_linked',
      ok: contracts.length > 0,
      title: 'It sells to contracts',
      text: contracts.length > 0 ? `${contracts.length} linked.` : 'No contract is linked.',
      remedy: contracts.length > 0 ? null : 'Link a contract to the offer.',
    },
    {
      id: 'contracts_ready',
      ok: ready > 0,
      title: 'At least one contract can take leads',
      text: `${ready} of ${contracts.length} can.`,
      remedy: ready > 0 ? null : 'Look at the reasons that each contract has below, and clear them for one at least.',
      ...onlyOne('contract', contracts, ({ contractId }) => contractId),
    },
  ];
}

/** Where to go, if there is but one place. */
function onlyOne<T>(entityType: string, rows: readonly T[], idOf: (row: T) => string) {
  const [row] = rows;
  return row !== undefined && rows.length === 1 ? { entityType, entityId: idOf(row) } : {};
}
