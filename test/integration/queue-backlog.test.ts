import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveryJobs } from '../../src/leads/delivery/jobs.ts';
import { DELIVER_JOB } from '../../src/leads/sales/index.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { workQueue } from '../kit/work-queue.ts';

const place = testPlace();
const sql = <Row>(text: string, ...values: unknown[]) => place().app.owner.query<Row>({ text, values });

const jobsOf = async (saleId: string): Promise<number> =>
  (
    await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE payload ->> 'saleId' = $1`,
      saleId,
    )
  )[0]?.n ?? 0;

test('a sale that waits in a long queue is put there once more, however often it is overdue', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 0 }, buyers: [{}] });
  const posted = await m.post();
  const [sale] = await sql<{ id: string }>('SELECT sale_id AS id FROM sales WHERE lead_id = $1', posted.json.leadId);
  assert.ok(sale);
  const { app, tenantId } = place();
  assert.equal(await jobsOf(sale.id), 1);
  for (let minute = 1; minute <= 5; minute += 1) {
    await sql(`UPDATE sales SET resume_at = now() - interval '61 s' WHERE sale_id = $1`, sale.id);
    assert.equal(await app.engine.delivery.recover(tenantId), 1);
  }
  assert.equal(await jobsOf(sale.id), 2, 'its own job, and one for all the minutes that it waited');
  assert.deepEqual(
    await workQueue(app, DELIVER_JOB, deliveryJobs({ delivery: app.engine.delivery, clock: systemClock })),
    [],
  );
  assert.equal(await jobsOf(sale.id), 0);
  const lead = await place().admin.get(`/api/v1/leads/${posted.json.leadId}/status`);
  assert.equal(lead.json.data.status, 'sold', lead.text);
  assert.equal(m.buyers[0]?.simulator.received()[0]?.requests, 1);
});

assertNoProblems(place);
