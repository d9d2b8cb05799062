import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from '../kit/product.ts';
import { ACCOUNT, accountDirectory, programOf, runTo } from './debian.fixture.ts';
import { takeCertificates } from './certificates.fixture.ts';
import { readManual, withReal } from './manual.fixture.ts';

const program = (name: string): string => programOf('postgresql', `/usr/lib/postgresql/*/bin/${name}`);
const manual = await readManual('external-postgres.md');

/** Runs a script of psql somewhere; gives its rows, unaligned. Unless told otherwise it ends at the first error. */
export function psql(target: readonly string[], script: string, more: PsqlOptions = {}): Promise<string> {
  const { env = {}, goesOn = false } = more;
  const args = ['-X', '-q', '-A', '-t', '-v', `ON_ERROR_STOP=${goesOn ? 0 : 1}`, ...target, '-f', '-'];
  return runTo(program('psql'), args, { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', ...env }, input: script });
}

export interface PsqlOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly goesOn?: boolean;
}

/** A cluster of Debian's PostgreSQL, set up as the manual says. */
export interface DebianCluster {
  readonly host: string;
  readonly port: number;
  /** Runs a script of psql as the administrator; gives its unaligned rows. */
  psql(script: string, more?: { readonly database?: string; readonly env?: Record<string, string> }): Promise<string>;
  /** The same as somebody else, over the address; rejects with what psql says. */
  psqlAt(url: string, script: string): Promise<string>;
  /** A whole database as SQL. */
  dump(database: string): Promise<string>;
  /** The whole cluster as SQL, roles and databases. */
  dumpAll(): Promise<string>;
  /** All that the server has logged. */
  readonly logFile: string;
  stop(): Promise<void>;
}

export interface DebianClusterOptions {
  readonly host: string;
  /** Directory of `ca.crt`, `server.crt` and `server.key`. */
  readonly certificates: string;
  /** Lines of `pg_hba.conf`. */
  readonly access: string;
}

/** Makes a cluster and starts it at the host, under the unprivileged account. */
export async function startDebianCluster(options: DebianClusterOptions): Promise<DebianCluster> {
  const { host, certificates, access } = options;
  const directory = await accountDirectory();
  const { https: port } = await freePorts();
  const data = path.join(directory, 'data');
  const logFile = path.join(directory, 'postgres.log');
  const run = { ...ACCOUNT, cwd: directory, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', HOME: directory } };
  await runTo(program('initdb'), ['-D', data, '-U', 'postgres', '--auth', 'reject', '--encoding', 'UTF8'], run);
  const settings = withReal(manual.block('Server', 'ini'), { '/etc/careroute-database/': `${directory}/` });
  const place = `listen_addresses = '${host}'\nport = ${port}\nunix_socket_directories = '${directory}'\nfsync = off\n`;
  await appendFile(path.join(data, 'postgresql.conf'), `${settings}${place}`);
  await writeFile(path.join(data, 'pg_hba.conf'), `local all postgres trust\n${access}`);
  await takeCertificates(certificates, directory, ['ca.crt', 'server.crt', 'server.key']);
  await runTo(program('pg_ctl'), ['-D', data, '-l', logFile, '-w', 'start'], run);
  const asAdministrator = ['-h', directory, '-p', String(port), '-U', 'postgres', '-d'];
  return {
    host,
    port,
    logFile,
    psql: (script, { database = 'postgres', env = {} } = {}) => psql([...asAdministrator, database], script, { env }),
    dump: (database) => runTo(program('pg_dump'), [...asAdministrator, database]),
    dumpAll: () => runTo(program('pg_dumpall'), asAdministrator.slice(0, -1)),
    psqlAt: (url, script) => psql(['-d', url], script),
    async stop() {
      await runTo(program('pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], run);
    },
  };
}
