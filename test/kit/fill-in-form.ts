import assert from 'node:assert/strict';
import type { Client } from './client.ts';
import { made } from './refusals.ts';

/** Who opens a session, and clients with its key. */
interface Form {
  readonly posting: Client;
  client(key: string): Client;
}

/** Makes a lead step by step, as a form does, with refusals on the way that hold the tag; gives its id. */
export async function fillInForm(at: Form, body: Readonly<Record<string, unknown>>, tag: string): Promise<string> {
  const { campaignId, ...data } = body;
  const { sessionKey } = await made(at.posting, '/api/v1/sessions', { campaignId, data });
  const form = at.client(sessionKey);
  assert.equal((await form.patch(`/api/v1/sessions/${sessionKey}`, { data })).status, 200);
  const refusals = [
    await form.patch(`/api/v1/sessions/${sessionKey}`, { data: { pingId: `${tag}value` }, currentStep: 1 }),
    await form.post(`/api/v1/sessions/${sessionKey}/submit`, { email: `${tag}value` }),
    await form.get(`/api/v1/sessions/${tag}`),
  ];
  for (const answer of refusals) {
    assert.ok(answer.status >= 400 && answer.status < 500, answer.text);
    assert.ok(!answer.text.includes(`${tag}value`), answer.text);
  }
  const sold = await form.post(`/api/v1/sessions/${sessionKey}/submit`, data);
  assert.equal(sold.json.result, 'success', sold.text);
  return sold.json.leadId;
}
