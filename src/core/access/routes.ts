import { defineRoute, listAnswer, pageOf, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { answerRevocation, answerRotation } from './answer-key-end.ts';
import { type ApprovalRouteDeps, approvalRoutes } from './approval-routes.ts';
import { changeKey } from './change-key.ts';
import { type FieldAccessDeps, fieldAccessRoutes } from './field-access-routes.ts';
import { grantKey } from './grant-key.ts';
import { bindingOf, sideOf } from './key-binding.ts';
import { ownKeyRoutes } from './own-key-routes.ts';
import { findKey, forgetting, requireKey } from './revoke-key.ts';
import { showKey } from './show-key.ts';
import { apiKeyList } from './store.ts';
import {
  keyAnswer,
  keyCreate,
  keyListAnswer,
  keyListQuery,
  keyMadeAnswer,
  keyParams,
  keyRevokedAnswer,
  keyRevokeQuery,
  keyRotate,
  keyUpdate,
  keyUpdatedAnswer,
} from './wire.ts';

export interface AccessRouteDeps extends FieldAccessDeps, ApprovalRouteDeps {
  /** Keys the HMAC under which keys are stored. */
  readonly pepper: Buffer;
  /** Drops what this process remembers of keys, so that a revocation counts at once. */
  readonly forgetKeys: () => void;
  /** The partner of a campaign, asked of the product that keeps campaigns. */
  readonly partnerOfCampaign: (tx: TenantReader, campaignId: string) => Promise<string | undefined>;
}

const PATH = '/api/v1/auth/api-keys';
const head = { tag: 'api-keys', permission: 'api-keys:manage' } as const;

/** API keys of every kind for who rules the tenant, its own for a buyer or partner; and which role sees which field. */
export function accessRoutes(deps: AccessRouteDeps): Route[] {
  return [
    listRoute(),
    createRoute(deps),
    readRoute(),
    updateRoute(deps),
    rotateRoute(deps),
    revokeRoute(deps),
    ...ownKeyRoutes(deps),
    ...fieldAccessRoutes(deps),
    ...approvalRoutes(deps),
  ];
}

const listRoute = (): Route =>
  defineRoute({
    ...head,
    id: 'list_api_keys',
    method: 'GET',
    path: PATH,
    summary: 'API keys, newest first, never their secrets: of the tenant, or of the buyer or partner that calls.',
    audit: { action: 'api_key.list', entity: 'api_key' },
    query: keyListQuery,
    response: keyListAnswer,
    async handle({ tx, caller, now, query: { limit, offset, kind, ...filter } }) {
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const side = sideOf(caller);
      const kinds = side && kind && kind !== side ? [] : (side ?? kind);
      const { rows, total } = await apiKeyList(tx, { ...filter, ...(kinds ? { kinds: [kinds].flat() } : {}), ...page });
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
      'Make an API key: of a buyer, a partner or a campaign by its id, else of the tenant. The key is shown once. ' +
      'Without scopes it has every one of its kind but admin and admin_billing.',
    stepUp: true,
    audit: { action: 'api_key.create', entity: 'api_key' },
    body: keyCreate,
    response: keyMadeAnswer,
    async handle({ tx, caller, now, body }) {
      const binding = await bindingOf(tx, caller, partnerOfCampaign, body);
      const { listed, key } = await grantKey({ tx, pepper, caller, now }, binding, body);
      return {
        answer: { data: { ...showKey(listed, now), key } },
        touched: [listed.id],
        detail: { kind: listed.kind, scopes: listed.scopes },
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
    async handle({ tx, caller, now, params }) {
      const key = await findKey(tx, caller, params.keyId);
      return { answer: { data: showKey(key, now) }, touched: [key.id] };
    },
  });

const updateRoute = (deps: AccessRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'update_api_key',
    method: 'PATCH',
    path: `${PATH}/:keyId`,
    summary: 'Change an API key, or revoke it for good. Its scopes can only become fewer.',
    stepUp: true,
    audit: { action: 'api_key.update', entity: 'api_key' },
    params: keyParams,
    body: keyUpdate,
    response: keyUpdatedAnswer,
    async handle({ tx, caller, now, params, body }) {
      const found = await requireKey({ tx, caller, now }, params.keyId);
      const { key, alsoRevoked, alsoShortened } = await changeKey({ tx, caller, now }, found, body);
      const more = body.status === 'revoked' ? { alsoRevoked: [...alsoRevoked] } : {};
      return {
        later: forgetting(deps, { data: { ...showKey(key, now), ...more } }),
        touched: [...new Set([key.id, ...alsoShortened, ...alsoRevoked])],
        detail: { fields: Object.keys(body) },
      };
    },
  });

const rotateRoute = (deps: AccessRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'rotate_api_key',
    method: 'POST',
    path: `${PATH}/:keyId/rotate`,
    summary: 'Make the successor of an API key, which is shown once; the old key goes on for some hours.',
    stepUp: true,
    audit: { action: 'api_key.rotate', entity: 'api_key' },
    params: keyParams,
    body: keyRotate,
    response: keyMadeAnswer,
    async handle({ tx, caller, now, params, body }) {
      return answerRotation(deps, { tx, caller, now }, await requireKey({ tx, caller, now }, params.keyId), body);
    },
  });

const revokeRoute = (deps: AccessRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'revoke_api_key',
    method: 'DELETE',
    path: `${PATH}/:keyId`,
    summary: 'Revoke an API key for good, with the keys of its kind that were made with it.',
    stepUp: true,
    audit: { action: 'api_key.revoke', entity: 'api_key' },
    params: keyParams,
    query: keyRevokeQuery,
    response: keyRevokedAnswer,
    async handle({ tx, caller, now, params, query }) {
      return answerRevocation(deps, { tx, now }, await requireKey({ tx, caller, now }, params.keyId), query);
    },
  });
