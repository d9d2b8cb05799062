import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp, type TestAppOptions } from './app.ts';
import type { Client } from './client.ts';
import { type Market, type MarketSpec, startMarket } from './market.ts';

/** A row of the waterfall, as far as tests look at it. */
export interface WaterfallRow {
  readonly contractId: string;
  readonly buyerId: string;
  readonly disposition: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly price: string;
  readonly saleId: string;
}

/** An application with one tenant for a whole test file, and as many markets in it as its tests want. */
export interface Place {
  readonly app: TestApp;
  readonly admin: Client;
  readonly tenantId: string;
  market(spec: MarketSpec): Promise<Market>;
  waterfallOf(leadId: string): Promise<WaterfallRow[]>;
}

/** Registers the hooks of a test file; its last test asserts that nothing failed in silence. */
export function testPlace(options: TestAppOptions = {}): () => Place {
  const markets: Market[] = [];
  let place: Place | undefined;
  const current = (): Place => {
    if (!place) throw new Error('the place of a test file is there once its tests run');
    return place;
  };
  before(async () => {
    const app = await startApp(options);
    const { admin, tenantId } = await app.tenant();
    place = {
      app,
      admin,
      tenantId,
      async market(spec) {
        const made = await startMarket(app, admin, spec);
        markets.push(made);
        return made;
      },
      async waterfallOf(leadId) {
        const answer = await admin.get(`/api/v1/leads/${leadId}/distributions`);
        assert.equal(answer.status, 200, answer.text);
        return answer.json.data;
      },
    };
  });
  after(async () => {
    await Promise.all(markets.map((made) => made.stop()));
    await current().app.stop();
  });
  return current;
}

/** The last test of a file: no error was swallowed by the application. */
export function assertNoProblems(place: () => Place): void {
  test('nothing failed in silence', () => assert.deepEqual(place().app.problems, []));
}
