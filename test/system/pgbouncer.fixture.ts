import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../kit/product.ts';
import { takeCertificates } from './certificates.fixture.ts';
import { ACCOUNT, accountDirectory, atEnd, giveToAccount, programOf } from './debian.fixture.ts';
import type { External } from './external.fixture.ts';
import { readManual, withReal } from './manual.fixture.ts';

const READY_LIMIT_MS = 10_000;
const manual = await readManual('external-postgres.md');

/** The line of `pg_hba.conf` for a pooler on this machine. */
export const poolerAccess = (address: string): string =>
  withReal(manual.block('PgBouncer', '', 1), { '10.20.0.8/32': `${address}/32` });

export interface Pooler {
  readonly host: string;
  readonly port: number;
}

export interface PoolerOptions {
  /** Connections to the server, for each role. */
  readonly poolSize: number;
  /** Lines of `userlist.txt`. */
  readonly users: string;
  /** Whether it asks the server for verifiers of roles that are not in the list. */
  readonly asksServer: boolean;
}

/** Starts Debian's PgBouncer in front of the application database, set up as the manual says. */
export async function startPgBouncer(external: External, options: PoolerOptions): Promise<Pooler> {
  const { address, application, certificates } = external;
  const program = programOf('pgbouncer', '/usr/sbin/pgbouncer', '/usr/bin/pgbouncer');
  const directory = await accountDirectory();
  const { https: port } = await freePorts();
  const settings = withReal(manual.block('PgBouncer', 'ini'), {
    'host=db.example.internal port=5432': `host=${address} port=${application.port}`,
    'listen_addr = 10.20.0.8': `listen_addr = ${address}`,
    'listen_port = 6432': `listen_port = ${port}`,
    'default_pool_size = 20': `default_pool_size = ${options.poolSize}`,
    '/etc/pgbouncer/': `${directory}/`,
    '/etc/careroute-pooler/': `${directory}/`,
  });
  const files = ['ca.crt', 'server.crt', 'server.key', 'client.crt', 'client.key'];
  await takeCertificates(certificates, directory, files);
  await write(path.join(directory, 'userlist.txt'), options.users);
  const whole = options.asksServer ? settings : settings.replaceAll(/^auth_(user|query) = .*\n/gm, '');
  await write(path.join(directory, 'pgbouncer.ini'), whole);
  const child = spawn(program, ['-q', path.join(directory, 'pgbouncer.ini')], {
    ...ACCOUNT,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  atEnd(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const limit = Date.now() + READY_LIMIT_MS;
  while (!(await answers(address, port))) {
    if (child.exitCode !== null || Date.now() > limit) throw new Error(`pgbouncer did not start:\n${output}`);
    await sleep(20);
  }
  return { host: address, port };
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
  await giveToAccount(file);
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, host, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
