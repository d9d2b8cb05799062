import { Type } from 'typebox';
import { actorOf } from '../../core/access/index.ts';
import { defineRoute, requireRow, type Route, unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { idempotencyKeyOf, submitAnswer } from '../intake/index.ts';
import { campaignRecords, type CampaignRow } from './campaign-store.ts';
import { postInto, type PostIntoDeps } from './post-into.ts';

const byNumber = { records: campaignRecords, byNumber: true };

const body = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'campaignId and the fields of the campaign, flat or under custom; verticalId and offerId must be its own.',
});

/** A lead that staff enter for a campaign: it goes the way of every post. */
export function createLeadRoute(deps: PostIntoDeps): Route {
  return defineRoute({
    id: 'create_lead',
    method: 'POST',
    path: '/api/v1/leads',
    tag: 'leads',
    status: 201,
    summary: 'Enter a lead for a campaign: it is routed at once, like one that was posted.',
    permission: 'leads:create',
    audit: { action: 'lead.submit', entity: 'lead' },
    body,
    response: submitAnswer,
    async handleAlone({ caller, origin, headers, body: { campaignId, verticalId, offerId, ...fields } }) {
      const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
      const campaign = await deps.tenancy.readTenant(context, (tx) => campaignNamed(tx, campaignId));
      refuseOthers(campaign, { verticalId, offerId });
      const idempotencyKey = idempotencyKeyOf(headers);
      return postInto(deps, { caller, origin, campaign, body: fields, endpoint: 'create', idempotencyKey });
    },
  });
}

async function campaignNamed(tx: TenantReader, campaignId: unknown): Promise<CampaignRow> {
  if (typeof campaignId !== 'string' && typeof campaignId !== 'number') {
    const message = 'Says where the lead comes from. Send the id of a campaign; its offer decides who may buy.';
    throw invalid([{ field: 'campaignId', rule: 'required', message }]);
  }
  return requireRow(byNumber, tx, String(campaignId)).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') throw invalid([unknownReference('campaignId')]);
    throw error;
  });
}

/** A lead goes to the vertical and the offer of its campaign: another one that is named is a mistake. */
function refuseOthers(campaign: CampaignRow, named: { readonly verticalId: unknown; readonly offerId: unknown }): void {
  const faults = (['verticalId', 'offerId'] as const).flatMap((field): Fault[] => {
    const given = named[field];
    if (given === undefined || given === null || given === '' || given === campaign[field]) return [];
    return [{ field, rule: 'conflict', message: 'Is not that of the campaign. Leave it out, or send its own.' }];
  });
  if (faults.length > 0) throw invalid(faults);
}
