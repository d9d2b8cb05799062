import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeOwnClock, judgeSkew } from './check-clock.ts';
import { judgeSpace } from './check-data-dir.ts';
import { tryProvider } from './check-key-provider.ts';
import { checkMail, checkOutbound } from './check-plain-settings.ts';
import { judgePort } from './check-ports.ts';
import { judgeQueue } from './check-queue.ts';
import { judgeRole, type RoleFacts } from './check-roles.ts';
import { judgeTable, type TableFacts } from './check-row-security.ts';
import { judgeSecondFactors } from './check-second-factors.ts';
import { judgeVersion } from './check-server-version.ts';
import { judgeHandshakes } from './check-tls.ts';
import type { Finding } from './finding.ts';
import type { Handshake } from './handshake.ts';
import { localTarget, publicTarget } from './targets.ts';

const states = (findings: readonly Finding[]): string[] => findings.map((finding) => finding.state);

test('a server below its last security release is warned of, one that is too old is a problem', () => {
  const known: readonly (readonly [number, Finding['state']])[] = [
    [140_030, 'problem'],
    [150_017, 'warning'],
    [150_018, 'ok'],
    [160_013, 'warning'],
    [160_014, 'ok'],
    [170_009, 'warning'],
    [170_010, 'ok'],
    [180_003, 'warning'],
    [180_004, 'ok'],
    [180_012, 'ok'],
    [190_001, 'warning'],
  ];
  for (const [number, state] of known) assert.equal(judgeVersion('Both run', number).state, state, String(number));
  assert.match(judgeVersion('Both run', 160_013).message, /16\.13; 16\.14/);
});

test('free space is judged by what intake needs', () => {
  const megabyte = 1024 * 1024;
  const findings = [63, 64, 1023, 1024].map((size) => judgeSpace('/d', size * megabyte));
  assert.deepEqual(states(findings), ['problem', 'warning', 'warning', 'ok']);
});

test('clocks may differ by two seconds, and contexts die of minutes', () => {
  const skews = [0, 2000, -2000, 2001, -60_000, 151_000];
  assert.deepEqual(
    skews.map((skew) => judgeSkew(skew)[0]?.state),
    ['ok', 'ok', 'ok', 'warning', 'warning', 'problem'],
  );
  assert.match(judgeSkew(-3000)[0]?.message ?? '', /3\.0 s behind/);
});

test('a clock that jumps is warned of, one of years ago is a problem', () => {
  const now = Date.UTC(2027, 1, 1);
  const findings = [...judgeOwnClock(now, 3), ...judgeOwnClock(now, -900), ...judgeOwnClock(0, 0)];
  assert.deepEqual(states(findings), ['ok', 'warning', 'problem']);
});

test('jobs that failed for good, and late ones, are warned of', () => {
  assert.deepEqual(states(judgeQueue({ waiting: 3, failed: 0, failedMails: 0, lateSeconds: 299 })), ['ok']);
  const bad = judgeQueue({ waiting: 3, failed: 2, failedMails: 1, lateSeconds: 301 });
  assert.deepEqual(states(bad), ['warning', 'warning', 'warning']);
  assert.match(bad[1]?.message ?? '', /^1 mail to people /);
});

describe('roles', () => {
  const harmless: RoleFacts = {
    name: 'careroute_app',
    canLogIn: true,
    isSuperuser: false,
    bypassesRowSecurity: false,
    createsRoles: false,
    createsDatabases: false,
    replicates: false,
    owned: 0,
    mayMakeTemporary: false,
    createsIn: [],
    strongOn: [],
    memberOf: [],
    members: [],
  };
  const rule = { name: 'careroute_app', mayLogIn: true, owns: false };

  test('a role with nothing beyond its work is fine', () => {
    assert.deepEqual(judgeRole(rule, harmless), []);
  });

  test('each right too many is a problem of its own', () => {
    const excesses: readonly Partial<RoleFacts>[] = [
      { isSuperuser: true },
      { bypassesRowSecurity: true },
      { createsRoles: true },
      { createsDatabases: true },
      { replicates: true },
      { owned: 1 },
      { mayMakeTemporary: true },
      { createsIn: ['public'] },
      { strongOn: ['leads'] },
      { memberOf: ['careroute_owner'] },
      { members: ['somebody'] },
      { canLogIn: false },
    ];
    for (const excess of excesses) {
      assert.deepEqual(states(judgeRole(rule, { ...harmless, ...excess })), ['problem'], JSON.stringify(excess));
    }
  });

  test('an owner owns, and may not log in', () => {
    const owner = { name: 'careroute_owner', mayLogIn: false, owns: true };
    const facts = { ...harmless, canLogIn: false, owned: 9, createsIn: ['public'], strongOn: ['leads'] };
    assert.deepEqual(judgeRole(owner, facts), []);
    assert.deepEqual(states(judgeRole(owner, harmless)), ['problem']);
  });
});

test('a table lacking any part of its row security is a problem', () => {
  const whole: TableFacts = {
    name: 't',
    enabled: true,
    forced: true,
    commands: ['r', 'a', 'w', 'd'],
    loose: [],
    readable: true,
  };
  assert.deepEqual(judgeTable(whole), []);
  const lacks: readonly Partial<TableFacts>[] = [
    { enabled: false },
    { forced: false },
    { commands: ['r', 'a', 'd'] },
    { commands: ['*'] },
    { loose: ['open_door'] },
  ];
  for (const lack of lacks) {
    assert.deepEqual(states(judgeTable({ ...whole, ...lack })), ['problem'], JSON.stringify(lack));
  }
});

test('a server that agrees to old TLS or to CBC is a problem, and what is refused is not', () => {
  const agreed = { kind: 'agreed', protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' } as const;
  const good = { ...agreed, fingerprint: '', distrust: undefined };
  const refused = { kind: 'refused', code: 'X' } as const;
  const of = (modern: Handshake, old: Handshake, cbc: Handshake): string[] =>
    states(judgeHandshakes('h:1', { modern, old, cbc }));
  assert.deepEqual(of(good, refused, refused), ['ok']);
  assert.deepEqual(of(good, { ...good, protocol: 'TLSv1.1' }, refused), ['problem']);
  assert.deepEqual(of(good, refused, { ...good, cipher: 'AES128-SHA256' }), ['problem']);
  assert.deepEqual(of({ ...good, distrust: 'ERR_TLS_CERT_ALTNAME_INVALID' }, refused, refused), ['warning']);
  assert.deepEqual(of(refused, refused, refused), ['problem']);
});

test('a port in use is fine only when Careroute proved to be its user', async () => {
  const of = async (outcome: string, owner: 'ours' | 'another' | 'unsure'): Promise<string> =>
    (await judgePort('CAREROUTE_HTTPS_PORT', 8443, outcome, async () => owner)).state;
  assert.equal(await of('free', 'another'), 'ok');
  assert.equal(await of('EADDRINUSE', 'ours'), 'ok');
  assert.equal(await of('EADDRINUSE', 'unsure'), 'warning');
  for (const outcome of ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']) {
    assert.equal(await of(outcome, 'another'), 'problem');
  }
});

test('the public address is looked at only where it is another door than the local one', () => {
  const surface = { host: '0.0.0.0', httpsPort: 8443, publicUrl: 'https://leads.example.com' };
  assert.deepEqual(localTarget(surface), { host: '127.0.0.1', port: 8443, expected: 'leads.example.com' });
  assert.deepEqual(publicTarget(surface), { host: 'leads.example.com', port: 443, expected: 'leads.example.com' });
  assert.equal(publicTarget({ ...surface, publicUrl: 'https://localhost:8443' }), undefined);
  assert.deepEqual(localTarget({ ...surface, host: '::', publicUrl: 'https://[2001:db8::1]' }).expected, '2001:db8::1');
});

test('a provider that does not give back what it wrapped is a problem', async () => {
  const wrap = async (key: Buffer): Promise<Buffer> => key;
  const odd = (production: boolean) => ({
    name: 'odd',
    wrap,
    unwrap: wrap,
    close: async () => {},
    describe: async () => ({ kind: 'odd', production, note: 'a note' }),
  });
  assert.deepEqual(states(await tryProvider(odd(true))), ['ok']);
  assert.deepEqual(states(await tryProvider({ ...odd(true), unwrap: async () => Buffer.alloc(32) })), ['problem']);
  assert.deepEqual(states(await tryProvider(odd(false))), ['warning']);
});

test('open private networks and missing mail are warned of', () => {
  assert.deepEqual(states(checkOutbound({ outbound: { allow: [], caFile: undefined } })), ['ok']);
  assert.deepEqual(states(checkOutbound({ outbound: { allow: ['10.0.0.0/8'], caFile: undefined } })), ['warning']);
  const mail = { smtpUrl: undefined, from: 'a@b.example' };
  assert.deepEqual(states(checkMail({ dataDir: '/d', mail })), ['warning']);
});

test('accounts without a second factor are told by tenant and role, and whether they must set one up', () => {
  assert.deepEqual(states(judgeSecondFactors([])), ['ok']);
  const found = judgeSecondFactors([
    { slug: 'acme', role: 'admin', people: 2, demanded: true },
    { slug: 'acme', role: 'analyst', people: 1, demanded: false },
  ]);
  assert.deepEqual(states(found), ['warning', 'warning']);
  assert.match(found[0]?.message ?? '', /^2 accounts with the role admin in acme have no second factor\.$/);
  assert.match(found[1]?.message ?? '', /^1 account with the role analyst in acme has no second factor\.$/);
  assert.match(found[0]?.remedy ?? '', /must set one up/);
});
