import { type Authenticator, createAuthenticator } from '../../core/access/index.ts';
import { createTenancy, type Tenancy } from '../../core/tenancy/index.ts';
import { createVault, type KeyProvider, type Vault } from '../../core/vault/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Database, openDatabase } from '../../platform/postgres/index.ts';
import type { DatabaseUrls } from './databases.ts';
import type { DerivedSecrets } from './secrets.ts';

/** The opened parts that every surface (API, worker, CLI) is composed from. */
export interface Runtime {
  readonly clock: Clock;
  readonly secrets: DerivedSecrets;
  readonly app: Database;
  readonly identity: Database;
  readonly keystore: Database;
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly authenticator: Authenticator;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  readonly urls: DatabaseUrls;
  readonly secrets: DerivedSecrets;
  readonly provider: KeyProvider;
  readonly clock: Clock;
  readonly onIdleError: (error: Error) => void;
}

/** Opens the pools of the login roles and what stands on them; connects on first use. */
export function openRuntime(options: RuntimeOptions): Runtime {
  const { urls, secrets, clock, onIdleError } = options;
  const open = (url: string, maxConnections: number, extra: { mustBeEmpty?: string } = {}): Database =>
    openDatabase({ url, maxConnections, applicationName: 'careroute', onIdleError, ...extra });
  const app = open(urls.app, 16, { mustBeEmpty: 'app.ctx' });
  const identity = open(urls.identity, 4);
  const keystore = open(urls.keystoreApp, 4);
  return {
    clock,
    secrets,
    app,
    identity,
    keystore,
    tenancy: createTenancy(app, secrets.contextKey, clock),
    vault: createVault(keystore, options.provider, clock),
    authenticator: createAuthenticator(identity, secrets.keyPepper, clock),
    async close() {
      await Promise.all([app.close(), identity.close(), keystore.close(), options.provider.close()]);
    },
  };
}
