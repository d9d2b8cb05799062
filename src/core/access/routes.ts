import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, listAnswer, pageOf, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { bindingOf, grantKey } from './grant-key.ts';
import { ownKeyRoutes } from './own-key-routes.ts';
import { changeKey, forgetting, revokeKey } from './revoke-key.ts';
import { showKey } from './show-key.ts';
import { apiKeyFind, apiKeyList } from './store.ts';
import {
  keyAnswer,
  keyCreate,
  keyListAnswer,
  keyListQuery,
  keyMadeAnswer,
  keyParams,
  keyRevokedAnswer,
  keyUpdate,
} from './wire.ts';

export interface AccessRouteDeps {
  /** Keys the HMAC under which keys are stored. */
  readonly pepper: Buffer;
  /** Drops what this process remembers of keys, so that a revocation counts at once. */
  readonly forgetKeys: () => void;
  /** The partner of a campaign, asked of the product that keeps campaigns. */
  readonly partnerOfCampaign: (tx: TenantReader, campaignId: string) => Promise<string | undefined>;
}

const PATH = '/api/v1/auth/api-keys';
const head = { tag: 'api-keys', permission: 'api-keys:manage' } as const;

/** API keys of every kind for staff, and its own for a buyer or partner. */
export function accessRoutes(deps: AccessRouteDeps): Route[] {
  return [listRoute(), createRoute(deps), readRoute(), ...changeRoutes(deps), ...ownKeyRoutes(deps)];
}

const listRoute = (): Route =>
  defineRoute({
    ...head,
    id: 'list_api_keys',
    method: 'GET',
    path: PATH,
    summary: 'API keys of the tenant, newest first; never their secrets.',
    audit: { action: 'api_key.list', entity: 'api_key' },
    query: keyListQuery,
    response: keyListAnswer,
    async handle({ tx, now, query: { limit, offset, ...filter } }) {
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const { rows, total } = await apiKeyList(tx, { ...filter, ...page });
      return {
        answer: listAnswer(
          rows.map((row) => showKey(row, now)),
          total,
          page,
        ),
        touched: rows.map((row) => row.id),
      };
    },
  });

const createRoute = ({ pepper, partnerOfCampaign }: AccessRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'create_api_key',
    method: 'POST',
    path: PATH,
    summary:
      'Make an API key: of a buyer, a partner or a campaign by its id, else an admin key. The key is shown once.',
    audit: { action: 'api_key.create', entity: 'api_key' },
    body: keyCreate,
    response: keyMadeAnswer,
    async handle({ tx, caller, now, body }) {
      const binding = await bindingOf(tx, partnerOfCampaign, body);
      const { listed, key } = await grantKey({ tx, pepper, caller, now }, binding, body);
      return {
        answer: { data: { ...showKey(listed, now), key } },
        touched: [listed.id],
        detail: { kind: listed.kind },
      };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    ...head,
    id: 'get_api_key',
    method: 'GET',
    path: `${PATH}/:keyId`,
    summary: 'One API key; never its secret.',
    audit: { action: 'api_key.read', entity: 'api_key' },
    params: keyParams,
    response: keyAnswer,
    async handle({ tx, now, params }) {
      const key = await apiKeyFind(tx, params.keyId);
      if (!key) throw notFound();
      return { answer: { data: showKey(key, now) }, touched: [key.id] };
    },
  });

const changeRoutes = (deps: AccessRouteDeps): Route[] => [
  defineRoute({
    ...head,
    id: 'update_api_key',
    method: 'PATCH',
    path: `${PATH}/:keyId`,
    summary: 'Rename an API key, or revoke it for good.',
    audit: { action: 'api_key.update', entity: 'api_key' },
    params: keyParams,
    body: keyUpdate,
    response: keyAnswer,
    async handle({ tx, now, params, body }) {
      const key = await changeKey(tx, params.keyId, body, now);
      const answer = { data: showKey(key, now) };
      return { later: forgetting(deps, answer), touched: [key.id], detail: { fields: Object.keys(body) } };
    },
  }),
  defineRoute({
    ...head,
    id: 'revoke_api_key',
    method: 'DELETE',
    path: `${PATH}/:keyId`,
    summary: 'Revoke an API key for good.',
    audit: { action: 'api_key.revoke', entity: 'api_key' },
    params: keyParams,
    response: keyRevokedAnswer,
    async handle({ tx, now, params }) {
      const key = await revokeKey(tx, params.keyId, now);
      return { later: forgetting(deps, { data: { ...showKey(key, now), success: true } }), touched: [key.id] };
    },
  }),
];
