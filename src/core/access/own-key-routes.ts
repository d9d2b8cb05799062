import { defineRoute, listAnswer, pageOf, type Route } from '../gate/index.ts';
import { grantKey } from './grant-key.ts';
import { ownBinding, type Side } from './key-binding.ts';
import { answerRevocation, answerRotation } from './answer-key-end.ts';
import { requireKey } from './revoke-key.ts';
import { showKey } from './show-key.ts';
import { apiKeyList } from './store.ts';
import {
  keyListAnswer,
  keyMadeAnswer,
  keyParams,
  keyRevokedAnswer,
  keyRevokeQuery,
  keyRotate,
  ownKeyCreate,
  ownKeyListQuery,
} from './wire.ts';

interface OwnKeyDeps {
  readonly pepper: Buffer;
  readonly forgetKeys: () => void;
}

/**
 * What a buyer or a partner does with its own keys, and who rules the tenant with those of all buyers or partners. Keys
 * of campaigns are the tenant's to give.
 */
export const ownKeyRoutes = (deps: OwnKeyDeps): Route[] => [...routesFor('buyer', deps), ...routesFor('partner', deps)];

const routesFor = (kind: Side, deps: OwnKeyDeps): Route[] => [
  listRoute(kind),
  createRoute(kind, deps),
  rotateRoute(kind, deps),
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
    summary: `The API keys of the calling ${kind}, for staff those of every ${kind}.`,
    audit: { action: 'api_key.list', entity: 'api_key' },
    query: ownKeyListQuery,
    response: keyListAnswer,
    async handle({ tx, now, query: { madeBy, ...paging } }) {
      const page = pageOf(paging);
      const { rows, total } = await apiKeyList(tx, { kinds: [kind], madeBy, ...page });
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
    summary: `Make an API key of the calling ${kind}, or for staff of the ${kind} it names; it is shown once.`,
    stepUp: true,
    audit: { action: 'api_key.create', entity: 'api_key' },
    body: ownKeyCreate[kind],
    response: keyMadeAnswer,
    async handle({ tx, caller, now, body }) {
      const { listed, key } = await grantKey({ tx, pepper, caller, now }, ownBinding(kind, caller, body), body);
      const detail = { kind, scopes: listed.scopes };
      return { answer: { data: { ...showKey(listed, now), key } }, touched: [listed.id], detail };
    },
  });

const rotateRoute = (kind: Side, deps: OwnKeyDeps): Route =>
  defineRoute({
    ...headOf(kind),
    id: `rotate_${kind}_api_key`,
    method: 'POST',
    path: `${pathOf(kind)}/:keyId/rotate`,
    summary: `Make the successor of an API key of a ${kind}, shown once; the old key goes on for some hours.`,
    stepUp: true,
    audit: { action: 'api_key.rotate', entity: 'api_key' },
    params: keyParams,
    body: keyRotate,
    response: keyMadeAnswer,
    async handle({ tx, caller, now, params, body }) {
      const old = await requireKey({ tx, caller, now }, params.keyId, kind);
      return answerRotation(deps, { tx, caller, now }, old, body);
    },
  });

const revokeRoute = (kind: Side, deps: OwnKeyDeps): Route =>
  defineRoute({
    ...headOf(kind),
    id: `revoke_${kind}_api_key`,
    method: 'DELETE',
    path: `${pathOf(kind)}/:keyId`,
    summary: `Revoke an API key of a ${kind}, with those that were made with it.`,
    stepUp: true,
    audit: { action: 'api_key.revoke', entity: 'api_key' },
    params: keyParams,
    query: keyRevokeQuery,
    response: keyRevokedAnswer,
    async handle({ tx, caller, now, params, query }) {
      const found = await requireKey({ tx, caller, now }, params.keyId, kind);
      return answerRevocation(deps, { tx, now }, found, query);
    },
  });
