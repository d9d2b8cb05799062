import type { Static } from 'typebox';
import { issueKey } from '../../core/access/index.ts';
import { centsOf, changePlain, insertPlain, type Shown, type Writing } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { offerFind } from '../routing/index.ts';
import { campaignRecords, type CampaignRow } from './campaign-store.ts';
import { campaignProfile, type campaignCreate, type campaignUpdate } from './campaign-wire.ts';
import { type Place, placeCampaign } from './place-campaign.ts';

const plain = {
  records: campaignRecords,
  columns: [
    'name',
    'status',
    'strictFields',
    'consentRequired',
    'shadow',
    'responseDeadlineMs',
    'allowedOrigins',
    'pingDeadlineMs',
  ],
  profile: campaignProfile,
};

/** Makes a campaign with its posting key, which is in `once` and nowhere else. */
export async function insertCampaign(
  pepper: Buffer,
  writing: Writing<Static<typeof campaignCreate>>,
): Promise<{ readonly row: CampaignRow; readonly once: Shown; readonly touched: readonly string[] }> {
  const { tx, caller, body } = writing;
  const place = await placeCampaign(tx, placeOf(body));
  const row = await insertPlain(plain, writing, {
    ...place,
    ...(await usualCost(tx, place)),
    ...costOf(body),
    ...termsOf(body),
    partnerId: body.partnerId,
  });
  const name = `Posting key of ${body.name}`.slice(0, 255);
  const bound = { partnerId: row.partnerId, campaignId: row.id };
  const { key, keyId, keyPrefix } = await issueKey(tx, pepper, { kind: 'posting', name, ...bound }, caller);
  return { row: { ...row, postingKeyPrefix: keyPrefix }, once: { postingKey: key }, touched: [keyId] };
}

/** Changes a campaign; it stays with its partner. */
export async function changeCampaign(
  writing: Writing<Static<typeof campaignUpdate>>,
  row: CampaignRow,
): Promise<CampaignRow> {
  const { tx, body } = writing;
  if (body.partnerId !== undefined && body.partnerId !== row.partnerId) {
    const message = 'A campaign stays with its partner. Make another campaign for the other partner.';
    throw invalid([{ field: 'partnerId', rule: 'immutable', message }]);
  }
  const place = await placeCampaign(tx, placeOf(body), row);
  return changePlain(plain, writing, row, { ...place, ...costOf(body), ...termsOf(body, row) });
}

const placeOf = ({ offerId, verticalId }: Partial<Place>): Place => ({ offerId, verticalId });

/** What the offer of a new campaign says that a lead pays, where it says so. */
async function usualCost(tx: TenantReader, { offerId }: Place): Promise<{ costPerLeadCents?: number }> {
  const cents = offerId ? (await offerFind(tx, offerId))?.defaultPayoutCents : null;
  return cents === null || cents === undefined ? {} : { costPerLeadCents: cents };
}

/** The cost per lead in either spelling. */
function costOf(body: { costPerLead?: string | number; cost?: string | number }): { costPerLeadCents?: number } {
  const given = [body.costPerLead, body.cost].flatMap((value) => (value === undefined ? [] : [centsOf(value)]));
  const [cents] = given;
  if (cents === undefined) return {};
  if (given.some((value) => value !== cents)) {
    throw invalid([
      { field: 'cost', rule: 'conflict', message: 'Says another amount than costPerLead. Send one of them.' },
    ]);
  }
  return { costPerLeadCents: cents };
}

const NO_TERMS: Pick<CampaignRow, 'pricingModel' | 'revshareBp' | 'caps'> = {
  pricingModel: 'fixed',
  revshareBp: null,
  caps: {},
};
const CAPS = [
  ['day', 'dailyCap'],
  ['week', 'weeklyCap'],
  ['month', 'monthlyCap'],
] as const;

/** How the partner is paid, and how many leads it may send, over what held before. A share needs its percentage. */
function termsOf(body: Static<typeof campaignUpdate>, before = NO_TERMS): Partial<CampaignRow> {
  const pricingModel =
    body.pricingModel === undefined ? before.pricingModel : body.pricingModel === 'revshare' ? 'revshare' : 'fixed';
  const { revsharePercent, maximumPayout } = body;
  const centsOrNull = (value: string | number | null): number | null => (value === null ? null : centsOf(value));
  const revshareBp = revsharePercent === undefined ? before.revshareBp : centsOrNull(revsharePercent);
  if (pricingModel === 'revshare' && revshareBp === null) {
    const message = 'The pricing model revshare needs it. Send the share of each price, such as "70".';
    throw invalid([{ field: 'revsharePercent', rule: 'required', message }]);
  }
  const caps = { ...before.caps };
  for (const [period, name] of CAPS) {
    const value = body[name];
    if (value === null) delete caps[period];
    else if (value !== undefined) caps[period] = value;
  }
  const most = maximumPayout === undefined ? {} : { maximumPayoutCents: centsOrNull(maximumPayout) };
  return { pricingModel, revshareBp, caps, ...most };
}
