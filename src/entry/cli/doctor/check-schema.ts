import { pendingMigrations, type Session } from '../../../platform/postgres/index.ts';
import { KEYSTORE_MIGRATIONS, MIGRATIONS } from '../../compose/databases.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';
import { reasonOf } from './run-checks.ts';

/** Whether both databases have exactly the migrations of this version. */
export async function checkMigrations({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const findings = [
    ...(await historyOf('The application database', as.application, MIGRATIONS)),
    ...(await historyOf('The keystore', as.keystore, KEYSTORE_MIGRATIONS)),
  ];
  return findings.length > 0 ? findings : [fine('Both databases have every migration of this version, unchanged.')];
}

async function historyOf(what: string, session: Session, directory: string): Promise<Finding[]> {
  const [known] = await session.query<{ there: boolean }>({
    text: `SELECT to_regclass('public.careroute_migrations') IS NOT NULL AS there`,
  });
  if (!known?.there) return [problem(`${what} was never migrated.`, 'Run careroute migrate.')];
  try {
    const pending = await pendingMigrations(session, directory);
    return pending.length === 0 ? [] : [problem(`${what} lacks ${pending.join(', ')}.`, 'Run careroute migrate.')];
  } catch (error) {
    return [
      problem(
        `${what}: ${reasonOf(error)}.`,
        'Use the version of Careroute that the database belongs to, with its files as they were.',
      ),
    ];
  }
}
