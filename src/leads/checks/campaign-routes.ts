import { defineRoute, requireRow, type Route, unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { campaignRecords, campaignRegime } from '../sources/index.ts';
import { mayBeAsked } from './request-check.ts';
import { campaignCheckList, campaignCheckReplace, vendorsKnown } from './store.ts';
import { campaignChecksAnswer, campaignChecksBody, campaignParams } from './wire.ts';

const byNumber = { records: campaignRecords, byNumber: true };
const path = '/api/v1/campaigns/:campaignId/checks';

/** Which vendors are asked about the leads of a campaign. */
export const campaignCheckRoutes = (): Route[] => [readRoute(), replaceRoute()];

const readRoute = (): Route =>
  defineRoute({
    id: 'get_campaign_checks',
    method: 'GET',
    path,
    tag: 'campaigns',
    summary: 'The vendors that are asked about leads of the campaign before they are routed, in their order.',
    permission: 'checks:read',
    audit: { action: 'campaign.checks', entity: 'campaign' },
    params: campaignParams,
    response: campaignChecksAnswer,
    async handle({ tx, params }) {
      const { id } = await requireRow(byNumber, tx, params.campaignId);
      const data = await show(tx, id);
      return { answer: { data }, touched: [id, ...data.checks.map(({ vendorId }) => vendorId)] };
    },
  });

const replaceRoute = (): Route =>
  defineRoute({
    id: 'replace_campaign_checks',
    method: 'PUT',
    path,
    tag: 'campaigns',
    summary: 'Make these, and no others, the vendors that are asked about leads of the campaign.',
    permission: 'checks:write',
    audit: { action: 'campaign.set_checks', entity: 'campaign' },
    params: campaignParams,
    body: campaignChecksBody,
    response: campaignChecksAnswer,
    async handle({ tx, params, body: { checks } }) {
      const { id } = await requireRow(byNumber, tx, params.campaignId);
      await requireVendors(
        tx,
        checks.map(({ vendorId }) => vendorId),
      );
      await campaignCheckReplace(tx, id, checks);
      const data = await show(tx, id);
      return { answer: { data }, touched: [id, ...data.checks.map(({ vendorId }) => vendorId)] };
    },
  });

async function requireVendors(tx: TenantReader, vendorIds: readonly string[]): Promise<void> {
  const known = await vendorsKnown(tx, vendorIds);
  const faults = vendorIds.flatMap((vendorId, index) => {
    const field = `checks.${index}.vendorId`;
    if (!known.has(vendorId)) return [unknownReference(field)];
    const message = 'Stands in the list before. Send each vendor once.';
    return vendorIds.indexOf(vendorId) < index ? [{ field, rule: 'twice', message }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
}

async function show(tx: TenantReader, campaignId: string) {
  const regime = await campaignRegime(tx, campaignId);
  const checks = await campaignCheckList(tx, campaignId);
  return {
    campaignId,
    regime,
    checks: checks.map(({ vendorId, name, kind, failMode, baaState }) => ({
      vendorId,
      name,
      kind,
      failMode,
      mayBeAsked: mayBeAsked({ baaState }, regime),
    })),
  };
}
