import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../../src/entry/compose/engine.ts';
import type { Delivery } from '../../src/leads/delivery/index.ts';
import { createOutbound, type Outbound } from '../../src/platform/outbound/index.ts';
import type { Behaviour, Market } from '../kit/market.ts';
import { bothWaiting } from '../kit/overtaking.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

/**
 * Two may conclude an attempt: the process that made it, and recovery once its lease has run out. Here a buyer's answer
 * is held back on its way to the process that asked, so that the test says who comes first.
 */
const place = testPlace();

interface UnderWay {
  readonly market: Market;
  readonly leadId: string;
  readonly saleId: string;
  /** Of the process that makes the attempt. */
  readonly delivery: Delivery;
  /** Gives the process its buyer's answer, and waits until it has written down what follows. */
  answer(): Promise<void>;
}

interface SlowProcess {
  readonly delivery: Delivery;
  /** When its buyer has answered, which it has not heard yet. */
  readonly asked: Promise<void>;
  answer(): Promise<void>;
}

/** A process of its own that takes a sale up. */
function slowProcess(saleId: string): SlowProcess {
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { runtime, certificate, problems } = place().app;
  const real = createOutbound({ allowCidrs: ['127.0.0.0/8'], caPem: certificate.caPem });
  const outbound: Outbound = {
    ...real,
    async send(request) {
      const result = await real.send(request);
      asked.resolve();
      await released.promise;
      return result;
    },
  };
  const { delivery } = createEngine(runtime, outbound, (error) => void problems.push(error));
  const resumed = delivery.resume(place().tenantId, saleId);
  return {
    delivery,
    asked: Promise.race([asked.promise, resumed.then(() => assert.fail('nothing was sent'))]),
    async answer() {
      released.resolve();
      await resumed;
      await real.close();
    },
  };
}

/** A lead whose first buyer has been asked by a process that has not heard the answer. */
async function underWay(behaviour: Behaviour, uncertainPolicy: 'hold' | 'resend' = 'hold'): Promise<UnderWay> {
  const market = await place().market({
    campaign: { responseDeadlineMs: 0 },
    buyers: [{ behaviour, contract: { price: '40.00', uncertainPolicy } }, { contract: { price: '10.00' } }],
  });
  const { leadId } = (await market.post()).json;
  const saleId = await firstSaleOf(leadId);
  const process = slowProcess(saleId);
  await process.asked;
  return { market, leadId, saleId, delivery: process.delivery, answer: () => process.answer() };
}

async function firstSaleOf(leadId: string): Promise<string> {
  const [row] = await place().app.owner.query<{ saleId: string }>({
    text: 'SELECT sale_id AS "saleId" FROM sales WHERE lead_id = $1 AND rank = 1',
    values: [leadId],
  });
  assert.ok(row);
  return row.saleId;
}

/** Another process than those that make attempts looks for what was lost. */
const recover = (): Promise<number> => place().app.engine.delivery.recover(place().tenantId);

/** Lets the lease of what is under way have run out. */
async function leaseOut(saleId: string, seconds = 1): Promise<void> {
  await place().app.owner.query({
    text: `UPDATE delivery_attempts SET lease_until = now() - $2 * interval '1 second'
      WHERE sale_id = $1 AND outcome IS NULL`,
    values: [saleId, seconds],
  });
}

/** Another process believes that the first one is gone. */
async function giveUp({ saleId }: UnderWay): Promise<void> {
  await leaseOut(saleId);
  assert.equal(await recover(), 1);
}

/** Attempts of a sale, and the events of the trail that tell of each, in their order. */
async function storyOf(saleId: string): Promise<string[]> {
  const { owner } = place().app;
  const attempts = await owner.query<{ line: string }>({
    text: `SELECT concat_ws(' ', a.number, a.outcome, a.reason, '<-', (
          SELECT string_agg(concat_ws(' ', action, detail ->> 'result', cardinality(phi_classes)), ', '
            ORDER BY e.at, e.event_id)
          FROM audit_events AS e WHERE e.detail ->> 'attemptId' = a.attempt_id::text)) AS line
      FROM delivery_attempts AS a WHERE sale_id = $1 ORDER BY number`,
    values: [saleId],
  });
  return attempts.map(({ line }) => line);
}

interface Sold {
  readonly rank: number;
  readonly status: string;
  readonly booked: number;
}

const salesOf = ({ leadId }: UnderWay): Promise<Sold[]> =>
  place().app.owner.query({
    text: `SELECT rank, status, (SELECT count(*) FROM ledger_entries AS l WHERE l.sale_id = s.sale_id)::int AS booked
      FROM sales AS s WHERE lead_id = $1 ORDER BY rank`,
    values: [leadId],
  });

const requestsTo = ({ market }: UnderWay): number[] =>
  market.buyers.map(({ simulator }) => simulator.received().reduce((sum, { requests }) => sum + requests, 0));

const SETTLED: Sold = { rank: 1, status: 'settled', booked: 4 };
const RELEASED: Sold = { rank: 1, status: 'released', booked: 0 };

const saleRow = (saleId: string) => ({ text: 'SELECT FROM sales WHERE sale_id = $1', values: [saleId] });

test('an acceptance of an attempt that was given up settles once, and is a correction in the trail', async () => {
  const lead = await underWay('accept');
  await giveUp(lead);
  await lead.answer();
  assert.deepEqual(await storyOf(lead.saleId), [
    '1 accepted accepted <- lead.deliver uncertain 1, delivery.correct accepted 0',
  ]);
  assert.deepEqual(await salesOf(lead), [SETTLED]);
  assert.deepEqual(requestsTo(lead), [1, 0]);
});

test('a refusal of an attempt that was given up releases the lead to the next contract, once', async () => {
  const lead = await underWay('reject');
  await giveUp(lead);
  await lead.answer();
  assert.deepEqual(await storyOf(lead.saleId), [
    '1 rejected rejected <- lead.deliver uncertain 1, delivery.correct rejected 0',
  ]);
  assert.deepEqual(await salesOf(lead), [RELEASED, { ...SETTLED, rank: 2 }]);
});

test('of an answer and a recovery that wait for a sale, the first is told and the second changes nothing', async () => {
  const lead = await underWay('accept');
  await leaseOut(lead.saleId);
  await bothWaiting<unknown>(place().app, saleRow(lead.saleId), [() => lead.answer(), recover]);
  assert.deepEqual(await storyOf(lead.saleId), ['1 accepted accepted <- lead.deliver accepted 1']);
  assert.deepEqual(await salesOf(lead), [SETTLED]);
});

test('two recoveries of the same attempt leave one event', async () => {
  const lead = await underWay('accept');
  await leaseOut(lead.saleId);
  await bothWaiting<unknown>(place().app, saleRow(lead.saleId), [recover, recover]);
  assert.deepEqual(await storyOf(lead.saleId), ['1 uncertain process_lost <- lead.deliver uncertain 1']);
  await lead.answer();
  assert.deepEqual(await salesOf(lead), [SETTLED]);
});

test('a process does not give up what it has in hand itself, unless it hangs', async () => {
  const lead = await underWay('duplicate');
  await leaseOut(lead.saleId);
  assert.equal(await lead.delivery.recover(place().tenantId), 0);
  await lead.answer();
  assert.deepEqual(await storyOf(lead.saleId), ['1 duplicate duplicate <- lead.deliver duplicate 1']);
  assert.deepEqual(await salesOf(lead), [RELEASED, { ...SETTLED, rank: 2 }]);
  const hanging = await underWay('accept');
  await leaseOut(hanging.saleId, 61);
  assert.equal(await hanging.delivery.recover(place().tenantId), 1);
  await hanging.answer();
  assert.deepEqual(await salesOf(hanging), [SETTLED]);
});

/** What recovery left to be sent again is sent again, by a process that does not hear the answer yet. */
async function sentAgain({ saleId }: UnderWay): Promise<() => Promise<void>> {
  await place().app.owner.query({
    text: 'UPDATE sales SET resume_at = now() WHERE sale_id = $1',
    values: [saleId],
  });
  const process = slowProcess(saleId);
  await process.asked;
  return () => process.answer();
}

test('once it was sent again, a late refusal of the first attempt changes nothing', async () => {
  const lead = await underWay('reject', 'resend');
  await giveUp(lead);
  const answerAgain = await sentAgain(lead);
  await lead.answer();
  assert.deepEqual(await storyOf(lead.saleId), ['1 uncertain process_lost <- lead.deliver uncertain 1', '2 <-']);
  assert.deepEqual(await salesOf(lead), [{ rank: 1, status: 'uncertain', booked: 0 }]);
  await answerAgain();
  assert.deepEqual(await storyOf(lead.saleId), [
    '1 uncertain process_lost <- lead.deliver uncertain 1',
    '2 rejected rejected <- lead.deliver rejected 1',
  ]);
  assert.deepEqual(await salesOf(lead), [RELEASED, { ...SETTLED, rank: 2 }]);
});

test('an acceptance of the first attempt and one of the second charge once', async () => {
  const lead = await underWay('accept', 'resend');
  await giveUp(lead);
  const answerAgain = await sentAgain(lead);
  await lead.answer();
  await answerAgain();
  assert.deepEqual(await storyOf(lead.saleId), [
    '1 accepted accepted <- lead.deliver uncertain 1, delivery.correct accepted 0',
    '2 accepted accepted <- lead.deliver accepted 1',
  ]);
  assert.deepEqual(await salesOf(lead), [SETTLED]);
  assert.deepEqual(requestsTo(lead), [2, 0]);
});

test('a lead that a person has released stays with who bought it, and a late acceptance is told', async () => {
  const lead = await underWay('accept');
  await giveUp(lead);
  const word = await place().admin.post(`/api/v1/sales/${lead.saleId}/resolve`, { outcome: 'rejected' });
  assert.equal(word.status, 200, word.text);
  await lead.answer();
  assert.deepEqual(await storyOf(lead.saleId), [
    '1 accepted accepted <- lead.deliver uncertain 1, delivery.correct accepted 0',
    '2 rejected person_said_rejected <-',
  ]);
  assert.deepEqual(await salesOf(lead), [RELEASED, { ...SETTLED, rank: 2 }]);
  assert.deepEqual(place().app.problems.splice(0).map(String), [
    'Error: a buyer accepted a lead after it was released',
  ]);
});

assertNoProblems(place);
