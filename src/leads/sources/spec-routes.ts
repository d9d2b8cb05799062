import { Type } from 'typebox';
import { actorOf, requireValidCaller } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import {
  defineOpenRoute,
  defineRoute,
  one,
  type OpenRoute,
  partlyAvailable,
  requireRow,
  type Route,
  systemContext,
} from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import type { Session } from '../../platform/postgres/index.ts';
import { campaignRecords } from './campaign-store.ts';
import { publicSpec, specLink } from './campaign-wire.ts';
import { describeForPublic } from './describe-posting.ts';
import { showSpecLink, type SpecLinkDeps } from './show-spec-link.ts';
import { opensSpec } from './sign-spec-token.ts';
import { specFind, specRenew } from './spec-store.ts';

export interface SpecRouteDeps extends SpecLinkDeps {
  readonly tenancy: Tenancy;
  /** The identity role's pool: it finds the tenant of the campaign that a stranger names. */
  readonly identity: Session;
}

const byNumber = { records: campaignRecords, byNumber: true };

/** The posting instructions for whoever has the link, and how that is replaced. */
export const specRoutes = (deps: SpecRouteDeps): (Route | OpenRoute)[] => [publicRoute(deps), renewRoute(deps)];

const publicRoute = ({ tenancy, identity, pepper, publicUrl }: SpecRouteDeps): OpenRoute =>
  defineOpenRoute({
    id: 'get_public_campaign_specs',
    method: 'GET',
    path: '/api/public/campaigns/:id/specs',
    tag: 'campaigns',
    summary: 'How to post to a campaign, for whoever has its link. No key, and nothing beyond what posting needs.',
    audit: { action: 'campaign.show_spec', entity: 'campaign' },
    params: Type.Object({ id: Type.String({ maxLength: 64, description: 'The id of the campaign.' }) }),
    query: Type.Object(
      {
        token: Type.Optional(Type.String({ maxLength: 64, description: 'That of the link.' })),
        format: Type.Optional(partlyAvailable(['json'], ['text'])),
      },
      { additionalProperties: false },
    ),
    response: one(Type.Object(publicSpec)),
    async handleOpen({ params: { id }, query: { token = '' }, origin, now }) {
      const link = isId(id) ? await specFind(identity, id) : undefined;
      if (!link || !opensSpec(pepper, link, token)) throw notFound();
      return tenancy.withTenant(systemContext(link.tenantId), async (tx) => {
        const row = await requireRow({ records: campaignRecords }, tx, link.campaignId);
        const event = {
          action: 'campaign.show_spec',
          entity: 'campaign',
          entityIds: [row.id],
          outcome: 'done',
        } as const;
        await recordAudit(tx, now, [{ event, origin }]);
        return { answer: { data: await describeForPublic(tx, publicUrl, row) } };
      });
    },
  });

const renewRoute = (deps: SpecRouteDeps): Route =>
  defineRoute({
    id: 'regenerate_spec_token',
    method: 'POST',
    path: '/api/partner/campaigns/:id/spec-token',
    tag: 'campaigns',
    summary: 'Give the public posting instructions of a campaign a new link. The old one opens nothing from now on.',
    permission: 'campaigns:share',
    audit: { action: 'campaign.renew_spec_link', entity: 'campaign' },
    params: Type.Object({ id: Type.String({ description: 'The id, or the display number.' }) }),
    response: one(Type.Object(specLink)),
    async handleAlone({ caller, params: { id }, origin, now }) {
      const actor = actorOf(caller);
      const context = { tenantId: caller.tenantId, actor };
      // What the caller may see is its own; to write it takes Careroute, for a partner changes nothing of a campaign.
      const row = await deps.tenancy.readTenant(context, (tx) => requireRow(byNumber, tx, id));
      const link = await deps.tenancy.withTenant(systemContext(caller.tenantId), async (tx) => {
        await requireValidCaller(tx, caller, now);
        const specNumber = await specRenew(tx, row.id);
        if (specNumber === undefined) throw notFound();
        const entityIds = [row.id];
        const event = { action: 'campaign.renew_spec_link', entity: 'campaign', entityIds, outcome: 'done' } as const;
        const kind = caller.session ? 'person' : actor.kind;
        await recordAudit(tx, now, [{ event, origin, onBehalfOf: { kind, id: caller.actorId } }]);
        return showSpecLink(tx, deps, { id: row.id, specNumber });
      });
      return { answer: { data: link }, audited: true };
    },
  });
