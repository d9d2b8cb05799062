import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '../../kernel/app-error.ts';
import { secretOf } from '../config/index.ts';
import { createAuthority, issueCertificate } from '../http/index.ts';
import { createMail, type Mail } from './mail.ts';
import { type SinkOptions, type SmtpSink, startSmtpSink, type SunkMail } from './smtp-sink.fixture.ts';

let base = '';
let caPem = '';
let tls = { certPem: '', keyPem: '' };
before(async () => {
  base = await mkdtemp(join(tmpdir(), 'careroute-mail-'));
  const authority = await createAuthority('Test authority', new Date(), 1);
  tls = await issueCertificate({ authority, hosts: ['localhost', '127.0.0.1', '0.0.0.0'], now: new Date(), days: 1 });
  caPem = authority.certPem;
});
after(() => rm(base, { recursive: true }));

const FROM = 'Careroute <leads@example.org>';
const message = { to: 'ada@example.org', subject: 'Your report', text: 'It is ready.\n' };
const refused = (error: unknown): boolean => error instanceof AppError && error.code === 'VALIDATION_ERROR';
const unavailable = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE';

interface Way {
  readonly scheme: 'smtp' | 'smtps';
  readonly host: string;
  readonly sink: SinkOptions;
  readonly ca?: string;
  readonly login?: string;
}

/** A mail to a sink of its own, with what the sink saw. */
async function withSink(way: Way, act: (mail: Mail, sink: SmtpSink) => Promise<void>): Promise<SmtpSink> {
  const sink = await startSmtpSink(way.sink);
  const smtpUrl = secretOf(`${way.scheme}://${way.login ? `${way.login}@` : ''}${way.host}:${sink.port}`);
  try {
    await act(createMail({ smtpUrl, from: FROM, outboxDir: base, caPem: way.ca ?? caPem }), sink);
  } finally {
    await sink.stop();
  }
  return sink;
}

const only = (sink: SmtpSink): SunkMail => {
  const [mail] = sink.mails;
  if (sink.mails.length !== 1 || !mail) assert.fail(`${sink.mails.length} mails came instead of one`);
  return mail;
};

test('smtps speaks TLS from the first byte, and the message arrives whole', async () => {
  let sent = '';
  const way: Way = { scheme: 'smtps', host: 'localhost', sink: { mode: 'smtps', tls }, login: 'us%40er:p%25w' };
  const sink = await withSink(way, async (mail) => {
    sent = (await mail.send(message)).messageId;
  });
  const { from, to, data, encrypted, login } = only(sink);
  assert.deepEqual([from, to, encrypted], ['FROM:<leads@example.org>', ['TO:<ada@example.org>'], true]);
  assert.equal(login, '\0us@er\0p%w');
  assert.match(sent, /^<[0-9a-f-]{36}@example\.org>$/);
  const headers = data.slice(0, data.indexOf('\r\n\r\n')).split('\r\n');
  assert.ok(headers.includes('From: Careroute <leads@example.org>'));
  assert.ok(headers.includes('To: ada@example.org'));
  assert.ok(headers.includes('Subject: Your report'));
  assert.ok(headers.includes(`Message-ID: ${sent}`));
  assert.equal(
    headers.some((line) => /^x-mailer/i.test(line)),
    false,
  );
  assert.ok(data.endsWith('\r\n\r\nIt is ready.\r\n'));
});

// 0.0.0.0 reaches this machine and is not one of its loopback addresses, so the rules for other machines hold.
const REMOTE = { host: '0.0.0.0', scheme: 'smtp' } as const;

test('smtp to another machine begins with STARTTLS, and nothing of the message goes before it', async () => {
  const way: Way = { ...REMOTE, sink: { mode: 'starttls', tls }, login: 'user:password' };
  const sink = await withSink(way, async (mail) => {
    await mail.send(message);
  });
  const { encrypted, login } = only(sink);
  assert.deepEqual([encrypted, login], [true, '\0user\0password']);
  const opening = sink.clearText().split('STARTTLS\r\n')[0] ?? '';
  assert.match(opening, /^EHLO \S+\r\n$/);
});

test('a server on another machine that offers no TLS gets neither password nor message', async () => {
  const way: Way = { ...REMOTE, sink: { mode: 'plain' }, login: 'user:password' };
  const sink = await withSink(way, async (mail) => {
    await assert.rejects(mail.send(message), unavailable);
  });
  assert.equal(sink.mails.length, 0);
  assert.doesNotMatch(sink.clearText(), /AUTH|MAIL|ada@/);
});

test('a certificate of an unknown authority, or for another host, is refused', async () => {
  const stranger = (await createAuthority('Stranger', new Date(), 1)).certPem;
  const authority = await createAuthority('Other', new Date(), 1);
  const misnamed = await issueCertificate({ authority, hosts: ['mail.example.org'], now: new Date(), days: 1 });
  const ways: Way[] = [
    { scheme: 'smtps', host: 'localhost', sink: { mode: 'smtps', tls }, ca: stranger },
    { scheme: 'smtps', host: 'localhost', sink: { mode: 'smtps', tls: misnamed }, ca: authority.certPem },
    { ...REMOTE, sink: { mode: 'starttls', tls }, ca: stranger },
  ];
  for (const way of ways) {
    const sink = await withSink(way, async (mail) => {
      await assert.rejects(mail.send(message), unavailable);
    });
    assert.equal(sink.mails.length, 0);
  }
});

test('a server on this machine may be spoken to in plain text', async () => {
  const sink = await withSink({ scheme: 'smtp', host: '127.0.0.1', sink: { mode: 'plain' } }, async (mail) => {
    await mail.send(message);
  });
  assert.equal(only(sink).encrypted, false);
});

test('a refusal of the server is an error that does not name the person', async () => {
  const sink = { mode: 'plain', refuse: '550 no ada@example.org here' } as const;
  await withSink({ scheme: 'smtp', host: '127.0.0.1', sink }, async (mail) => {
    await assert.rejects(mail.send(message), (error) => unavailable(error) && !String(error).includes('ada@'));
  });
});

test('text that looks like the end of a message, or like commands, stays text', async () => {
  const text = 'a\r\n.\r\nMAIL FROM:<x@example.org>\r\n..\n.\n';
  const sink = await withSink({ scheme: 'smtp', host: '127.0.0.1', sink: { mode: 'plain' } }, async (mail) => {
    await mail.send({ ...message, text });
  });
  const { data } = only(sink);
  const body = data.slice(data.indexOf('\r\n\r\n') + 4);
  assert.equal(body.replaceAll(/^\./gm, ''), 'a\r\n.\r\nMAIL FROM:<x@example.org>\r\n..\r\n.\r\n');
});

test('without a server each message is a file that only its owner can read', async () => {
  const outboxDir = join(base, 'outbox');
  const mail = createMail({ from: FROM, outboxDir });
  const { messageId } = await mail.send({ ...message, subject: 'Grüße', text: 'für Ada' });
  const [name = ''] = await readdir(outboxDir);
  assert.equal(messageId, `<${name.replace('.eml', '')}@example.org>`);
  assert.equal((await stat(join(outboxDir, name))).mode & 0o777, 0o600);
  assert.equal((await stat(outboxDir)).mode & 0o777, 0o700);
  const text = await readFile(join(outboxDir, name), 'utf8');
  assert.match(text, /^To: ada@example\.org\r$/m);
  assert.match(text, /^Subject: =\?UTF-8\?Q\?Gr=C3=BC=C3=9Fe\?=\r$/m);
  assert.match(text, /^f=C3=BCr Ada/m);
});

test('more than one recipient, or a line break in a header, is refused by the name of its field', async () => {
  const mail = createMail({ from: FROM, outboxDir: join(base, 'never') });
  const recipients = [
    '',
    'ada',
    'ada@',
    '@example.org',
    'a@b@c',
    'ada@example.org, eve@example.org',
    'ada@example.org;eve@example.org',
    'Ada <ada@example.org>',
    '"ada eve"@example.org',
    '"eve@evil.example"@example.org',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada@example.org\n',
    'list:ada@example.org',
    'ada@[127.0.0.1]',
    `${'a'.repeat(65)}@example.org`,
    'ada@example..org\0',
  ];
  for (const to of recipients) await assert.rejects(mail.send({ ...message, to }), refused, JSON.stringify(to));
  for (const subject of ['', ' ', 'a\r\nBcc: eve@example.org', 'a\nb', 'a\rb', 'a\0', 'a\u2028b', 'a'.repeat(501)])
    await assert.rejects(mail.send({ ...message, subject }), refused);
  await assert.rejects(mail.send({ to: 'x', subject: '\n', text: '\0' }), (error) => {
    assert.ok(error instanceof AppError);
    assert.deepEqual(
      error.faults.map((fault) => fault.field),
      ['to', 'subject', 'text'],
    );
    return true;
  });
  await assert.rejects(readdir(join(base, 'never')), { code: 'ENOENT' });
});

const HEADERS = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

test('whatever subject and text are taken, the headers are ours and the recipient is one', async () => {
  const outboxDir = join(base, 'many');
  const mail = createMail({ from: FROM, outboxDir });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (subject, text) => {
      await rm(outboxDir, { recursive: true, force: true });
      try {
        await mail.send({ ...message, subject, text });
      } catch (error) {
        return assert.ok(refused(error));
      }
      const [name = ''] = await readdir(outboxDir);
      const eml = await readFile(join(outboxDir, name), 'latin1');
      const lines = eml
        .slice(0, eml.indexOf('\r\n\r\n'))
        .split('\r\n')
        .filter((line) => !/^[ \t]/.test(line));
      const names = lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
      const ours = names.filter((one) => one !== 'content-transfer-encoding').toSorted();
      assert.deepEqual(ours, HEADERS);
    }),
    { numRuns: 200 },
  );
});

test('a sender that is not one address stops the start', () => {
  for (const from of ['Careroute', 'a@b.c, d@e.f', 'A <a@b.c>\r\nBcc: <d@e.f>'])
    assert.throws(() => createMail({ from, outboxDir: base }), TypeError);
});
