import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { makeCertificates } from './certificates.fixture.ts';
import { type DebianCluster, startDebianCluster } from './debian-postgres.fixture.ts';
import { atEnd, ownAddress } from './debian.fixture.ts';
import { readManual, withReal } from './manual.fixture.ts';

const manual = await readManual('external-postgres.md');

/** Two servers with the databases of the manual, not yet migrated, and the settings that lead Careroute there. */
export interface External {
  readonly address: string;
  readonly certificates: string;
  readonly application: DebianCluster;
  readonly keystore: DebianCluster;
  readonly rootKey: Buffer;
  /** CAREROUTE_… as the manual writes them. */
  readonly env: Readonly<Record<'CAREROUTE_DATABASE_URL' | 'CAREROUTE_KEYSTORE_URL' | 'CAREROUTE_ROOT_KEY', string>>;
  readonly dataDir: string;
}

/**
 * Starts both on an address of this machine that is not loopback; `moreAccess` are lines for the application server.
 */
export async function startExternal(moreAccess = ''): Promise<External> {
  const address = ownAddress();
  const certificates = await makeCertificates(address);
  const access = (number: number): string =>
    withReal(manual.block('Server', '', number), { '10.20.0.7/32': `${address}/32` });
  const start = async (lines: string): Promise<DebianCluster> => {
    const cluster = await startDebianCluster({ host: address, certificates, access: lines });
    atEnd(() => cluster.stop());
    return cluster;
  };
  const [application, keystore] = [await start(`${access(1)}${moreAccess}`), await start(access(2))];
  const [password, keystorePassword] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')];
  await application.psql(manual.block('Databases', 'sql', 1), { env: { MIGRATOR_PASSWORD: password } });
  await keystore.psql(manual.block('Databases', 'sql', 2), { env: { KEYSTORE_MIGRATOR_PASSWORD: keystorePassword } });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-system-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const rootKey = randomBytes(32);
  await writeFile(path.join(dataDir, 'root.key'), `${rootKey.toString('base64')}\n`, { mode: 0o600 });
  const settings = withReal(manual.block('Careroute', 'sh'), {
    'db.example.internal:5432': `${address}:${application.port}`,
    'keys.example.internal:5432': `${address}:${keystore.port}`,
    'careroute_migrator:PASSWORD': `careroute_migrator:${password}`,
    'careroute_keystore_migrator:PASSWORD': `careroute_keystore_migrator:${keystorePassword}`,
    'file:/etc/careroute/root.key': `file:${dataDir}/root.key`,
    '/etc/careroute/': `${certificates}/`,
  });
  const of = (name: string): string => new RegExp(`^${name}='(.+)'$`, 'm').exec(settings)?.[1] ?? '';
  return {
    address,
    certificates,
    application,
    keystore,
    rootKey,
    env: {
      CAREROUTE_DATABASE_URL: of('CAREROUTE_DATABASE_URL'),
      CAREROUTE_KEYSTORE_URL: of('CAREROUTE_KEYSTORE_URL'),
      CAREROUTE_ROOT_KEY: of('CAREROUTE_ROOT_KEY'),
    },
    dataDir,
  };
}
