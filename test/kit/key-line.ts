import assert from 'node:assert/strict';
import type { TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';

/** Where the tenant keeps its API keys. */
export const KEYS = '/api/v1/auth/api-keys';
/** What lets a key make others. */
export const RULING = { scopes: ['admin', 'routing'] };

/** A key that was just made, and a client that calls with it. */
export interface Key {
  readonly id: string;
  readonly key: string;
  readonly client: Client;
  readonly madeByKeyId: string | null;
}

/** What tests do with keys that make, rotate and take along each other; `at` is asked when a test runs. */
export function keyLine(at: () => { readonly app: Pick<TestApp, 'client'>; readonly owner: Client }) {
  const keyIn = (answer: Answer): Key => {
    assert.equal(answer.status, 200, answer.text);
    const { id, key, madeByKeyId } = answer.json.data;
    return { id, key, madeByKeyId, client: at().app.client(key) };
  };
  const shown = async (id: string) => (await at().owner.get(`${KEYS}/${id}`)).json.data;
  return {
    keyIn,
    shown,
    /** A key of the tenant that may make others, made by a person or with a key. */
    ruling: async (by: Client = at().owner, more: object = {}): Promise<Key> =>
      keyIn(await by.post(KEYS, { name: 'A key', ...RULING, ...more })),
    rotated: async (id: string, by: Client = at().owner, overlapHours = 24): Promise<Key> =>
      keyIn(await by.post(`${KEYS}/${id}/rotate`, { overlapHours })),
    statesOf: async (...keys: readonly Key[]): Promise<string[]> =>
      Promise.all(keys.map(async ({ id }) => (await shown(id)).status)),
    revoked: async (id: string, query = ''): Promise<{ alsoRevoked: string[]; replacedBy: string | null }> => {
      const answer = await at().owner.delete(`${KEYS}/${id}${query}`);
      assert.equal(answer.status, 200, answer.text);
      return answer.json.data;
    },
  };
}
