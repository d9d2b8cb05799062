import type { DatabaseUrls } from '../../compose/databases.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';
import { reasonOf } from './run-checks.ts';

const ROLES: Readonly<Record<keyof DatabaseUrls, string>> = {
  application: 'the application database as the migrator',
  app: 'the application database as the app role',
  identity: 'the application database as the identity role',
  queue: 'the application database as the queue role',
  keystore: 'the keystore as the migrator',
  keystoreApp: 'the keystore as its role',
};

/** Whether both databases answer to every role, and how the connection is protected. */
export async function checkConnections({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const names = Object.keys(ROLES) as (keyof DatabaseUrls)[];
  const findings = await Promise.all(
    names.map(async (name) => {
      try {
        return await answerOf(name, as);
      } catch (error) {
        return problem(`No connection to ${ROLES[name]}: ${reasonOf(error)}.`, remedyOf(error));
      }
    }),
  );
  const bad = findings.filter((finding) => finding.state !== 'ok');
  return bad.length > 0 ? bad : findings.slice(0, 1);
}

interface ConnectionRow {
  readonly transport: string | null;
  readonly isStandby: boolean;
  readonly isLocal: boolean;
}

async function answerOf(name: keyof DatabaseUrls, as: OpenedDatabases['as']): Promise<Finding> {
  const [row] = await as[name].query<ConnectionRow>({
    text: `SELECT (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS transport,
      pg_is_in_recovery() AS "isStandby", inet_server_addr() IS NULL AS "isLocal"`,
  });
  if (!row) throw new Error('the server gave no answer');
  if (row.isStandby) {
    return problem(
      `${ROLES[name]}: the server is a standby and takes no writes.`,
      'Point the database URLs at the primary.',
    );
  }
  const network = row.transport === null ? 'over TCP on this machine' : `over ${row.transport}`;
  const how = row.isLocal ? 'over a Unix socket' : network;
  return fine(`Application database and keystore answer to all six roles, ${how}.`);
}

/** SQLSTATEs of a refused connection (PostgreSQL, appendix A), and of none at all. */
function remedyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case '28P01':
    case '28000':
      return 'Was the root key changed, or a password? careroute migrate sets the passwords again, from the root key.';
    case '3D000':
      return 'Create the database that the URL names.';
    case '53300':
      return 'The server has no connection left: raise max_connections, or stop what holds them.';
    default:
      return 'See that the server runs and that the database URLs name it; for embedded databases, start Careroute.';
  }
}
