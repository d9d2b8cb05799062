import type { ApiClient } from '../../src/entry/demo/api-client.ts';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';

/** Whose leads and sales they are. */
export interface Chain {
  readonly verticalId: string;
  readonly offerId: string;
  readonly partnerId: string;
  readonly campaignId: string;
  readonly buyerId: string;
  readonly contractId: string;
}

export interface Filled {
  /** Has nearly all. */
  readonly common: Chain;
  /** Has a few, all among the oldest. */
  readonly rare: Chain;
  /** Has many sales, all among the oldest. */
  readonly gone: Chain;
  readonly firstAt: Date;
  readonly sales: number;
}

const DAYS = 400;
const DAY_MS = 86_400_000;
const RARE_LEADS = 60;

/** Fills in leads without personal data, one every few seconds over the last 400 days, and a sale for each sold one. */
export async function fillLeads(demo: DemoFile, api: ApiClient, leads: number): Promise<Filled> {
  const [common, rare, gone] = [
    await makeChain(api, 'much'),
    await makeChain(api, 'rare'),
    await makeChain(api, 'gone'),
  ];
  const firstAt = new Date(Date.now() - DAYS * DAY_MS);
  const owner = openDatabase({
    url: demo.databases.applicationMigrator,
    maxConnections: 1,
    applicationName: 'bench',
    onIdleError: () => {},
  });
  try {
    const filling = { tenantId: demo.tenantId, leads, common, rare, gone, firstAt };
    await insertLeads(owner, filling);
    const sales = await insertSales(owner, filling);
    await owner.query({ text: 'ANALYZE leads, sales' });
    return { common, rare, gone, firstAt, sales };
  } finally {
    await owner.close();
  }
}

interface Filling extends Omit<Filled, 'sales'> {
  readonly tenantId: string;
  readonly leads: number;
}

const FIRST_NUMBER = 100_000_000;

async function insertLeads(owner: Database, { tenantId, leads, common, rare, firstAt }: Filling): Promise<void> {
  const stepMs = Math.floor((DAYS * DAY_MS) / leads);
  const isRare = `n % 100 = 1 AND n < ${RARE_LEADS * 100}`;
  const ends = (['campaignId', 'partnerId', 'verticalId', 'offerId'] as const).flatMap((id) => [rare[id], common[id]]);
  await owner.query({
    text: `INSERT INTO leads (tenant_id, lead_id, number, campaign_id, partner_id, vertical_id, offer_id, status,
        reason, regime, is_test, state, key_id, price_cents, payout_cents, received_at, updated_at)
      SELECT $1, uuidv7(at - now()), ${FIRST_NUMBER} + n, r.campaign, r.partner, r.vertical, r.offer, r.status,
        CASE r.status WHEN 'unsold' THEN 'NO_MATCH' END, 'none', n % (${leads} / 40) = 7 AND n < ${leads} / 2, 'TX',
        gen_random_uuid(), 4200, 1200, at, at
      FROM generate_series(0::bigint, ${leads - 1}) AS n,
        LATERAL (SELECT $2::timestamptz + n * ${stepMs} * interval '1 millisecond' AS at) AS t,
        LATERAL (SELECT
          CASE WHEN n < 200 THEN (ARRAY['returned', 'scrubbed', 'pending', 'routing'])[(1 + n % 4)::int]
            WHEN n % 20 < 11 THEN 'sold' ELSE 'unsold' END AS status,
          CASE WHEN ${isRare} THEN $3::uuid ELSE $4::uuid END AS campaign,
          CASE WHEN ${isRare} THEN $5::uuid ELSE $6::uuid END AS partner,
          CASE WHEN ${isRare} THEN $7::uuid ELSE $8::uuid END AS vertical,
          CASE WHEN ${isRare} THEN $9::uuid ELSE $10::uuid END AS offer) AS r`,
    values: [tenantId, firstAt, ...ends],
  });
}

async function insertSales(owner: Database, { tenantId, leads, common, rare, gone }: Filling): Promise<number> {
  const lastOfGone = FIRST_NUMBER + leads / 5;
  const ends = (['contractId', 'buyerId'] as const).flatMap((id) => [rare[id], gone[id], common[id]]);
  const rows = await owner.query({
    text: `INSERT INTO sales (tenant_id, sale_id, lead_id, contract_id, contract_version, buyer_id, rank, status,
        exclusive, price_cents, payout_cents, currency, sealed_licensed, licensed_fields, reserved_at, settled_at,
        updated_at, lead_received_at)
      SELECT l.tenant_id, uuidv7(l.received_at - now()), l.lead_id, c.contract, 1, c.buyer, 1, 'settled', true, 4200,
        1200, 'USD', '', '{}', l.received_at, l.received_at, l.received_at, l.received_at
      FROM leads AS l, LATERAL (SELECT
        CASE WHEN l.campaign_id = $2::uuid THEN $3::uuid WHEN l.number < ${lastOfGone} THEN $4::uuid ELSE $5::uuid END
          AS contract,
        CASE WHEN l.campaign_id = $2::uuid THEN $6::uuid WHEN l.number < ${lastOfGone} THEN $7::uuid ELSE $8::uuid END
          AS buyer
      ) AS c WHERE l.tenant_id = $1 AND l.status = 'sold' AND l.number >= ${FIRST_NUMBER} RETURNING 1`,
    values: [tenantId, rare.campaignId, ...ends],
  });
  return rows.length;
}

async function makeChain(api: ApiClient, name: string): Promise<Chain> {
  const make = async (path: string, body: object): Promise<string> =>
    (await api.call<{ data: { id: string } }>('POST', `/api/v1/${path}`, { name, ...body })).data.id;
  const verticalId = await make('verticals', { slug: `bench-${name}` });
  const offerId = await make('offers', { verticalId });
  const partnerId = await make('partners', {});
  const campaignId = await make('campaigns', { partnerId, verticalId, offerId });
  const buyerId = await make('buyers', {});
  const deliveryConfig = [{ type: 'http_post', url: 'https://buyer.example.test/leads' }];
  const contractId = await make('contracts', { buyerId, verticalId, price: '42.00', deliveryConfig });
  return { verticalId, offerId, partnerId, campaignId, buyerId, contractId };
}
