import assert from 'node:assert/strict';
import { after } from 'node:test';
import {
  startVendorSimulator,
  type VendorBehaviour,
  type VendorSimulator,
} from '../../src/entry/demo/vendor-simulator.ts';
import type { TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';
import type { Market } from './market.ts';
import type { Place } from './place.ts';
import { made } from './refusals.ts';

export interface TestVendor {
  readonly id: string;
  readonly simulator: VendorSimulator;
}

let serial = 0;

/** Makes vendors with simulators, and stops those when the test file ends. */
export function testVendors(place: () => Place) {
  const simulators: VendorSimulator[] = [];
  after(() => Promise.all(simulators.map((simulator) => simulator.stop())));
  return async (more: Record<string, unknown> = {}, behaviour: VendorBehaviour = 'clear'): Promise<TestVendor> => {
    const pair = await place().app.certificate.issue(['localhost', '127.0.0.1']);
    const tls = { cert: pair.certPem, key: pair.keyPem };
    const simulator = await startVendorSimulator({ behaviour, tls, host: '127.0.0.1', port: 0 });
    simulators.push(simulator);
    serial += 1;
    const body = { name: `Vendor ${serial}`, kind: 'dnc', url: simulator.url, secret: 'secret-of-vendor', ...more };
    const answer = await place().admin.post('/api/v1/check-vendors', body);
    assert.equal(answer.status, 201, answer.text);
    return { id: answer.json.data.id, simulator };
  };
}

/** Has the leads of a campaign checked by a vendor that names in its answer whom it was asked about. */
export async function startTalkativeVendor(
  { issue }: Pick<TestApp['certificate'], 'issue'>,
  admin: Client,
  campaignId: string,
): Promise<VendorSimulator> {
  const pair = await issue(['localhost', '127.0.0.1']);
  const tls = { cert: pair.certPem, key: pair.keyPem };
  const simulator = await startVendorSimulator({ behaviour: 'telling', tls, host: '127.0.0.1', port: 0 });
  const vendor = await made(admin, '/api/v1/check-vendors', { name: 'Talker', kind: 'phone', url: simulator.url });
  const checks = [{ vendorId: vendor.id, failMode: 'refuse' }];
  assert.equal((await admin.put(`/api/v1/campaigns/${campaignId}/checks`, { checks })).status, 200);
  return simulator;
}

export type FailMode = 'accept' | 'refuse';

/** Has the leads of a market checked by these vendors. */
export async function checkedBy(
  { admin }: Place,
  { campaignId }: Pick<Market, 'campaignId'>,
  checks: readonly (readonly [TestVendor, FailMode])[],
): Promise<void> {
  const body = { checks: checks.map(([{ id }, failMode]) => ({ vendorId: id, failMode })) };
  const answer = await admin.put(`/api/v1/campaigns/${campaignId}/checks`, body);
  assert.equal(answer.status, 200, answer.text);
}

/** What stands beside a lead of its checks. */
export async function checksOf({ admin }: Place, leadId: string): Promise<Answer['json'][]> {
  const answer = await admin.get(`/api/v1/leads/${leadId}/checks`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
}
