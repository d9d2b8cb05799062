import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { startMarket } from '../kit/market.ts';

const folder = process.env['CAREROUTE_CONFORMANCE_DATA'];
if (!folder) throw new Error('CAREROUTE_CONFORMANCE_DATA is not set: run this by "npm run test:conformance"');

let app: TestApp;
before(async () => {
  app = await startApp();
});
after(() => app.stop());

test('every naughty string, sent as a name, comes back unchanged, or is refused naming the field', async () => {
  const strings = JSON.parse(await readFile(path.join(folder, 'strings', 'blns.json'), 'utf8')) as string[];
  const { admin } = await app.tenant();
  const market = await startMarket(app, admin, { campaign: { responseDeadlineMs: 0 }, buyers: [{}] });
  try {
    const refused: string[] = [];
    for (const text of strings) {
      const answer = await market.post(market.lead({ firstName: text }));
      if (answer.status === 400) {
        refused.push(text);
        assert.deepEqual(
          answer.json.error.details.fields.map((fault: { field: string }) => fault.field),
          ['firstName'],
          JSON.stringify(text),
        );
        continue;
      }
      assert.equal(answer.status, 200, `${JSON.stringify(text)}: ${answer.text}`);
      const lead = await admin.get(`/api/v1/leads/${answer.json.leadId}`);
      assert.equal(lead.json.data.firstName, text);
    }
    // Only what is no name at all may be refused: blank text.
    assert.deepEqual(
      refused.filter((text) => text.trim() !== ''),
      [],
    );
    assert.ok(strings.length > 400, `${strings.length} strings were tried`);
  } finally {
    await market.stop();
  }
});
