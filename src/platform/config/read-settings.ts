import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { contradictions } from './contradictions.ts';
import { LOOPBACK_NETWORKS } from './read-networks.ts';
import { type Environment, type ReadValues, valuesOf } from './read-values.ts';
import type { FileReader, SettingFault } from './setting.ts';
import type { DatabaseSettings, KeyProviderSettings, Settings } from './settings.ts';
import { SETTINGS, settingRows } from './settings-table.ts';
import { unknownVariables } from './unknown-variables.ts';

export interface ReadOptions {
  /** Whether this is `start --demo`: listens on loopback only, and may deliver there. */
  readonly demo: boolean;
  /** Where relative paths start. */
  readonly cwd: string;
  /** How files that settings name are read; from the disk unless told. */
  readonly readFile?: FileReader;
}

/**
 * Reads the settings from an environment, or lists every fault at once. It looks at nothing but `env`, `options` and
 * the files that `env` names. A fault names its variable and the remedy, and never holds a value.
 */
export function readSettings(env: Environment, options: ReadOptions): Result<Settings, SettingFault[]> {
  const values = valuesOf(env, { demo: options.demo, cwd: options.cwd, readFile: options.readFile ?? fromDisk });
  const faults = settingRows.flatMap((row): SettingFault[] => {
    const outcome = values.outcome(row);
    return outcome === undefined || outcome.ok ? [] : [{ variable: row.variable, ...outcome.error }];
  });
  faults.push(...contradictions(values), ...unknownVariables(Object.keys(env)));
  return faults.length > 0 ? fail(faults) : ok(assemble(values));
}

function assemble(values: ReadValues): Settings {
  const { context, of, orDefault } = values;
  const httpsPort = orDefault(SETTINGS.httpsPort);
  const allow = of(SETTINGS.outboundAllow) ?? [];
  return {
    demo: context.demo,
    httpsPort,
    httpPort: orDefault(SETTINGS.httpPort),
    host: orDefault(SETTINGS.host),
    dataDir: orDefault(SETTINGS.dataDir),
    publicUrl: of(SETTINGS.publicUrl) ?? new URL(`https://localhost:${httpsPort}`).origin,
    database: databaseOf(values),
    rootKey: of(SETTINGS.rootKey),
    keyProvider: keyProviderOf(values),
    trustedProxies: of(SETTINGS.trustedProxies) ?? [],
    tls: {
      files: pair(of(SETTINGS.tlsCertFile), of(SETTINGS.tlsKeyFile)),
      minVersion: orDefault(SETTINGS.tlsMinVersion) === '1.3' ? 'TLSv1.3' : 'TLSv1.2',
    },
    metricsToken: of(SETTINGS.metricsToken),
    outbound: {
      allow: context.demo ? [...new Set([...LOOPBACK_NETWORKS, ...allow])] : allow,
      caFile: of(SETTINGS.outboundCaFile),
    },
    mail: { smtpUrl: of(SETTINGS.smtpUrl), from: of(SETTINGS.mailFrom) ?? 'Careroute <careroute@localhost>' },
    logLevel: orDefault(SETTINGS.logLevel),
    workerConcurrency: orDefault(SETTINGS.workerConcurrency),
    given: settingRows.filter((row) => values.isSet(row)).map((row) => row.variable),
  };
}

function databaseOf({ of }: ReadValues): DatabaseSettings {
  const [url, keystoreUrl] = [of(SETTINGS.databaseUrl), of(SETTINGS.keystoreUrl)];
  if (!url || !keystoreUrl) return { kind: 'embedded' };
  return {
    kind: 'external',
    url,
    directUrl: of(SETTINGS.databaseDirectUrl),
    appUrl: of(SETTINGS.databaseUrlApp),
    identityUrl: of(SETTINGS.databaseUrlIdentity),
    queueUrl: of(SETTINGS.databaseUrlQueue),
    keystoreUrl,
    keystoreAppUrl: of(SETTINGS.keystoreUrlApp),
  };
}

function keyProviderOf({ of, orDefault }: ReadValues): KeyProviderSettings {
  const [modulePath, token] = [of(SETTINGS.pkcs11Module), of(SETTINGS.pkcs11Token)];
  const [pin, keyLabel] = [of(SETTINGS.pkcs11Pin), of(SETTINGS.pkcs11KeyLabel)];
  if (orDefault(SETTINGS.keyProvider) === 'keyfile') return { kind: 'keyfile' };
  if (modulePath && token && pin && keyLabel) return { kind: 'pkcs11', modulePath, token, pin, keyLabel };
  throw new TypeError('a pkcs11 provider without its settings is a fault, not a value');
}

const pair = (certFile: string | undefined, keyFile: string | undefined): Settings['tls']['files'] =>
  certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined;

/** Undefined for a file that the system refuses to open or read; that is the operator's to mend. */
function fromDisk(path: string): Buffer | undefined {
  if (path.includes('\0')) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
