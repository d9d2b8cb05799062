import { createHash, randomBytes } from 'node:crypto';
import { Type } from 'typebox';
import { recordAudit } from '../../core/audit/index.ts';
import {
  defineOpenRoute,
  defineRoute,
  list,
  listAnswer,
  idSchema,
  one,
  oneOf,
  type OpenRoute,
  requireRow,
  type Route,
  systemContext,
  timestamp,
  unknownReference,
} from '../../core/gate/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { campaignRecords } from './campaign-store.ts';
import { publicSpec } from './campaign-wire.ts';
import { describeForPublic } from './describe-posting.ts';
import {
  setupTokenInsert,
  setupTokenList,
  setupTokenRevoke,
  type SetupTokenRow,
  setupTokenTenant,
  setupTokenUse,
} from './setup-token-store.ts';
import type { SpecRouteDeps } from './spec-routes.ts';

const LIFE_MS = 72 * 3_600_000;
const PATH = '/api/admin/campaigns/:id/setup-token';
const byNumber = { records: campaignRecords, byNumber: true };
const params = Type.Object({ id: Type.String({ description: 'The id of the campaign, or its display number.' }) });

const STATES = ['active', 'used', 'revoked', 'expired'] as const;
const item = {
  id: Type.String(),
  campaignId: Type.String(),
  status: oneOf(STATES),
  createdAt: timestamp,
  expiresAt: timestamp,
};

/** 256 random bits need no slow hash. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

function stateOf({ usedAt, revokedAt, expiresAt }: SetupTokenRow, now: Date): (typeof STATES)[number] {
  if (usedAt) return 'used';
  if (revokedAt) return 'revoked';
  return expiresAt > now ? 'active' : 'expired';
}

const show = (row: SetupTokenRow, now: Date) => ({
  id: row.id,
  campaignId: row.campaignId,
  status: stateOf(row, now),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

/** Links that open the posting instructions of a campaign once, for whoever is to build the form. */
export const setupTokenRoutes = (deps: SpecRouteDeps): (Route | OpenRoute)[] => [
  listRoute(),
  createRoute(deps.publicUrl),
  revokeRoute(),
  useRoute(deps),
];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_campaign_setup_tokens',
    method: 'GET',
    path: PATH,
    tag: 'enrollments',
    summary: 'The setup links of a campaign, newest first; never their tokens.',
    permission: 'campaigns:write',
    audit: { action: 'setup-token.list', entity: 'setup-token' },
    params,
    response: list(Type.Object(item)),
    async handle({ tx, params: { id }, now }) {
      const campaign = await requireRow(byNumber, tx, id);
      const rows = await setupTokenList(tx, campaign.id);
      const shown = rows.map((row) => show(row, now));
      return {
        answer: listAnswer(shown, shown.length, { limit: 100, offset: 0 }),
        touched: [campaign.id, ...rows.map((row) => row.id)],
      };
    },
  });

const createRoute = (publicUrl: string): Route =>
  defineRoute({
    id: 'create_campaign_setup_token',
    method: 'POST',
    path: PATH,
    tag: 'enrollments',
    status: 201,
    summary:
      'A link that opens the posting instructions once, within 72 hours. Its token is shown now and never again.',
    permission: 'campaigns:write',
    audit: { action: 'setup-token.create', entity: 'setup-token' },
    params,
    response: one(Type.Object({ ...item, token: Type.String(), setupUrl: Type.String() })),
    async handle({ tx, caller, params: { id }, now }) {
      const campaign = await requireRow(byNumber, tx, id);
      const token = randomBytes(32).toString('base64url');
      const row = {
        id: newId(now.getTime()),
        campaignId: campaign.id,
        createdBy: caller.actorId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
      };
      await setupTokenInsert(tx, row, hashOf(token));
      const shown = show({ ...row, usedAt: null, revokedAt: null }, now);
      const setupUrl = `${publicUrl}/api/public/setup/${token}`;
      return { answer: { data: { ...shown, token, setupUrl } }, touched: [row.id, campaign.id] };
    },
  });

const revokeRoute = (): Route =>
  defineRoute({
    id: 'revoke_campaign_setup_token',
    method: 'DELETE',
    path: PATH,
    tag: 'enrollments',
    summary: 'End a setup link: it opens nothing from now on.',
    permission: 'campaigns:write',
    audit: { action: 'setup-token.revoke', entity: 'setup-token' },
    params,
    body: Type.Object({ tokenId: idSchema }, { additionalProperties: false }),
    response: one(Type.Object(item)),
    async handle({ tx, params: { id }, body: { tokenId }, now }) {
      const campaign = await requireRow(byNumber, tx, id);
      const row = await setupTokenRevoke(tx, { id: tokenId, campaignId: campaign.id, now });
      if (!row) throw invalid([unknownReference('tokenId')]);
      return { answer: { data: show(row, now) }, touched: [row.id, campaign.id] };
    },
  });

const useRoute = ({ tenancy, identity, publicUrl }: SpecRouteDeps): OpenRoute =>
  defineOpenRoute({
    id: 'use_campaign_setup_token',
    method: 'GET',
    path: '/api/public/setup/:token',
    tag: 'enrollments',
    summary: 'How to post to a campaign, for whoever has its setup link. Reading it uses the link up. No key is in it.',
    audit: { action: 'setup-token.use', entity: 'setup-token' },
    params: Type.Object({ token: Type.String({ maxLength: 128 }) }),
    response: one(Type.Object(publicSpec)),
    async handleOpen({ params: { token }, origin, now }) {
      const tokenHash = hashOf(token);
      const tenantId = await setupTokenTenant(identity, tokenHash);
      if (tenantId === undefined) throw spent();
      return tenancy.withTenant(systemContext(tenantId), async (tx) => {
        const used = await setupTokenUse(tx, tokenHash, now);
        if (!used) throw spent();
        const campaign = await requireRow({ records: campaignRecords }, tx, used.campaignId);
        const entityIds = [used.id, campaign.id];
        const event = { action: 'setup-token.use', entity: 'setup-token', entityIds, outcome: 'done' } as const;
        await recordAudit(tx, now, [{ event, origin }]);
        return { answer: { data: await describeForPublic(tx, publicUrl, campaign) } };
      });
    },
  });

const spent = (): AppError =>
  new AppError('GONE', 'This link is used up, too old, or not one of ours. Ask for a new one.');
