import assert from 'node:assert/strict';
import { startApp, type TestApp } from './app.ts';
import type { Client } from './client.ts';
import { type Market, startMarket } from './market.ts';
import { keyFor } from './parties.ts';
import { made } from './refusals.ts';

/** What the lead holds, each value to be told from all else. */
export const VALUES = {
  firstName: 'Qfirstname',
  lastName: 'Qlastname',
  email: 'qmarker@example.com',
  phone: '+12125550142',
  zipCode: '78745',
  gender: 'female',
  dateOfBirth: '1961-07-23',
  sub1: 'Qsub',
  treatment: 'Qtreatment',
  referral: 'Qreferral',
} as const;
export type Name = keyof typeof VALUES;
export const NAMES = Object.keys(VALUES) as Name[];

/** What its buyer was given. */
export const LICENSED: readonly Name[] = ['firstName', 'email', 'phone', 'zipCode', 'treatment', 'referral'];

/** Kinds of key that read leads. */
export type Reader = 'admin' | 'buyer' | 'partner';
export const READERS: readonly Reader[] = ['admin', 'buyer', 'partner'];

export type Rules = Readonly<Record<string, 'hidden' | 'masked' | 'visible'>>;
export const FIELD_ACCESS_PATH = '/api/v1/settings/field-access';

/** An answer, with what its one event says. */
export interface Seen {
  readonly text: string;
  // oxlint-disable-next-line no-explicit-any -- a test reads what it expects
  readonly data: any;
  readonly phi: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly action: string;
}

/** One tenant with one lead that was sold, and keys of each kind that read it. */
export interface ReadLead {
  readonly app: TestApp;
  readonly admin: Client;
  readonly tenantId: string;
  readonly market: Market;
  readonly leadId: string;
  /** Where the lead is. */
  readonly path: string;
  /** Keys with access to personal data. */
  readonly keys: Readonly<Record<Reader, Client>>;
  /** Keys without. */
  readonly blind: Readonly<Record<Reader, Client>>;
  /** Replaces the rules of a role; without any, there are none. */
  rule(role: string, rules?: Rules, admin?: Client): Promise<void>;
  /** Does something while a role has these rules. */
  under<T>(role: string, rules: Rules, work: () => Promise<T>): Promise<T>;
  seenBy(client: Client, path: string, body?: object): Promise<Seen>;
  /** Makes sealed columns of the lead, or of its sale, unreadable while something is done: whoever opens them fails. */
  broken<T>(columns: readonly string[], work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Makes it, by the public API: two contracts refuse the lead, by its age and by a field of its vertical. */
export async function startReadLead(): Promise<ReadLead> {
  const app = await startApp();
  const { admin, tenantId } = await app.tenant();
  const market = await sellingMarket(app, admin);
  const sold = await market.post(market.lead(VALUES));
  assert.equal(sold.json.result, 'success', sold.text);
  const leadId = String(sold.json.leadId);
  const [keys, blind] = [await keysOf(app, admin, market, true), await keysOf(app, admin, market, false)];
  const rule = (role: string, rules: Rules = {}, client = admin) => replaceRules(client, role, rules);
  return {
    app,
    admin,
    tenantId,
    market,
    leadId,
    path: `/api/v1/leads/${leadId}`,
    keys,
    blind,
    rule,
    async under(role, rules, work) {
      await rule(role, rules);
      try {
        return await work();
      } finally {
        await rule(role);
      }
    },
    seenBy: (client, path, body) => seenBy(app, path, body ? client.post(path, body) : client.get(path)),
    broken: (columns, work) => broken(app, leadId, columns, work),
    async stop() {
      await market.stop();
      await app.stop();
    },
  };
}

async function sellingMarket(app: TestApp, admin: Client): Promise<Market> {
  const market = await startMarket(app, admin, {
    buyers: [
      { contract: { price: '90.00', demographicFilters: { minAge: 80 } } },
      { contract: { price: '50.00' } },
      { contract: { price: '80.00' } },
    ],
  });
  for (const field of [{ name: 'treatment' }, { name: 'referral', phiClass: 'other' }])
    await made(admin, `/api/v1/verticals/${market.verticalId}/custom-fields`, { fieldType: 'text', ...field });
  const customFilters = [{ field: 'treatment', operator: 'not_equals', value: VALUES.treatment }];
  const changes = [{}, { licensedFields: [...LICENSED] }, { customFilters }];
  for (const [index, change] of changes.entries()) {
    const changed = await admin.patch(`/api/v1/contracts/${market.buyers[index]?.contractId}`, change);
    assert.equal(changed.status, 200, changed.text);
  }
  return market;
}

async function keysOf(app: TestApp, admin: Client, market: Market, piiAccess: boolean) {
  const key = async (binding: object): Promise<Client> => (await keyFor(app, admin, binding, { piiAccess })).client;
  return {
    admin: await key({}),
    buyer: await key({ buyerId: market.buyers[1]?.buyerId }),
    partner: await key({ partnerId: market.partnerId }),
  };
}

async function replaceRules(admin: Client, role: string, rules: Rules): Promise<void> {
  const list = Object.entries(rules).map(([field, access]) => ({ field, access }));
  const answer = await admin.put(FIELD_ACCESS_PATH, { role, rules: list });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json.data, { role, rules: list });
}

async function seenBy({ owner }: TestApp, path: string, asked: ReturnType<Client['get']>): Promise<Seen> {
  const answer = await asked;
  assert.equal(answer.status, 200, answer.text);
  const events = await owner.query<Pick<Seen, 'phi' | 'detail' | 'action'>>({
    text: 'SELECT phi_classes AS phi, detail, action FROM audit_events WHERE request_id = $1',
    values: [answer.headers['x-request-id']],
  });
  const [event] = events;
  assert.ok(event && events.length === 1, `${events.length} events of ${path}`);
  return { text: answer.text, data: answer.json.data, ...event };
}

async function broken<T>(
  { owner }: TestApp,
  leadId: string,
  columns: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const table = columns.includes('sealed_licensed') ? 'sales' : 'leads';
  const [row] = await owner.query<Record<string, Buffer>>({
    text: `SELECT ${columns.join()} FROM ${table} WHERE lead_id = $1`,
    values: [leadId],
  });
  const spoil = (values: readonly (Buffer | undefined)[]) => {
    const changes = columns.map((column, index) => `${column} = $${index + 2}`);
    const text = `UPDATE ${table} SET ${changes.join()} WHERE lead_id = $1`;
    return owner.query({ text, values: [leadId, ...values] });
  };
  await spoil(columns.map(() => Buffer.from('not sealed')));
  try {
    return await work();
  } finally {
    await spoil(columns.map((column) => row?.[column]));
  }
}
