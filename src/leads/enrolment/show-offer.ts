import type { Static } from 'typebox';
import { tenantState, type TenantReader } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { GLOBAL_FIELDS } from '../intake/index.ts';
import { fieldsOfVertical } from '../sources/index.ts';
import { explainAsking } from './explain-refusal.ts';
import { enrolledIn, type ListingRow } from './listing-store.ts';
import { findRefusal } from './request-offer.ts';
import { type LatestRequest, latestRequests } from './request-store.ts';
import type { ownRequestAnswer, partnerOfferAnswer, partnerOfferList } from './wire.ts';

type Shown = Static<typeof partnerOfferList>['data'][number];
type Detail = Omit<Static<typeof partnerOfferAnswer>['data'], keyof Shown>;

/** A request as its partner sees it. */
export const showOwnRequest = (request: LatestRequest): Static<typeof ownRequestAnswer>['data'] => ({
  id: request.id,
  status: request.status,
  note: request.note,
  requestedAt: request.createdAt.toISOString(),
  decidedAt: request.decidedAt?.toISOString() ?? null,
});

/** Listed offers as a partner sees them; staff, who are no partner, see how they look to one that never asked. */
export async function showOffers(
  tx: TenantReader,
  partnerId: string | undefined,
  rows: readonly ListingRow[],
): Promise<Shown[]> {
  const ids = rows.map(({ id }) => id);
  const enrolled = await enrolledIn(tx, partnerId, ids);
  const requests = await latestRequests(tx, partnerId, ids);
  return rows.map((row) => {
    const request = requests.get(row.id);
    const campaignIds = enrolled.get(row.id) ?? [];
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      status: row.status,
      verticalId: row.verticalId,
      verticalName: row.verticalName,
      defaultPayoutAmount: row.defaultPayoutCents === null ? null : formatCents(row.defaultPayoutCents),
      states: [...row.states],
      enrolled: campaignIds.length > 0,
      campaignIds: [...campaignIds],
      request: request ? showOwnRequest(request) : null,
      createdAt: row.createdAt.toISOString(),
    };
  });
}

/** What a listed offer asks of leads, and whether the partner may ask for it. */
export async function showDetail(
  tx: TenantReader,
  partnerId: string | undefined,
  row: ListingRow,
  now: Date,
): Promise<Detail> {
  const own = await fieldsOfVertical(tx, row.verticalId);
  const fields = [...GLOBAL_FIELDS, ...own.map(({ definition }) => definition)].filter(({ required }) => required);
  const refusal = partnerId === undefined ? undefined : await findRefusal(tx, partnerId, row, now);
  const whyNot = refusal ? explainAsking(refusal, (await tenantState(tx)).timeZone) : null;
  return {
    regime: row.regime,
    requiredFields: fields.map(({ name, label, type, options }) => ({
      name,
      label,
      type,
      options: options ? [...options] : null,
    })),
    mayRequest: partnerId !== undefined && !refusal,
    whyNot,
  };
}
