import { readFile } from 'node:fs/promises';
import { createApiClient } from '../../src/entry/demo/api-client.ts';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import { sampleLead } from '../../src/entry/demo/sample-lead.ts';
import type { Load } from './tls-load.ts';

interface Campaign {
  readonly id: string;
  readonly postingKey: string;
}

/** The campaign of the demo that benches post to. */
export function firstCampaign(demo: DemoFile): Campaign {
  const campaign = demo.partners[0]?.campaigns[0];
  if (!campaign) throw new Error('the demo has no campaign');
  return campaign;
}

/**
 * The campaign answers at once, and its key posts as fast as it can; deliveries wait in the queue, which nobody works
 * off meanwhile.
 */
export const queueDeliveries = (demo: DemoFile): Promise<void> => postFreely(demo, 0);

/** The campaign's key posts as fast as it can, and each post waits so long for its delivery. */
export async function postFreely(demo: DemoFile, responseDeadlineMs: number): Promise<void> {
  const api = createApiClient(demo.baseUrl, await readFile(demo.caFile, 'utf8'), demo.admin.apiKey);
  const { id: campaignId } = firstCampaign(demo);
  await api.call('PATCH', `/api/v1/campaigns/${campaignId}`, { responseDeadlineMs });
  const keysPath = '/api/v1/auth/api-keys';
  const keys = await api.call<{ data: { id: string }[] }>('GET', `${keysPath}?campaignId=${campaignId}`);
  for (const { id } of keys.data) await api.call('PATCH', `${keysPath}/${id}`, { rateLimitPerMinute: 1_000_000 });
  api.close();
}

/** Leads that resemble none before, each posted by the campaign's key and to be answered by this result. */
export function leadsOf(campaign: Campaign, result: 'accepted' | 'success' = 'accepted'): Pick<Load, 'next' | 'check'> {
  return {
    next: () => submitOf(campaign),
    check: (status, body) => {
      if (status !== 200 || !body.includes(`"result":"${result}"`))
        throw new Error(`a lead was not answered by ${result}: ${status} ${body.slice(0, 300)}`);
    },
  };
}

let serial = 0;

function submitOf(campaign: Campaign): Buffer {
  serial += 1;
  const lead = {
    ...sampleLead(campaign.id),
    email: `bench.${process.pid}.${serial}@example.com`,
    phone: `512${String(2_000_000 + serial).padStart(7, '0')}`,
  };
  return requestOf('POST', '/api/v1/leads/submit', { authorization: `Bearer ${campaign.postingKey}` }, lead);
}

/** A request as it goes over the wire, with its body as JSON if there is one. */
export function requestOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(text === '' ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}
