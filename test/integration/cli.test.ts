import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAll } from '../../src/entry/cli/doctor/databases.ts';
import { DATABASE_CHECKS } from '../../src/entry/cli/doctor/examine.ts';
import type { NamedFinding } from '../../src/entry/cli/doctor/finding.ts';
import { runChecks } from '../../src/entry/cli/doctor/run-checks.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { TEST_SECRETS } from '../kit/cluster.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { freePorts, type ProductProcess, runProduct } from '../kit/product.ts';

let directory = '';
before(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'careroute-cli-'));
  await chmod(directory, 0o755);
});
after(() => rm(directory, { recursive: true, force: true }));

async function outcomeOf(command: ProductProcess): Promise<{ code: number | null; output: string }> {
  const { code } = await command.ended;
  return { code, output: command.output() };
}

describe('doctor over databases', () => {
  async function looks(databases: TestDatabases, secrets = TEST_SECRETS): Promise<NamedFinding[]> {
    const opened = openAll(databases.urls, secrets, systemClock);
    const findings: NamedFinding[] = [];
    try {
      await runChecks(DATABASE_CHECKS, opened, (finding) => findings.push(finding));
    } finally {
      await opened.close();
    }
    return findings;
  }

  /** What doctor says against databases in which one thing was broken. */
  async function against(breakage: string, secrets = TEST_SECRETS): Promise<string[]> {
    const databases = await freshDatabases();
    try {
      await databases.owner.query({ text: breakage });
      const bad = (await looks(databases, secrets)).filter((finding) => finding.state !== 'ok');
      return bad.map(({ name, state, message }) => `${name} ${state}: ${message}`);
    } finally {
      await databases.drop();
    }
  }

  test('migrated databases are well', async () => {
    assert.deepEqual(await against('SELECT 1'), []);
  });

  /** What is broken, how, and what the complaint begins with. */
  const breakages: readonly (readonly [string, string, RegExp])[] = [
    ['a dropped policy', 'DROP POLICY tenant_update ON leads', /^row security .*leads has no policy for UPDATE/],
    ['a lost FORCE', 'ALTER TABLE sales NO FORCE ROW LEVEL SECURITY', /^row security .*public\.sales does not/],
    ['an open policy', 'CREATE POLICY open ON buyers USING (true)', /^row security .*Policy open of public\.buyers/],
    ['TRUNCATE for the app role', 'GRANT TRUNCATE ON leads TO careroute_app', /^roles .*holds TRUNCATE.* leads/],
    ['REFERENCES for everybody', 'GRANT REFERENCES ON leads TO PUBLIC', /^roles .*holds TRUNCATE, REF.* leads/],
    ['CREATE for the app role', 'GRANT CREATE ON SCHEMA public TO careroute_app', /^roles .*things in schema public/],
    ['a changed migration', `UPDATE careroute_migrations SET checksum = 'x'`, /^migrations .*0001-\S+ was changed/],
    ['a missing migration', `DELETE FROM careroute_migrations WHERE name LIKE '0008%'`, /^migrations .*lacks 0008/],
    ['a lost context key', 'DELETE FROM app.context_keys', /^context key problem: /],
    ['a queue that is gone', 'DROP SCHEMA graphile_worker CASCADE', /^queue problem: The queue is not installed/],
  ];
  for (const [what, breakage, complaint] of breakages) {
    test(`${what} is found, with a remedy`, async () => {
      const complaints = await against(breakage);
      assert.ok(
        complaints.some((line) => complaint.test(line)),
        complaints.join('\n') || 'no complaint',
      );
    });
  }

  test('temporary tables for the app role are found', async () => {
    const complaints = await against(`DO $$ BEGIN
      EXECUTE format('GRANT TEMP ON DATABASE %I TO careroute_app', current_database()); END $$`);
    assert.match(complaints.join('\n'), /^roles problem: Role careroute_app may make temporary/m);
  });

  test('rows that show themselves without a context, or with a forged one, are found', async () => {
    const databases = await freshDatabases();
    try {
      await databases.owner.query({
        text: `ALTER TABLE tenants DISABLE ROW LEVEL SECURITY;
        INSERT INTO tenants (tenant_id, slug, name, time_zone) VALUES (gen_random_uuid(), 's', 'n', 'Asia/Tokyo')`,
      });
      const messages = (await looks(databases)).map((finding) => finding.message).join('\n');
      assert.match(messages, /The app role reads rows of public\.tenants without a tenant context\./);
      assert.match(messages, /The app role reads rows of public\.tenants with a forged tenant context\./);
    } finally {
      await databases.drop();
    }
  });

  test('a root key that the database does not know is found', async () => {
    const complaints = await against('SELECT 1', { ...TEST_SECRETS, contextKey: randomBytes(32) });
    assert.ok(
      complaints.some((line) => line.startsWith('context key problem: ')),
      complaints.join('\n'),
    );
  });

  test('jobs that failed for good are counted', async () => {
    const complaints = await against(`SELECT graphile_worker.add_job('x', '{}', max_attempts => 1);
      UPDATE graphile_worker._private_jobs SET attempts = 1`);
    const expected = 'queue warning: 1 job has failed for good and will not be tried again.';
    assert.deepEqual(complaints, [expected]);
  });
});

describe('doctor as a command', () => {
  test('it says what an installation that was never started has, and makes nothing', async () => {
    const dataDir = path.join(directory, 'never');
    const { code, output } = await outcomeOf(runProduct(['doctor'], { dataDir, ports: await freePorts() }));
    assert.equal(code, 0, output);
    assert.match(output, /^✓ settings .*\n[^]*✓ databases .* There are none yet/);
    await assert.rejects(readdir(dataDir), { code: 'ENOENT' });
  });

  test('faulty settings are exit code 1, a faulty command line is 2', async () => {
    const env = { CAREROUTE_HTTPS_PORT: 'x', CAREROUTE_METRICS_TOKEN: 'short' };
    const { code, output } = await outcomeOf(runProduct(['doctor'], { dataDir: directory, env }));
    assert.equal(code, 1);
    for (const variable of Object.keys(env)) assert.match(output, new RegExp(`✗ settings +problem +${variable} `));
    assert.equal((await outcomeOf(runProduct(['doctor', '--yes'], { dataDir: directory }))).code, 2);
  });

  test('a running demo is well, from its TLS to its row security', async () => {
    const [dataDir, ports] = [path.join(directory, 'demo'), await freePorts()];
    const demo = runProduct(['start', '--demo'], { dataDir, ports });
    try {
      await demo.ready();
      const { code, output } = await outcomeOf(runProduct(['doctor', '--json'], { dataDir, ports }));
      const { ok, checks } = JSON.parse(output) as { ok: boolean; checks: NamedFinding[] };
      const problems = checks.filter((check) => check.state === 'problem');
      assert.deepEqual([code, ok, problems], [0, true, []]);
      const well = new Set(checks.filter((check) => check.state === 'ok').map((check) => check.name));
      // The demo's buyer and partner sign in by a password alone, as their roles may: that is told, and no more.
      const told = checks.filter((check) => check.name === 'second factors').map((check) => check.state);
      assert.deepEqual([...new Set(told)], ['warning']);
      for (const { name } of DATABASE_CHECKS) assert.ok(name === 'second factors' || well.has(name), name);
      const messages = checks.map((check) => check.message);
      for (const port of Object.values(ports)) {
        assert.ok(messages.includes(`${port} is in use by Careroute.`), messages.join('\n'));
      }
      assert.ok(messages.some((message) => /agrees to TLSv1\.3 .*refuses TLS 1\.1 and CBC/.test(message)));
    } finally {
      await demo.end('SIGINT');
    }
    const { code, output } = await outcomeOf(runProduct(['doctor'], { dataDir, ports }));
    assert.equal(code, 0, output);
    assert.match(output.replaceAll(/\s+/g, ' '), /! databases warning Embedded and not running .* careroute start/);
  });
});

describe('lead submit', () => {
  let app: TestApp;
  let market: Market;
  let target: string[];

  before(async () => {
    app = await startApp();
    const { admin } = await app.tenant();
    market = await startMarket(app, admin, { buyers: [{ contract: { geoFilters: { states: ['TX'] } } }] });
    await writeFile(path.join(directory, 'ca.crt'), app.certificate.caPem);
    await writeFile(path.join(directory, 'key'), `${market.postingKey}\n`);
    const [ca, key] = [path.join(directory, 'ca.crt'), path.join(directory, 'key')];
    target = ['--url', app.baseUrl, '--key-file', key, '--ca', ca, '--campaign', market.campaignId];
  });
  after(async () => {
    await market.stop();
    await app.stop();
  });

  const submit = (file: string, ...more: string[]): ProductProcess =>
    runProduct(['lead', 'submit', file, ...target, ...more], { dataDir: directory });
  const emailsSold = (): string[] => {
    const deliveries = market.buyers[0]?.simulator.received() ?? [];
    return deliveries.map(({ body }) => (body as { email: string }).email);
  };

  async function csvFile(name: string, leads: readonly Record<string, unknown>[]): Promise<string> {
    const names = ['firstName', 'lastName', 'email', 'phone', 'state', 'zipCode', 'dateOfBirth', 'tcpaConsent'];
    const lines = leads.map((lead) => names.map((field) => JSON.stringify(lead[field] ?? '')).join(','));
    const file = path.join(directory, name);
    await writeFile(file, `\uFEFF${[names.join(','), ...lines].join('\r\n')}\r\n`);
    return file;
  }

  test('each row of a CSV gets its result, the report has them all, and no value of a person is told', async () => {
    const good = market.lead();
    const leads = [good, market.lead({ state: 'NV' }), market.lead({ phone: '12' }), { ...good }];
    const report = path.join(directory, 'report.csv');
    const file = await csvFile('four.csv', leads);
    const { code, output } = await outcomeOf(submit(file, '--report', report, '--concurrency', '1'));
    assert.equal(code, 1, output);
    assert.match(output, /row 2: rejected: No matching contracts\n/);
    assert.match(output, /row 3: refused \(VALIDATION_ERROR\): phone: /);
    assert.match(output, /row 4: duplicate: Duplicate lead\n/);
    assert.match(output, /\n4 rows in .*\n +1 {2}sold\n/);
    const rows = (await readFile(report, 'utf8')).trim().split('\r\n');
    assert.equal(rows[0], 'row,result,leadId,shortId,payout,code,message');
    assert.match(rows[1] ?? '', /^1,sold,[0-9a-f-]{36},L-\d+,5\.00,,$/);
    assert.deepEqual(
      rows.slice(1).map((row) => row.split(',')[1]),
      ['sold', 'rejected', 'refused', 'duplicate'],
    );
    for (const lead of leads) {
      for (const field of ['email', 'lastName', 'dateOfBirth']) assert.ok(!output.includes(String(lead[field])), field);
    }
    assert.ok(!output.includes(market.postingKey));
  });

  test('JSON as one object, as an array and as lines is posted as it is', async () => {
    const leads = [market.lead(), market.lead(), market.lead(), market.lead(), market.lead()];
    const files: readonly (readonly [string, string])[] = [
      ['one.json', JSON.stringify(leads[0], null, 2)],
      ['array.json', JSON.stringify(leads.slice(1, 3))],
      [
        'lines.jsonl',
        leads
          .slice(3)
          .map((lead) => JSON.stringify(lead))
          .join('\n'),
      ],
    ];
    for (const [name, text] of files) {
      await writeFile(path.join(directory, name), text);
      const { code, output } = await outcomeOf(submit(path.join(directory, name)));
      assert.equal(code, 0, output);
    }
    const sold = emailsSold();
    for (const lead of leads) assert.equal(sold.filter((email) => email === lead['email']).length, 1);
  });

  test('a run that was killed and run again sells every row once', async () => {
    const leads = Array.from({ length: 60 }, () => market.lead());
    const file = await csvFile('many.csv', leads);
    const earlier = emailsSold().length;
    const first = submit(file, '--concurrency', '2');
    while (emailsSold().length < earlier + 5 && first.isRunning()) await sleep(5);
    await first.end('SIGKILL');
    const { code, output } = await outcomeOf(submit(file, '--concurrency', '8'));
    assert.equal(code, 0, output);
    assert.match(output, /60 rows in .*\n +60 {2}sold\n +\d+ {2}of these had been answered before/);
    const sold = emailsSold().slice(earlier);
    assert.deepEqual(sold.toSorted(), leads.map((lead) => String(lead['email'])).toSorted());
  });

  test('a row that cannot be sent is exit code 1', async () => {
    const ragged = path.join(directory, 'ragged.csv');
    await writeFile(ragged, 'firstName,state\nAvery\n');
    const cut = await outcomeOf(submit(ragged));
    assert.equal(cut.code, 1);
    assert.match(cut.output, /row 1: not sent: The row has 1 cells where the header has 2/);
  });

  test('a key that is not valid stops at once, with no row lost in retries', async () => {
    const file = await csvFile('key.csv', [market.lead()]);
    await writeFile(path.join(directory, 'other'), 'lr_live_00000000000000000000000000000000000000000000');
    const { code, output } = await outcomeOf(submit(file, '--key-file', path.join(directory, 'other')));
    assert.equal(code, 1);
    assert.match(output, /Nothing more was sent: Authorization: This API key is not valid here/);
  });

  test('a wrong command line and a file that is not there are exit code 2', async () => {
    assert.equal((await outcomeOf(submit(path.join(directory, 'nowhere.csv')))).code, 2);
    assert.equal((await outcomeOf(runProduct(['lead', 'submit'], { dataDir: directory }))).code, 2);
    assert.equal((await outcomeOf(runProduct(['lead', 'submit', 'x', '--bogus'], { dataDir: directory }))).code, 2);
  });
});
