import assert from 'node:assert/strict';
import type { Person } from './people.ts';
import { made } from './refusals.ts';

export const EXPORTS_PATH = '/api/v1/exports';
const WISH = { action: 'bulk_export', reason: 'The yearly count of the board.' };

/** Asks for an export of leads; gives the id of the request. */
export const askExport = async ({ client }: Person, terms: object = {}): Promise<string> =>
  (await made(client, '/api/v1/approvals', { ...WISH, terms })).id;

/** Decides what somebody else asked for. */
export async function decideExport({ client }: Person, approvalId: string, decision = 'approved'): Promise<void> {
  const decided = await client.post(`/api/v1/approvals/${approvalId}/decide`, { decision });
  assert.equal(decided.status, 200, decided.text);
}

/** Begins an export that somebody else approved; gives its id. */
export async function beginExport(asker: Person, second: Person, terms: object = {}): Promise<string> {
  const approvalId = await askExport(asker, terms);
  await decideExport(second, approvalId);
  return (await made(asker.client, EXPORTS_PATH, { approvalId, ...terms })).id;
}
