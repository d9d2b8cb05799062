import assert from 'node:assert/strict';
import type { ReceivedLead } from '../../src/entry/demo/buyer-simulator.ts';
import type { Acknowledged } from './load.ts';
import type { Window, World } from './world.ts';

/**
 * Rows that break a promise, by the promise. Each query gives the offending ids; `$1` are the campaigns of the test.
 */
const BROKEN_ROWS: Readonly<Record<string, string>> = {
  'a lead without its decision': `SELECT lead_id AS id FROM led LEFT JOIN decisions USING (tenant_id, lead_id) WHERE
    verdicts IS NULL`,
  'a lead without the claim of its request': `SELECT lead_id AS id FROM led LEFT JOIN intake_claims USING (tenant_id,
    lead_id)
    GROUP BY lead_id HAVING count(claim) <> 1`,
  'a lead without its tokens': `SELECT lead_id AS id FROM led LEFT JOIN lead_tokens USING (tenant_id, lead_id)
    GROUP BY lead_id HAVING count(token) <> 2`,
  'a lead whose submit is not in the trail once': `SELECT lead_id AS id FROM led LEFT JOIN (
      SELECT event_id, unnest(entity_ids) AS lead_id FROM audit_events
      WHERE action = 'lead.submit' AND detail ->> 'result' <> 'repeat') AS told USING (lead_id)
    GROUP BY lead_id HAVING count(event_id) <> 1`,
  'a lead whose status and sales contradict each other': `SELECT lead_id AS id FROM led
      LEFT JOIN (SELECT lead_id, status AS live FROM sold WHERE status <> 'released') AS s USING (lead_id)
    GROUP BY lead_id, status
    HAVING array_agg(live) <> CASE status WHEN 'sold' THEN ARRAY['settled'] WHEN 'pending' THEN ARRAY['uncertain']
      WHEN 'routing' THEN ARRAY['delivering'] WHEN 'returned' THEN ARRAY['returned'] WHEN 'unsold' THEN ARRAY[NULL]
      ELSE ARRAY[]::text[] END`,
  'a sale that nobody will ever take up': `SELECT sale_id AS id FROM sold AS s WHERE resume_at IS NULL
    AND (status = 'delivering' OR (status = 'uncertain' AND contract_id = ANY($2)))
    AND NOT EXISTS (SELECT FROM tried AS t WHERE t.sale_id = s.sale_id AND (t.outcome IS NULL OR t.outcome =
      'duplicate' OR t.number = 6))`,
  'a sale whose ledger is not what its status says': `SELECT s.sale_id AS id FROM sold AS s LEFT JOIN ledger_entries AS
    l
      ON l.tenant_id = s.tenant_id AND l.sale_id = s.sale_id
    GROUP BY s.sale_id, s.status, s.price_cents
    HAVING CASE s.status WHEN 'returned' THEN count(*) <> 8 OR count(DISTINCT l.transaction_id) <> 2 WHEN 'settled'
      THEN count(*) <> 4 OR count(DISTINCT l.transaction_id) <> 1 OR sum(l.amount_cents) <> 0
        OR sum(l.amount_cents) FILTER (WHERE l.account = 'buyer_receivable') <> s.price_cents
      ELSE count(l.entry_id) <> 0 END`,
  'a sale that was taken back and of which something stays booked': `SELECT sale_id AS id FROM sold
      JOIN ledger_entries AS l USING (tenant_id, sale_id)
    WHERE sold.status = 'returned' GROUP BY sale_id, l.account HAVING sum(l.amount_cents) <> 0`,
  'a sale whose return is not in the trail once': `SELECT sale_id AS id FROM (
      SELECT event_id, unnest(entity_ids) AS sale_id FROM audit_events WHERE action = 'lead.return') AS told
    JOIN sold USING (sale_id)
    GROUP BY sale_id, status HAVING count(event_id) <> 1 OR status <> 'returned'
    UNION ALL SELECT sale_id FROM sold WHERE status = 'returned' AND NOT EXISTS (SELECT FROM audit_events
      WHERE action = 'lead.return' AND sale_id = ANY(entity_ids))`,
  'a transaction of the ledger that does not sum to zero': `SELECT transaction_id AS id FROM ledger_entries
    GROUP BY transaction_id HAVING sum(amount_cents) <> 0`,
  'a sale with attempts that are not numbered one by one': `SELECT sale_id AS id FROM tried
    GROUP BY sale_id HAVING max(number) <> count(*) OR min(number) <> 1`,
  'a sale with two attempts under way': `SELECT sale_id AS id FROM tried WHERE outcome IS NULL GROUP BY sale_id HAVING
    count(*) > 1`,
  'an attempt with half an outcome': `SELECT attempt_id AS id FROM tried WHERE (outcome IS NULL) <> (finished_at IS
    NULL)`,
  'an attempt that is not in the trail once': `SELECT attempt_id AS id FROM (
      SELECT attempt_id, count(*) AS made FROM tried WHERE outcome IS NOT NULL GROUP BY 1) AS t
    FULL JOIN (SELECT attempt_id, count(*) AS told FROM told WHERE action = 'lead.deliver' GROUP BY 1) AS e USING
      (attempt_id)
    WHERE made IS DISTINCT FROM told`,
  'an attempt whose outcome is not the last that the trail says of it': `SELECT attempt_id AS id FROM tried
    LEFT JOIN (SELECT DISTINCT ON (attempt_id) attempt_id, result || reason AS last FROM told
      ORDER BY attempt_id, at DESC, event_id DESC) AS l USING (attempt_id)
    WHERE outcome || reason IS DISTINCT FROM last`,
  'a correction of an attempt that was not given up before, or a second one': `SELECT attempt_id AS id FROM told
    GROUP BY attempt_id HAVING count(*) FILTER (WHERE action = 'delivery.correct') >
      count(*) FILTER (WHERE action = 'lead.deliver' AND reason = 'process_lost')`,
  'a contract whose caps count other sales than it has': `SELECT owner_id AS id FROM (
      SELECT contract_id AS owner_id, counted_on AS day, count(*) AS leads, sum(price_cents) AS cents FROM sold
      WHERE status NOT IN ('released', 'returned') GROUP BY 1, 2) AS s
    FULL JOIN (SELECT owner_id, day, leads, spend_cents AS cents FROM cap_usage
      WHERE leads <> 0 AND owner_id IN (SELECT contract_id FROM sold)) AS u USING (owner_id, day)
    WHERE s.leads IS DISTINCT FROM u.leads OR s.cents IS DISTINCT FROM u.cents`,
  'a campaign whose caps count other leads than found a buyer': `SELECT owner_id AS id FROM (
      SELECT campaign_id AS owner_id, counted_on AS day, count(*) AS leads FROM led
      WHERE lead_id IN (SELECT lead_id FROM sold WHERE status NOT IN ('released', 'returned')) GROUP BY 1, 2) AS l
    FULL JOIN (SELECT owner_id, day, leads FROM cap_usage WHERE leads <> 0 AND owner_id = ANY($1)) AS u
      USING (owner_id, day)
    WHERE l.leads IS DISTINCT FROM u.leads`,
  'a buyer who owes other than its ledger and its open sales say': `SELECT c.buyer_id AS id FROM buyer_credit AS c
    WHERE c.buyer_id IN (SELECT buyer_id FROM sold) AND c.committed_cents <>
      (SELECT coalesce(sum(e.amount_cents), 0) FROM ledger_entries AS e
        WHERE e.tenant_id = c.tenant_id AND e.buyer_id = c.buyer_id AND e.account = 'buyer_receivable')
      + (SELECT coalesce(sum(s.price_cents), 0) FROM sales AS s
        WHERE s.tenant_id = c.tenant_id AND s.buyer_id = c.buyer_id AND s.status IN ('delivering', 'uncertain')
          AND s.pack_id IS NULL)`,
  'a pack that counts other leads than those that have it': `SELECT u.pack_id AS id FROM pack_usage AS u
    JOIN lead_packs AS p USING (tenant_id, pack_id)
    WHERE u.buyer_id IN (SELECT buyer_id FROM sold) AND p.status = 'active' AND u.taken <>
      (SELECT count(*) FROM sales AS s WHERE s.tenant_id = u.tenant_id AND s.pack_id = u.pack_id
        AND s.status IN ('delivering', 'uncertain', 'settled'))`,
  'a closed sale with an attempt under way': `SELECT sale_id AS id FROM sold JOIN tried USING (tenant_id, sale_id)
    WHERE sold.status IN ('settled', 'released', 'returned') AND tried.outcome IS NULL`,
};

const OURS = `WITH led AS (SELECT * FROM leads WHERE campaign_id = ANY($1)),
  sold AS (SELECT s.* FROM sales AS s JOIN led USING (tenant_id, lead_id)),
  tried AS (SELECT a.* FROM delivery_attempts AS a JOIN sold USING (tenant_id, sale_id)),
  told AS (SELECT event_id, at, action, (detail ->> 'attemptId')::uuid AS attempt_id, detail ->> 'result' AS result,
      detail ->> 'reason' AS reason
    FROM audit_events AS e JOIN sold ON e.tenant_id = sold.tenant_id AND e.entity_ids[1] = sold.sale_id
    WHERE action IN ('lead.deliver', 'delivery.correct')),
  given AS (SELECT $1::uuid[], $2::uuid[]) `;

/** Checks that no row of these campaigns breaks a promise; `resending` are contracts whose sales are sent again. */
export async function checkRows(
  application: Window,
  campaigns: readonly string[],
  resending: readonly string[],
): Promise<void> {
  for (const [promise, sql] of Object.entries(BROKEN_ROWS)) {
    const rows = await application.query<{ id: string }>({ text: `${OURS}${sql}`, values: [campaigns, resending] });
    assert.deepEqual(
      rows.map((row) => row.id),
      [],
      `there is ${promise}`,
    );
  }
}

/** Checks all that must hold at any moment, whatever has just happened. */
export async function checkPromises(world: World, acknowledged: ReadonlyMap<string, Acknowledged>): Promise<void> {
  const campaigns = [world.market.campaignId, world.queued.campaignId];
  const resending = world.market.buyers.filter((_, index) => index !== 1).map((buyer) => buyer.contractId);
  await checkRows(world.application, campaigns, resending);
  const leadIds = await idsOf(world.application, `SELECT lead_id AS id FROM leads WHERE campaign_id = ANY($1)`, [
    campaigns,
  ]);
  const lost = [...acknowledged.keys()].filter((leadId) => !leadIds.has(leadId));
  assert.deepEqual(lost, [], 'a lead that was acknowledged has vanished');
  assert.equal(leadIds.size, acknowledged.size, 'a lead was made twice, or for nobody');
  const withKeys = await idsOf(world.keystore, `SELECT subject_id AS id FROM subject_keys WHERE subject_id = ANY($1)`, [
    [...leadIds],
  ]);
  assert.equal(withKeys.size, leadIds.size, 'a lead has no key: it can never be read');
  await checkBuyers(world);
}

interface Sale {
  readonly saleId: string;
  readonly status: string;
  readonly reason: string | null;
  readonly buyerId: string;
}

/** Compares what the buyers remember with what the product believes of them. */
async function checkBuyers(world: World): Promise<void> {
  const rows = await world.application.query<Sale>({
    text: `SELECT sale_id AS "saleId", status, reason, buyer_id AS "buyerId" FROM sales WHERE buyer_id = ANY($1)`,
    values: [world.market.buyers.map((buyer) => buyer.buyerId)],
  });
  const sales = new Map(rows.map((row) => [row.saleId, row]));
  const takers = new Map<string, string>();
  const heard = new Map<string, ReceivedLead>();
  for (const { buyerId, simulator } of world.market.buyers) {
    for (const lead of simulator.received()) {
      const { deliveryId, body, answer } = lead;
      const sale = sales.get(deliveryId ?? '');
      assert.ok(sale && sale.buyerId === buyerId, `a buyer got delivery ${deliveryId}, of which nothing is written`);
      heard.set(sale.saleId, lead);
      if (answer?.accepted !== true) continue;
      assert.notEqual(
        sale.status,
        'released',
        `the buyer took sale ${sale.saleId}, but it was released (${sale.reason})`,
      );
      const person = String(body['email']);
      assert.equal(takers.get(person), undefined, `sale ${sale.saleId}: two buyers took one exclusive lead`);
      takers.set(person, sale.saleId);
    }
  }
  for (const sale of rows) checkWord(sale, heard.get(sale.saleId));
}

/** A sale ends by the word of its buyer alone, unless the buyer never heard of it. */
function checkWord(sale: Sale, heard: ReceivedLead | undefined): void {
  if (sale.status === 'settled')
    assert.equal(heard?.answer?.accepted, true, `sale ${sale.saleId} settled, but its buyer never took it`);
  if (sale.status !== 'released') return;
  if (heard)
    assert.equal(
      heard.answer?.accepted,
      false,
      `sale ${sale.saleId} was released (${sale.reason}), but its buyer never refused it`,
    );
  else
    assert.match(
      sale.reason ?? '',
      /^(busy|connect_failed|connect_timeout|tls_failed)$/,
      `sale ${sale.saleId} was released unsent`,
    );
}

async function idsOf(window: Window, text: string, values: readonly unknown[]): Promise<Set<string>> {
  return new Set((await window.query<{ id: string }>({ text, values })).map((row) => row.id));
}

/** Attempts and sales that wait for somebody: none, once everything has been recovered. */
export async function openWork(world: World): Promise<{ overdue: number; open: number }> {
  const campaigns = [world.market.campaignId, world.queued.campaignId];
  const [row] = await world.application.query<{ overdue: number; open: number }>({
    text: `${OURS} SELECT
        (SELECT count(*) FROM tried WHERE outcome IS NULL AND lease_until < now()) AS overdue,
        (SELECT count(*) FROM tried WHERE outcome IS NULL) + (SELECT count(*) FROM sold WHERE status = 'delivering') AS
          open`,
    values: [campaigns, []],
  });
  return row ?? { overdue: 0, open: 0 };
}
