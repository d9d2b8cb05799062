import assert from 'node:assert/strict';
import type { Client } from './client.ts';
import { made } from './refusals.ts';

let serial = 0;

/** One record of each kind that settings have, as bodies to make them by their path; none is like another. */
export function settingBodies(): Readonly<Record<string, object>> {
  const tag = `fresh-${(serial += 1)}`;
  return {
    domains: { domain: `${tag}.clinic.com` },
    lists: { name: tag, listType: 'reason', items: ['Late'] },
    'signup-questions': { entityType: 'partner', question: 'How many leads a day?' },
    'tax-rates': { name: 'A rate', code: tag, percentage: '6.25' },
    smtp: {
      host: `${tag}.example.com`,
      port: 587,
      username: 'sender',
      password: 'a password',
      fromEmail: 'a@example.com',
    },
  };
}

/** Makes one of each, keeps a value, and has a partner choose what it wants to be told of. */
export async function keepSettings(admin: Client, partner: Client): Promise<void> {
  for (const [path, body] of Object.entries(settingBodies())) await made(admin, `/api/v1/settings/${path}`, body);
  const kept = await admin.put('/api/v1/settings', { category: 'general', key: 'theme', value: 'dark' });
  assert.equal(kept.status, 200, kept.text);
  const chosen = await partner.put('/api/partner/settings', { notifications: { payoutMade: true } });
  assert.equal(chosen.status, 200, chosen.text);
}
