import type { Secret } from './secret.ts';

/** Where rows live: two embedded clusters, or two databases somebody else runs. URLs carry passwords. */
export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'external';
      readonly url: Secret;
      readonly directUrl: Secret | undefined;
      readonly appUrl: Secret | undefined;
      readonly identityUrl: Secret | undefined;
      readonly queueUrl: Secret | undefined;
      readonly keystoreUrl: Secret;
      readonly keystoreAppUrl: Secret | undefined;
    };

/** Where the root key works. */
export type KeyProviderSettings =
  | { readonly kind: 'keyfile' }
  | {
      readonly kind: 'pkcs11';
      readonly modulePath: string;
      readonly token: string;
      readonly pin: Secret;
      readonly keyLabel: string;
    };

/** Everything the operator decides, checked. Paths are absolute; secrets do not print. */
export interface Settings {
  readonly demo: boolean;
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly host: string;
  readonly dataDir: string;
  /** An origin without a slash at its end, such as `https://localhost:8443`. */
  readonly publicUrl: string;
  readonly database: DatabaseSettings;
  /** 32 bytes. Undefined only with embedded databases: then it is made in the data directory. */
  readonly rootKey: Secret<Uint8Array> | undefined;
  readonly keyProvider: KeyProviderSettings;
  /** CIDR texts, such as `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[];
  readonly tls: {
    readonly files: { readonly certFile: string; readonly keyFile: string } | undefined;
    readonly minVersion: 'TLSv1.2' | 'TLSv1.3';
  };
  readonly metricsToken: Secret | undefined;
  readonly outbound: {
    /** CIDR texts; in the demo loopback is among them. */
    readonly allow: readonly string[];
    readonly caFile: string | undefined;
  };
  readonly mail: { readonly smtpUrl: Secret | undefined; readonly from: string };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly workerConcurrency: number;
  /** The variables that were set, in the order of the table; the others hold their defaults. */
  readonly given: readonly string[];
}
