import { type Authenticator, createKeyAuthenticator, type KeyAuthenticator } from '../../core/access/index.ts';
import { createSessionAuthenticator, type SessionAuthenticator } from '../../core/identity/index.ts';
import { createRateLimiter, type RateLimiter } from '../../core/limits/index.ts';
import { createTenancy, type Tenancy } from '../../core/tenancy/index.ts';
import { createVault, type KeyProvider, type Vault } from '../../core/vault/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { createLeadSessionAuthenticator } from '../../leads/sessions/index.ts';
import { type Database, openDatabase } from '../../platform/postgres/index.ts';
import { eitherAuthenticator } from './authenticator.ts';
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
  /** The door for the role that reaches the tables of people. */
  readonly identityTenancy: Tenancy;
  readonly keys: KeyAuthenticator;
  readonly sessions: SessionAuthenticator;
  readonly authenticator: Authenticator;
  readonly limiter: RateLimiter;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  readonly urls: DatabaseUrls;
  readonly secrets: DerivedSecrets;
  readonly provider: KeyProvider;
  readonly clock: Clock;
  readonly onIdleError: (error: Error) => void;
  /** Told of what failed beside a request that went on without it: a limit, the note of a key's last use. */
  readonly onBackgroundFailure: (error: unknown, reason: 'key_use' | 'rate_limit') => void;
}

/** Opens the pools of the login roles and what stands on them; connects on first use. */
export function openRuntime(options: RuntimeOptions): Runtime {
  const { urls, secrets, clock, onIdleError } = options;
  const open = (url: string, maxConnections: number, extra: { mustBeEmpty?: string } = {}): Database =>
    openDatabase({ url, maxConnections, applicationName: 'careroute', onIdleError, ...extra });
  const app = open(urls.app, 16, { mustBeEmpty: 'app.ctx' });
  const identity = open(urls.identity, 4, { mustBeEmpty: 'app.ctx' });
  const keystore = open(urls.keystoreApp, 4);
  const identityTenancy = createTenancy(identity, secrets.contextKey, clock);
  const failing =
    (reason: 'key_use' | 'rate_limit') =>
    (error: unknown): void =>
      options.onBackgroundFailure(error, reason);
  const keys = createKeyAuthenticator({
    identity,
    identityTenancy,
    pepper: secrets.keyPepper,
    clock,
    onFailure: failing('key_use'),
  });
  const sessions = createSessionAuthenticator({ identity, identityTenancy, clock });
  const tenancy = createTenancy(app, secrets.contextKey, clock);
  return {
    clock,
    secrets,
    app,
    identity,
    keystore,
    tenancy,
    vault: createVault(keystore, options.provider, clock),
    identityTenancy,
    keys,
    sessions,
    authenticator: eitherAuthenticator(keys, sessions, createLeadSessionAuthenticator({ tenancy, clock })),
    limiter: createRateLimiter({ identity, clock, pepper: secrets.identityPepper, onFailure: failing('rate_limit') }),
    async close() {
      await Promise.all([app.close(), identity.close(), keystore.close(), options.provider.close()]);
    },
  };
}
