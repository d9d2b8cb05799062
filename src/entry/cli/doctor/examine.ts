import { type Clock, systemClock } from '../../../kernel/time.ts';
import type { Result } from '../../../kernel/result.ts';
import type { SettingFault, Settings } from '../../../platform/config/index.ts';
import type { DerivedSecrets } from '../../compose/secrets.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDatabaseClock, checkOwnClock } from './check-clock.ts';
import { checkConnections } from './check-connections.ts';
import { checkContextKey } from './check-context-key.ts';
import { checkDataDir } from './check-data-dir.ts';
import { checkHoldings } from './check-holdings.ts';
import { checkKeyProvider } from './check-key-provider.ts';
import { checkMail, checkOutbound } from './check-plain-settings.ts';
import { checkPorts } from './check-ports.ts';
import { checkQueue } from './check-queue.ts';
import { checkRoles } from './check-roles.ts';
import { checkRootKey, secretsIfAny } from './check-root-key.ts';
import { checkRowSecurity } from './check-row-security.ts';
import { checkMigrations } from './check-schema.ts';
import { checkSecondFactors } from './check-second-factors.ts';
import { checkServerVersion } from './check-server-version.ts';
import { checkSettings } from './check-settings.ts';
import { checkTls } from './check-tls.ts';
import { checkVersions } from './check-versions.ts';
import { openAll, type OpenedDatabases } from './databases.ts';
import { type Check, type NamedFinding, problem } from './finding.ts';
import { type Reach, reachDatabases } from './reach-databases.ts';
import { runChecks } from './run-checks.ts';

type SettingsRead = Result<Settings, SettingFault[]>;

/** What is looked at before any database. */
interface Machine {
  readonly settings: Settings;
  readonly secrets: DerivedSecrets | undefined;
  readonly clock: Clock;
}

const FIRST_CHECKS: readonly Check<SettingsRead>[] = [
  { name: 'settings', look: checkSettings },
  { name: 'versions', look: () => checkVersions() },
];

const MACHINE_CHECKS: readonly Check<Machine>[] = [
  { name: 'data directory', look: ({ settings }) => checkDataDir(settings) },
  { name: 'root key', look: ({ settings }) => checkRootKey(settings) },
  { name: 'key provider', look: ({ settings, secrets }) => checkKeyProvider(settings, secrets) },
  { name: 'certificate', look: ({ settings, clock }) => checkCertificate(settings, clock.now()) },
  { name: 'tls', look: ({ settings }) => checkTls(settings) },
  { name: 'ports', look: ({ settings }) => checkPorts(settings) },
  { name: 'outbound', look: ({ settings }) => checkOutbound(settings) },
  { name: 'mail', look: ({ settings }) => checkMail(settings) },
  { name: 'clock', look: ({ clock }) => checkOwnClock(clock) },
];

/** Without this one the rest cannot be asked. */
const CONNECTION_CHECK: Check<OpenedDatabases> = { name: 'databases', look: checkConnections };

/** Over opened databases, whoever runs them. */
export const DATABASE_CHECKS: readonly Check<OpenedDatabases>[] = [
  { name: 'server version', look: checkServerVersion },
  { name: 'roles', look: checkRoles },
  { name: 'migrations', look: checkMigrations },
  { name: 'holdings', look: checkHoldings },
  { name: 'row security', look: checkRowSecurity },
  { name: 'context key', look: checkContextKey },
  { name: 'database clock', look: checkDatabaseClock },
  { name: 'queue', look: checkQueue },
  { name: 'second factors', look: checkSecondFactors },
];

/** Width of the longest name, for aligned lines. */
export const NAME_WIDTH = Math.max(
  ...[...FIRST_CHECKS, ...MACHINE_CHECKS, CONNECTION_CHECK, ...DATABASE_CHECKS].map((check) => check.name.length),
);

/** Looks at everything that can be looked at, in order, and changes nothing. */
export async function examine(read: SettingsRead, onFinding: (finding: NamedFinding) => void): Promise<void> {
  await runChecks(FIRST_CHECKS, read, onFinding);
  if (!read.ok) {
    onFinding({
      name: 'settings',
      ...problem('Nothing else was checked.', 'Mend the settings, then run careroute doctor again.'),
    });
    return;
  }
  const settings = read.value;
  const secrets = await secretsIfAny(settings);
  await runChecks(MACHINE_CHECKS, { settings, secrets, clock: systemClock }, onFinding);
  await examineDatabases(settings, secrets, onFinding);
}

async function examineDatabases(
  settings: Settings,
  secrets: DerivedSecrets | undefined,
  onFinding: (finding: NamedFinding) => void,
): Promise<void> {
  let reach: Reach | undefined;
  const reaching: Check<undefined> = {
    name: CONNECTION_CHECK.name,
    look: async () => {
      reach = await reachDatabases(settings, secrets);
      return reach.kind === 'closed' ? reach.findings : [];
    },
  };
  await runChecks([reaching], undefined, onFinding);
  if (reach?.kind !== 'open' || !secrets) return;
  const databases = openAll(reach.urls, secrets, systemClock);
  try {
    let isOpen = true;
    await runChecks([CONNECTION_CHECK], databases, (finding) => {
      isOpen &&= finding.state !== 'problem';
      onFinding(finding);
    });
    if (isOpen) await runChecks(DATABASE_CHECKS, databases, onFinding);
  } finally {
    await databases.close();
  }
}
