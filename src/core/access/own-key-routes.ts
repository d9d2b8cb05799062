import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, listAnswer, pageOf, type Route } from '../gate/index.ts';
import type { Caller } from './authenticate.ts';
import { grantKey, type KeyBinding } from './grant-key.ts';
import { forgetting, revokeKey } from './revoke-key.ts';
import { showKey } from './show-key.ts';
import { apiKeyFind, apiKeyList } from './store.ts';
import { keyListAnswer, keyMadeAnswer, keyParams, keyRevokedAnswer, ownKeyCreate, ownKeyListQuery } from './wire.ts';

interface OwnKeyDeps {
  readonly pepper: Buffer;
  readonly forgetKeys: () => void;
}

/** What a buyer or a partner does with its own keys. Those of campaigns are the tenant's to give. */
export const ownKeyRoutes = (deps: OwnKeyDeps): Route[] => [...routesFor('buyer', deps), ...routesFor('partner', deps)];

function bindingOf({ kind, buyerId, partnerId }: Caller): KeyBinding {
  if (kind === 'buyer' && buyerId) return { kind, buyerId };
  if (kind === 'partner' && partnerId) return { kind, partnerId };
  throw new TypeError('a key that belongs to no buyer and no partner has no keys of its own');
}

type Side = 'buyer' | 'partner';

const routesFor = (kind: Side, deps: OwnKeyDeps): Route[] => [
  listRoute(kind),
  createRoute(kind, deps),
  revokeRoute(kind, deps),
];

const pathOf = (kind: Side): string => `/api/${kind}/api-keys`;
const headOf = (kind: Side) => ({ tag: 'api-keys', permission: `api-keys:own-${kind}` }) as const;

const listRoute = (kind: Side): Route =>
  defineRoute({
    ...headOf(kind),
    id: `list_${kind}_api_keys`,
    method: 'GET',
    path: pathOf(kind),
    summary: `The API keys of the calling ${kind}.`,
    audit: { action: 'api_key.list', entity: 'api_key' },
    query: ownKeyListQuery,
    response: keyListAnswer,
    async handle({ tx, now, query }) {
      const page = pageOf(query);
      const { rows, total } = await apiKeyList(tx, { kind, ...page });
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

const createRoute = (kind: Side, { pepper }: OwnKeyDeps): Route =>
  defineRoute({
    ...headOf(kind),
    id: `create_${kind}_api_key`,
    method: 'POST',
    path: pathOf(kind),
    summary: `Make an API key of the calling ${kind}; it is shown once.`,
    audit: { action: 'api_key.create', entity: 'api_key' },
    body: ownKeyCreate,
    response: keyMadeAnswer,
    async handle({ tx, caller, now, body }) {
      const { listed, key } = await grantKey({ tx, pepper, caller, now }, bindingOf(caller), body);
      return { answer: { data: { ...showKey(listed, now), key } }, touched: [listed.id], detail: { kind } };
    },
  });

const revokeRoute = (kind: Side, deps: OwnKeyDeps): Route =>
  defineRoute({
    ...headOf(kind),
    id: `revoke_${kind}_api_key`,
    method: 'DELETE',
    path: `${pathOf(kind)}/:keyId`,
    summary: `Revoke an API key of the calling ${kind}.`,
    audit: { action: 'api_key.revoke', entity: 'api_key' },
    params: keyParams,
    response: keyRevokedAnswer,
    async handle({ tx, now, params }) {
      const found = await apiKeyFind(tx, params.keyId);
      if (found?.kind !== kind) throw notFound();
      const key = await revokeKey(tx, found.id, now);
      return { later: forgetting(deps, { data: { ...showKey(key, now), success: true } }), touched: [key.id] };
    },
  });
