import { answerOf, api } from '../frame/api.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TablePage, TableWish } from '../ui/table/table-types.ts';
import type { ApiKey, KeyChange, NewKey } from './key-types.ts';

/** How keys are read and changed: staff for everybody, a buyer or a partner for itself. */
export interface KeyCalls {
  /** Whose keys these are: everybody's, or those of one side. */
  readonly side: 'all' | 'buyer' | 'partner';
  readonly list: (wish: TableWish) => Promise<TablePage<ApiKey>>;
  /** What a key made or rotated, and what hangs on it by now. */
  readonly madeBy: (keyId: string) => Promise<readonly ApiKey[]>;
  readonly make: (key: NewKey) => Promise<string>;
  readonly rotate: (keyId: string, overlapHours: number) => Promise<string>;
  /** Gives the ids of what was revoked with it. */
  readonly revoke: (keyId: string, withSuccessors: boolean) => Promise<readonly string[]>;
  /** Undefined where keys are not changed but made anew. */
  readonly change?: (keyId: string, change: KeyChange) => Promise<unknown>;
}

const MANY = '100';

export const allKeys: KeyCalls = {
  side: 'all',
  list: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/auth/api-keys', { params: { query: offsetQuery(wish) } }))),
  madeBy: async (madeBy) =>
    (await answerOf(api.GET('/api/v1/auth/api-keys', { params: { query: { madeBy, limit: MANY } } }))).data,
  make: async (body) => (await answerOf(api.POST('/api/v1/auth/api-keys', { body }))).data.key,
  rotate: async (keyId, overlapHours) => {
    const how = { params: { path: { keyId } }, body: { overlapHours } };
    return (await answerOf(api.POST('/api/v1/auth/api-keys/{keyId}/rotate', how))).data.key;
  },
  revoke: async (keyId, withSuccessors) => {
    const params = { path: { keyId }, query: { withSuccessors: withSuccessors ? 'true' : 'false' } } as const;
    return (await answerOf(api.DELETE('/api/v1/auth/api-keys/{keyId}', { params }))).data.alsoRevoked;
  },
  change: (keyId, body) => answerOf(api.PATCH('/api/v1/auth/api-keys/{keyId}', { params: { path: { keyId } }, body })),
};

const ownCalls = (side: 'buyer' | 'partner'): KeyCalls => {
  const path = `/api/${side}/api-keys` as const;
  return {
    side,
    list: async (wish) => offsetPage(await answerOf(api.GET(path, { params: { query: offsetQuery(wish) } }))),
    madeBy: async (madeBy) => (await answerOf(api.GET(path, { params: { query: { madeBy, limit: MANY } } }))).data,
    make: async (body) => (await answerOf(api.POST(path, { body }))).data.key,
    rotate: async (keyId, overlapHours) => {
      const how = { params: { path: { keyId } }, body: { overlapHours } };
      return (await answerOf(api.POST(`${path}/{keyId}/rotate`, how))).data.key;
    },
    revoke: async (keyId, withSuccessors) => {
      const params = { path: { keyId }, query: { withSuccessors: withSuccessors ? 'true' : 'false' } } as const;
      return (await answerOf(api.DELETE(`${path}/{keyId}`, { params }))).data.alsoRevoked;
    },
  };
};

export const buyerKeys: KeyCalls = ownCalls('buyer');
export const partnerKeys: KeyCalls = ownCalls('partner');
