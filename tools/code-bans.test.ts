import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFaults } from './code-bans.ts';

const messages = (path: string, text: string): string[] => codeFaults({ path, text }).map((fault) => fault.message);
const banned = (path: string, text: string): boolean => messages(path, text).length > 0;

const PRODUCT = 'src/leads/routing/route-lead.ts';
const DOMAIN = 'src/leads/routing/domain/decide.ts';

const cases: Record<
  string,
  { path: string; bad: string[]; good: string[]; elsewhere: [path: string, text: string][] }
> = {
  'process.env is read only in platform/config': {
    path: PRODUCT,
    bad: [
      'const a = process.env.A;',
      'const a = process["env"];',
      'const { env } = process;',
      'const { env: e } = process;',
      'import { env } from "node:process";',
      'f(globalThis.process.env);',
    ],
    good: ['const a = process.pid;', 'const { env } = cluster;', 'f(settings.env);', '// process.env is not for us'],
    elsewhere: [
      ['src/platform/config/read.ts', 'f(process.env);'],
      ['tools/x.ts', 'f(process.env);'],
    ],
  },
  'what people read stands in the catalogue': {
    path: 'web/admin/leads-page.tsx',
    bad: ['f(<p>Two words</p>);', 'f(<A label="Name" />);', 'f(<A aria-label="Close" />);', 'f(<p>{a} leads</p>);'],
    good: ['f(<p>{t.words}</p>);', 'f(<A label={t.name} />);', 'f(<p>·</p>);', 'f(<A type="button" />);'],
    elsewhere: [['src/entry/page.tsx', 'f(<p>Two words</p>);']],
  },
  'a rule takes neither the clock nor dice': {
    path: DOMAIN,
    bad: [
      'Date.now();',
      'new Date();',
      'new Date;',
      'Date();',
      'Math.random();',
      'performance.now();',
      'newId();',
      'newId(1);',
      'crypto.randomUUID();',
      'randomBytes(8);',
      'Temporal.Now.instant();',
      'systemClock.now();',
      'process.hrtime.bigint();',
    ],
    good: [
      'new Date(now);',
      'new Date(0);',
      'now.getTime();',
      'Math.max(1, 2);',
      'newId(nowMs, random);',
      'Date.parse(x);',
    ],
    elsewhere: [
      ['src/kernel/time.ts', 'new Date();'],
      [PRODUCT, 'Date.now();'],
      ['src/leads/routing/domain/decide.test.ts', 'assert(Date.now());'],
    ],
  },
  'rows are not reached through the pool': {
    path: PRODUCT,
    bad: ['pool.query("x");', 'await this.pool.connect();', 'appPool.query(x);', 'pool?.query(x);', 'pool().query(x);'],
    good: ['tenant.query(x);', 'leasePool.take();', 'spool.query(x);', 'pool.end();'],
    elsewhere: [
      ['src/platform/postgres/database.ts', 'pool.query(x);'],
      ['test/kit/a.ts', 'pool.query(x);'],
    ],
  },
  'SQL of a product stands in a store': {
    path: PRODUCT,
    bad: [
      'f(`select id from app.lead where id = ${id}`);',
      'f("insert into app.lead (id) values ($1)");',
      'sql`UPDATE app.lead SET x = 1`;',
      'f("DELETE FROM app.lead");',
      'f("with a as (select 1) select * from a");',
    ],
    good: ['f("select a buyer");', 'f("update the contract");', 'f("delete this offer");', 'f("from select");'],
    elsewhere: [
      ['src/leads/routing/store.ts', 'f("delete from x");'],
      ['src/leads/sales/ledger-store.ts', 'f("delete from x");'],
      ['src/core/access/find-key.ts', 'f("delete from x");'],
    ],
  },
  'fetch is not called beside platform/outbound': {
    path: PRODUCT,
    bad: ['fetch(url);', 'globalThis.fetch(url);'],
    good: ['outbound.fetch(url);', 'prefetch(url);'],
    elsewhere: [
      ['src/platform/outbound/exchange.ts', 'fetch(url);'],
      ['src/entry/demo/demo.ts', 'fetch(url);'],
    ],
  },
  'a type is not asserted twice': {
    path: 'test/kit/app.ts',
    bad: ['f(a as unknown as B);', 'f((a as any) as B);', 'f(<B><unknown>a);', 'f(a as never as B);'],
    good: ['f(a as B);', 'f(a as unknown);', '// a as unknown as B', 'f("a as unknown as B");'],
    elsewhere: [],
  },
  'an error is not swallowed': {
    path: PRODUCT,
    bad: [
      'try { f(); } catch {}',
      'try { f(); } catch (e) { /* fine */ }',
      'f().catch(() => {});',
      'f().catch(() => undefined);',
      'f().catch(() => null);',
      'f().catch((e) => void 0);',
      'f()\n  .catch(() => {});',
    ],
    good: [
      'try { f(); } catch (e) { throw g(e); }',
      'f().catch(report);',
      'f().catch((e) => { report(e); });',
      'f().then(() => {});',
    ],
    elsewhere: [['src/a/b/c.test.ts', 'assert(f().catch(() => {}));']],
  },
  'a test is not silenced': {
    path: 'test/integration/a.ts',
    bad: [
      'test.skip("a", f);',
      'it.only("a", f);',
      'describe.todo("a");',
      't.skip();',
      't.todo("later");',
      'test("a", { skip: true }, f);',
      'test("a", { only: true }, f);',
      'it("a", { todo: "x" }, f);',
      't.test("a", { skip }, f);',
    ],
    good: ['test("a", { timeout: 1 }, f);', 'f({ skip: 1 });', 'list.skip(1);', 't.test("a", f);'],
    elsewhere: [['src/leads/a/list-leads.ts', 'test.skip("a", f);']],
  },
  'assertions are strict': {
    path: 'test/integration/a.ts',
    bad: ['import assert from "node:assert";', "import { equal } from 'assert';"],
    good: ['import assert from "node:assert/strict";'],
    elsewhere: [],
  },
};

for (const [name, { path, bad, good, elsewhere }] of Object.entries(cases)) {
  test(`${name}: every spelling of it is found`, () => {
    for (const text of bad) assert.equal(messages(path, text).length, 1, text);
  });
  test(`${name}: what only resembles it passes`, () => {
    for (const text of good) assert.deepEqual(messages(path, text), [], text);
    for (const [where, text] of elsewhere) assert.deepEqual(messages(where, text), [], `${where}: ${text}`);
  });
}

test('a test file without an assertion is found', () => {
  assert.equal(banned('src/a/b/c.test.ts', 'test("a", () => { f(); });'), true);
  assert.equal(banned('src/a/b/c.test.ts', 'test("a", () => { assert.ok(f()); });'), false);
  assert.equal(banned('test/kit/c.ts', 'export const f = 1;'), false);
});

test('the line of the fault is given', () => {
  assert.equal(codeFaults({ path: PRODUCT, text: '\n\nf(process.env);\n' })[0]?.line, 3);
});
