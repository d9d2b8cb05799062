import { databasePlace } from './read-database-url.ts';
import { keyMatches } from './read-tls-files.ts';
import type { ReadValues } from './read-values.ts';
import type { Problem, Setting, SettingFault } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

type AnySetting = Setting<unknown>;

const NEEDS_BOTH = 'Set the application database and the keystore, or neither.';

/** The faults that no variable has alone: two that exclude each other, one that needs another. */
export function contradictions(values: ReadValues): SettingFault[] {
  return [...ports(values), ...databases(values), ...keys(values), ...certificates(values), ...mail(values)];
}

const fault = (setting: AnySetting, rule: Problem['rule'], message: string): SettingFault => ({
  variable: setting.variable,
  rule,
  message,
});

function ports(values: ReadValues): SettingFault[] {
  const { httpPort, httpsPort } = SETTINGS;
  if (values.orDefault(httpPort) !== values.orDefault(httpsPort)) return [];
  return [fault(httpPort, 'conflict', `Give another port than that of ${httpsPort.variable}.`)];
}

function databases(values: ReadValues): SettingFault[] {
  const faults: SettingFault[] = [];
  const { databaseUrl, keystoreUrl } = SETTINGS;
  if (values.isSet(databaseUrl) && !values.isSet(keystoreUrl)) faults.push(fault(keystoreUrl, 'missing', NEEDS_BOTH));
  if (values.isSet(keystoreUrl) && !values.isSet(databaseUrl)) faults.push(fault(databaseUrl, 'missing', NEEDS_BOTH));

  const { databaseDirectUrl, databaseUrlApp, databaseUrlIdentity, databaseUrlQueue, keystoreUrlApp } = SETTINGS;
  const ofDatabase = [databaseDirectUrl, databaseUrlApp, databaseUrlIdentity, databaseUrlQueue];
  faults.push(...withoutBase(values, databaseUrl, ofDatabase), ...withoutBase(values, keystoreUrl, [keystoreUrlApp]));

  const [database, keystore] = [values.of(databaseUrl), values.of(keystoreUrl)];
  if (database && keystore && databasePlace(database) === databasePlace(keystore))
    faults.push(fault(keystoreUrl, 'conflict', 'Name a database of its own; keys never stand beside what they open.'));
  return faults;
}

function withoutBase(values: ReadValues, base: AnySetting, dependents: readonly AnySetting[]): SettingFault[] {
  if (values.isSet(base)) return [];
  return dependents
    .filter((setting) => values.isSet(setting))
    .map((setting) => fault(setting, 'conflict', `It has no effect without ${base.variable}. Set both or neither.`));
}

function keys(values: ReadValues): SettingFault[] {
  const faults: SettingFault[] = [];
  const external = values.isSet(SETTINGS.databaseUrl) || values.isSet(SETTINGS.keystoreUrl);
  if (external && !values.isSet(SETTINGS.rootKey))
    faults.push(
      fault(SETTINGS.rootKey, 'missing', 'External databases need a root key. Make one with: openssl rand -base64 32'),
    );
  const pkcs11 = [SETTINGS.pkcs11Module, SETTINGS.pkcs11Token, SETTINGS.pkcs11Pin, SETTINGS.pkcs11KeyLabel];
  const wanted = values.orDefault(SETTINGS.keyProvider) === 'pkcs11';
  const provider = SETTINGS.keyProvider.variable;
  for (const setting of pkcs11) {
    if (wanted && !values.isSet(setting)) faults.push(fault(setting, 'missing', 'Set it: the key provider is pkcs11.'));
    // Somebody who sets these believes that the module is in use.
    if (!wanted && values.isSet(setting))
      faults.push(fault(setting, 'conflict', `It has no effect without ${provider}=pkcs11. Set that, or remove this.`));
  }
  return faults;
}

function certificates(values: ReadValues): SettingFault[] {
  const { tlsCertFile, tlsKeyFile } = SETTINGS;
  if (values.isSet(tlsCertFile) !== values.isSet(tlsKeyFile)) {
    const [given, absent] = values.isSet(tlsCertFile) ? [tlsCertFile, tlsKeyFile] : [tlsKeyFile, tlsCertFile];
    return [fault(absent, 'missing', `Set it together with ${given.variable}, or neither.`)];
  }
  const [certFile, keyFile] = [values.of(tlsCertFile), values.of(tlsKeyFile)];
  if (certFile === undefined || keyFile === undefined) return [];
  const pair = keyMatches({ certFile, keyFile }, values.context);
  return pair.ok ? [] : [fault(tlsKeyFile, pair.error.rule, pair.error.message)];
}

function mail(values: ReadValues): SettingFault[] {
  if (!values.isSet(SETTINGS.smtpUrl) || values.isSet(SETTINGS.mailFrom)) return [];
  return [fault(SETTINGS.mailFrom, 'missing', 'A mail server needs a sender. Give "Name <name@example.org>".')];
}
