import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemContext } from '../../src/core/gate/index.ts';
import { NOTICE_JOB } from '../../src/core/identity/index.ts';
import { notifyPerson } from '../../src/core/identity/notify.ts';
import { checkQueue } from '../../src/entry/cli/doctor/check-queue.ts';
import { openAll } from '../../src/entry/cli/doctor/databases.ts';
import { startWorker } from '../../src/entry/worker.ts';
import { enqueueDelivery } from '../../src/leads/sales/enqueue-delivery.ts';
import { DELIVER_JOB } from '../../src/leads/sales/index.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { secretOf } from '../../src/platform/config/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createMail, type Mail } from '../../src/platform/mail/index.ts';
import { retryFailed } from '../../src/platform/queue/index.ts';
import { mailsTo } from '../kit/browser-client.ts';
import { ownersOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { signUp } from '../kit/sign-in.ts';

const place = testPlace();
const NOTICES = 6;
/** Well below what a mail server may take to greet. */
const LIMIT_MS = 6000;

/** A mail server that takes calls and says nothing. */
let silent: Server;
const callers = new Set<Socket>();
const hangUp = (): void => {
  silent.close();
  for (const socket of callers) socket.destroy();
};
before(async () => {
  silent = createServer((socket) => void callers.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
after(hangUp);

const work = (mail: Mail): Promise<() => Promise<void>> => {
  const { runtime, engine, urls, publicUrl } = place().app;
  const log = createLog({ level: 'silent' });
  const hasRoom = (): boolean => true;
  return startWorker({ runtime, engine, queueUrl: urls.queue, concurrency: 2, mail, publicUrl, hasRoom, log });
};
const jobsOf = (name: string): Promise<{ id: string; attempts: number }[]> =>
  place().app.owner.query({
    text: 'SELECT id, attempts FROM graphile_worker.jobs WHERE task_identifier = $1',
    values: [name],
  });
const doneWithin = async (limitMs: number, name: string): Promise<boolean> => {
  for (const end = performance.now() + limitMs; performance.now() < end; await sleep(50))
    if ((await jobsOf(name)).length === 0) return true;
  return false;
};
const told = async (count: number): Promise<{ email: string }> => {
  const person = await signUp(place().app, ownersOf(place().app, place().tenantId), {
    role: 'support',
    withTotp: false,
  });
  await place().app.runtime.identityTenancy.withTenant(systemContext(place().tenantId), async (tx) => {
    for (let index = 0; index < count; index += 1) await notifyPerson(tx, 'password_changed', person, new Date());
  });
  return person;
};

test('a mail server that says nothing holds up no delivery', async () => {
  const market = await place().market({
    buyers: [{ behaviour: 'timeout', contract: { price: '40.00', uncertainPolicy: 'hold' } }],
  });
  const { leadId } = (await market.post()).json;
  const [row] = await place().waterfallOf(leadId);
  assert.ok(row);
  await told(NOTICES);
  await place().app.runtime.tenancy.withTenant(systemContext(place().tenantId), (tx) =>
    enqueueDelivery(tx, [row.saleId]),
  );
  const { port } = silent.address() as AddressInfo;
  const from = 'Careroute <careroute@example.test>';
  const smtpUrl = secretOf(`smtp://127.0.0.1:${port}`);
  const stop = await work(createMail({ smtpUrl, from, outboxDir: place().app.outboxDir }));
  try {
    assert.equal(await doneWithin(LIMIT_MS, DELIVER_JOB), true);
    assert.equal((await jobsOf(NOTICE_JOB)).length, NOTICES);
  } finally {
    hangUp();
    await stop();
  }
});

test('a mail that failed for good is told by the doctor, and tried again by the next start', async () => {
  const { app } = place();
  await app.owner.query({ text: 'DELETE FROM graphile_worker._private_jobs' });
  const { email } = await told(1);
  const known = (await mailsTo(app, email)).length;
  await app.owner.query({ text: 'UPDATE graphile_worker._private_jobs SET attempts = max_attempts' });
  assert.deepEqual(await findingsOfQueue(), ['1 mail to people about their accounts failed for good.']);
  const stop = await work(app.mail);
  try {
    assert.equal(await doneWithin(LIMIT_MS, NOTICE_JOB), true);
  } finally {
    await stop();
  }
  assert.equal((await mailsTo(app, email)).length, known + 1);
});

test('so is one whose worker died at the last try, hours ago and not just now', async () => {
  const { app } = place();
  await told(1);
  const held = async (since: string): Promise<number> => {
    await app.owner.query({
      text: `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, locked_by = 'a worker of before',
        locked_at = now() - $1::interval`,
      values: [since],
    });
    return (await findingsOfQueue()).filter((message) => message.startsWith('1 mail ')).length;
  };
  const retry = () => retryFailed(app.urls.queue, [NOTICE_JOB], () => {});
  assert.deepEqual([await held('3 hours'), await retry()], [0, 0]);
  assert.deepEqual([await held('5 hours'), await retry()], [1, 1]);
  assert.deepEqual(
    (await jobsOf(NOTICE_JOB)).map((job) => job.attempts),
    [0],
  );
});

async function findingsOfQueue(): Promise<string[]> {
  const { urls, runtime } = place().app;
  const databases = openAll(urls, runtime.secrets, systemClock);
  const findings = await checkQueue(databases);
  await databases.close();
  return findings.map(({ message }) => message);
}

assertNoProblems(place);
