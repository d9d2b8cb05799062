import assert from 'node:assert/strict';
import type { Answer } from './client.ts';
import type { Market } from './market.ts';
import type { Place } from './place.ts';

/** Asks what a lead in Austin would bring. */
export const pingOf = (
  m: Market,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  m.posting.post('/api/v1/leads/ping', { campaignId: m.campaignId, state: 'TX', zipCode: '78701', ...more }, headers);

/** Posts a new lead to a quote. */
export const postTo = (m: Market, pingId: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  m.posting.post('/api/v1/leads/post', { ...m.lead(), pingId, ...more });

/** What staff read of a ping. */
export async function pingLogged({ admin }: Place, pingId: string): Promise<Answer['json']> {
  const answer = await admin.get(`/api/admin/ping-log/${pingId}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
}
