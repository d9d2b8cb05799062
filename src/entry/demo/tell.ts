import type { Careroute } from '../compose/careroute.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { Demo } from './demo.ts';
import { sampleLead } from './sample-lead.ts';

interface SubmitAnswer {
  readonly result: string;
  readonly leadId: string;
  readonly data: { readonly shortId: string; readonly status: string; readonly revenue: string };
}

interface Waterfall {
  readonly data: readonly { readonly disposition: string; readonly reason: string; readonly price: string }[];
}

/** Posts one lead through the public API, and says what became of it, what each buyer got, and how to go on. */
export async function tell(demo: Demo, careroute: Careroute, say: (line: string) => void): Promise<void> {
  const { file } = demo;
  const campaign = file.partners[0]?.campaigns[0];
  if (!campaign) throw new Error('the demo has no campaign');
  const posting = createApiClient(file.baseUrl, careroute.certificate?.caPem ?? '', campaign.postingKey);
  try {
    const answer = await postSample(posting, campaign.id);
    const waterfall = await demo.api.call<Waterfall>('GET', `/api/v1/leads/${answer.leadId}/distributions`);
    say('');
    const { shortId, status, revenue } = answer.data;
    say(`A sample lead was posted: ${shortId} is ${status}; the partner earns $${revenue}.`);
    say('Why:');
    for (const row of waterfall.data) say(`  ${row.disposition === 'delivered' ? '●' : '○'} ${row.reason}`);
  } finally {
    posting.close();
  }
  say('What each buyer has received:');
  for (const simulator of demo.simulators) {
    const received = simulator.received();
    const last = received.at(-1);
    const fields = last ? `, the last with the fields ${Object.keys(last.body).join(', ')}` : '';
    say(`  ${simulator.name}: ${received.length === 1 ? '1 lead' : `${received.length} leads`}${fields}`);
  }
  say('');
  tellPeople(demo, say);
  say(`API      ${file.baseUrl}/api/v1   described at ${file.baseUrl}/api/openapi.json`);
  say(`CA       ${file.caFile}`);
  say(`Keys     ${demo.filePath} holds an admin key, each partner's and buyer's key, and the posting keys`);
  say('Databases (embedded PostgreSQL; addresses with passwords are in the same file)');
  say('');
  say('Post another lead (fresh at each start):');
  say(`  node -e 'console.log(JSON.stringify(require("${demo.filePath}").sampleLead))' | \\`);
  say(`  curl --cacert ${file.caFile} -H "Authorization: Bearer ${campaign.postingKey}" \\`);
  say(`    -H "Content-Type: application/json" --data @- ${file.baseUrl}/api/v1/leads/submit`);
  say('');
}

/** Where to look with one's own eyes, and as whom. */
function tellPeople({ file }: Demo, say: (line: string) => void): void {
  say(`Open     ${file.baseUrl}   and sign in as`);
  for (const { portal, email, password, authenticatorSecret } of file.people ?? []) {
    const code = authenticatorSecret === null ? '' : '   code: npm run careroute -- demo code';
    say(`         ${portal.padEnd(8)} ${email.padEnd(22)} password: ${password}${code}`);
  }
  say(`         (the browser warns until it trusts ${file.caFile})`);
}

const TRIES = 5;

/** Posts a sample lead; by chance it may have the phone number of an earlier one, and then another is posted. */
async function postSample(posting: ApiClient, campaignId: string): Promise<SubmitAnswer> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const answer = await posting.call<SubmitAnswer | { readonly leadId: null }>(
      'POST',
      '/api/v1/leads/submit',
      sampleLead(campaignId),
    );
    if (answer.leadId !== null) return answer;
  }
  throw new Error('the sample lead was not taken: has the demo campaign been switched off?');
}
