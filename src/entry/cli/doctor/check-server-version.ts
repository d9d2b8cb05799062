import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem, warning } from './finding.ts';

/** Last releases with security fixes that this version knows of, by major version. */
const LAST_SECURITY_RELEASE: ReadonlyMap<number, number> = new Map([
  [15, 18],
  [16, 14],
  [17, 10],
  [18, 4],
]);
const OLDEST = 15;
const NEWEST = 18;

/** The versions of both servers. */
export async function checkServerVersion({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const number = async (database: 'application' | 'keystore'): Promise<number> => {
    const [row] = await as[database].query<{ number: number }>({
      text: `SELECT current_setting('server_version_num')::int AS number`,
    });
    if (!row) throw new Error('the server gave no version');
    return row.number;
  };
  const [application, keystore] = await Promise.all([number('application'), number('keystore')]);
  if (application === keystore) return [judgeVersion('Both databases run', application)];
  return [judgeVersion('The application database runs', application), judgeVersion('The keystore runs', keystore)];
}

/** What `server_version_num` means: 180004 is 18.4. */
export function judgeVersion(what: string, versionNumber: number): Finding {
  const [major, minor] = [Math.floor(versionNumber / 10_000), versionNumber % 10_000];
  const text = `${what} PostgreSQL ${major}.${minor}`;
  if (major < OLDEST) return problem(`${text}, which is too old.`, `Upgrade to PostgreSQL ${OLDEST} to ${NEWEST}.`);
  const last = LAST_SECURITY_RELEASE.get(major);
  if (last === undefined) {
    return warning(
      `${text}, which this version was not tested with.`,
      `Use PostgreSQL ${OLDEST} to ${NEWEST}, or a newer Careroute.`,
    );
  }
  if (minor < last)
    return warning(
      `${text}; ${major}.${last} mends security faults.`,
      `Update the server to ${major}.${last} or newer.`,
    );
  return fine(`${text}.`);
}
