import { databaseUrl } from './read-database-url.ts';
import { outboundNetworks, proxyNetworks } from './read-networks.ts';
import { listenAddress, mailbox, oneOf, path, plainText, readableFile, secretText, wholeNumber } from './read-plain.ts';
import { rootKey } from './read-root-key.ts';
import { certificateFile, privateKeyFile } from './read-tls-files.ts';
import { publicUrl, smtpUrl } from './read-urls.ts';
import type { DefaultedSetting, ReadContext, Reader, Setting } from './setting.ts';

interface Row<T> {
  readonly meaning: string;
  readonly form: string;
  readonly otherwise?: string;
  readonly secret?: boolean;
  readonly read: Reader<T>;
}

const setting = <T>(variable: string, row: Row<T>): Setting<T> => ({
  variable,
  otherwise: 'none',
  secret: false,
  ...row,
});

/** A setting whose default is one text, read like any other. */
const withDefault = <T>(variable: string, text: string, row: Row<T>): DefaultedSetting<T> => ({
  ...setting(variable, { otherwise: `\`${text}\``, ...row }),
  fallback: (context) => fallbackOf(variable, row.read(text, context)),
});

function fallbackOf<T>(variable: string, read: ReturnType<Reader<T>>): T {
  if (read.ok) return read.value;
  throw new TypeError(`the default of ${variable} cannot be read`);
}

const PORT = { form: '1 to 65535', read: wholeNumber(1, 65_535) };
const DATABASE = { form: '`postgres://…`', secret: true, read: databaseUrl };
const ONLY_PKCS11 = 'required with the provider pkcs11';

/** Every setting: this table drives reading, the manual and `careroute doctor`. */
export const SETTINGS = {
  httpsPort: withDefault('CAREROUTE_HTTPS_PORT', '8443', { ...PORT, meaning: 'Port of HTTPS.' }),
  httpPort: withDefault('CAREROUTE_HTTP_PORT', '8080', {
    ...PORT,
    meaning: 'Port of plain HTTP, which takes no data and only points to HTTPS.',
  }),
  host: {
    ...setting('CAREROUTE_HOST', {
      meaning: 'Address to listen on.',
      form: 'an IP address or localhost',
      otherwise: '`0.0.0.0`; in the demo `127.0.0.1`',
      read: listenAddress,
    }),
    fallback: (context: ReadContext): string => (context.demo ? '127.0.0.1' : '0.0.0.0'),
  },
  dataDir: withDefault('CAREROUTE_DATA_DIR', './var', {
    meaning: 'Directory of everything kept on disk: embedded databases, certificates, files, mail that was not sent.',
    form: 'a path',
    read: path,
  }),
  publicUrl: setting('CAREROUTE_PUBLIC_URL', {
    meaning: 'The address people and partners use, if a proxy or another name stands in front.',
    form: '`https://host` or `https://host:port`',
    otherwise: '`https://localhost:` and the HTTPS port',
    read: publicUrl,
  }),
  databaseUrl: setting('CAREROUTE_DATABASE_URL', {
    ...DATABASE,
    meaning: 'Application database, as the role that migrates. Set it together with the keystore, or neither.',
    otherwise: 'an embedded cluster in the data directory',
  }),
  databaseDirectUrl: setting('CAREROUTE_DATABASE_DIRECT_URL', {
    ...DATABASE,
    meaning: 'The same database past a pooler, for migrations and LISTEN.',
    otherwise: 'the application database',
  }),
  databaseUrlApp: setting('CAREROUTE_DATABASE_URL_APP', {
    ...DATABASE,
    meaning: 'The same database as the application role.',
    otherwise: 'derived from the root key',
  }),
  databaseUrlIdentity: setting('CAREROUTE_DATABASE_URL_IDENTITY', {
    ...DATABASE,
    meaning: 'The same database as the identity role.',
    otherwise: 'derived from the root key',
  }),
  databaseUrlQueue: setting('CAREROUTE_DATABASE_URL_QUEUE', {
    ...DATABASE,
    meaning: 'The same database as the queue role.',
    otherwise: 'derived from the root key',
  }),
  keystoreUrl: setting('CAREROUTE_KEYSTORE_URL', {
    ...DATABASE,
    meaning: 'Database of the wrapped keys, as the role that migrates. Never the application database.',
    otherwise: 'a second embedded cluster in the data directory',
  }),
  keystoreUrlApp: setting('CAREROUTE_KEYSTORE_URL_APP', {
    ...DATABASE,
    meaning: 'The same keystore as the application role.',
    otherwise: 'derived from the root key',
  }),
  rootKey: setting('CAREROUTE_ROOT_KEY', {
    meaning: 'The root key. Keep a copy apart: without it nothing that was sealed can ever be read again.',
    form: 'base64 of 32 random bytes, or `file:/path` of a file with that',
    otherwise: 'made in the data directory for embedded databases; required with external ones',
    secret: true,
    read: rootKey,
  }),
  keyProvider: withDefault('CAREROUTE_KEY_PROVIDER', 'keyfile', {
    meaning: 'Where the root key works: in this process, or in a hardware module.',
    form: '`keyfile` or `pkcs11`',
    read: oneOf(['keyfile', 'pkcs11']),
  }),
  pkcs11Module: setting('CAREROUTE_PKCS11_MODULE', {
    meaning: 'Library of the hardware module.',
    form: 'a path',
    otherwise: ONLY_PKCS11,
    read: readableFile,
  }),
  pkcs11Token: setting('CAREROUTE_PKCS11_TOKEN', {
    meaning: 'Label of the token.',
    form: 'text',
    otherwise: ONLY_PKCS11,
    read: plainText,
  }),
  pkcs11Pin: setting('CAREROUTE_PKCS11_PIN', {
    meaning: 'PIN of the token’s user.',
    form: 'at least 4 characters',
    otherwise: ONLY_PKCS11,
    secret: true,
    read: secretText(4),
  }),
  pkcs11KeyLabel: setting('CAREROUTE_PKCS11_KEY_LABEL', {
    meaning: 'Label of the key in the token.',
    form: 'text',
    otherwise: ONLY_PKCS11,
    read: plainText,
  }),
  trustedProxies: setting('CAREROUTE_TRUSTED_PROXIES', {
    meaning: 'Proxies whose `X-Forwarded-For` is believed. Without it audit and limits see the peer of the connection.',
    form: 'networks in CIDR form, separated by commas',
    read: proxyNetworks,
  }),
  tlsCertFile: setting('CAREROUTE_TLS_CERT_FILE', {
    meaning: 'Your certificate with its chain, PEM. Set it together with the key; read again when the file changes.',
    form: 'a path',
    otherwise: 'a certificate of a local authority made in the data directory',
    read: certificateFile,
  }),
  tlsKeyFile: setting('CAREROUTE_TLS_KEY_FILE', {
    meaning: 'The key of your certificate, PEM, without a passphrase.',
    form: 'a path',
    read: privateKeyFile,
  }),
  tlsMinVersion: withDefault('CAREROUTE_TLS_MIN_VERSION', '1.2', {
    meaning: 'The oldest TLS that is spoken.',
    form: '`1.2` or `1.3`',
    read: oneOf(['1.2', '1.3']),
  }),
  metricsToken: setting('CAREROUTE_METRICS_TOKEN', {
    meaning: 'Bearer token of `/metrics`.',
    form: 'at least 16 characters',
    otherwise: '`/metrics` is closed; with `--demo` it is open to this machine',
    secret: true,
    read: secretText(16),
  }),
  outboundAllow: setting('CAREROUTE_OUTBOUND_ALLOW', {
    meaning: 'Private networks that deliveries and webhooks may reach. Public addresses need no entry.',
    form: 'networks in CIDR form, separated by commas',
    otherwise: 'none; the demo always adds loopback for its own simulators',
    read: outboundNetworks,
  }),
  outboundCaFile: setting('CAREROUTE_OUTBOUND_CA_FILE', {
    meaning: 'Certificates of authorities to trust for deliveries and mail, beside the public ones, PEM.',
    form: 'a path',
    read: certificateFile,
  }),
  smtpUrl: setting('CAREROUTE_SMTP_URL', {
    meaning: 'Server that takes mail. TLS is demanded unless it is on this machine.',
    form: '`smtps://user:password@host:port` or `smtp://…`',
    otherwise: 'mail is written to `outbox` in the data directory',
    secret: true,
    read: smtpUrl,
  }),
  mailFrom: setting('CAREROUTE_MAIL_FROM', {
    meaning: 'Sender of mail.',
    form: '`Name <name@example.org>`',
    otherwise: '`Careroute <careroute@localhost>`; required with a mail server',
    read: mailbox,
  }),
  logLevel: withDefault('CAREROUTE_LOG_LEVEL', 'info', {
    meaning: 'The least level that is logged. No level logs personal data.',
    form: '`debug`, `info`, `warn`, `error` or `silent`',
    read: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
  }),
  workerConcurrency: withDefault('CAREROUTE_WORKER_CONCURRENCY', '4', {
    meaning: 'Jobs that run side by side in this process; 0 leaves them to other processes.',
    form: '0 to 64',
    read: wholeNumber(0, 64),
  }),
} as const;

/** The rows of the table, in the order of the manual. */
export const settingRows: readonly Setting<unknown>[] = Object.values(SETTINGS);
