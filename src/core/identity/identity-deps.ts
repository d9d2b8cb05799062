import type { Clock } from '../../kernel/time.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { Vault } from '../vault/index.ts';
import type { AttemptGuard } from './guard-attempts.ts';
import type { PasskeySite } from '../passkeys/index.ts';
import type { Passwords, TakeTurns } from '../passwords/index.ts';

/** What the use cases of this room stand on. */
export interface IdentityDeps {
  /** The identity role's pool: for look-ups before a tenant is known. */
  readonly identity: Database;
  readonly identityTenancy: Tenancy;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly passwords: Passwords;
  /** Sign-ins by password go through these, so that a crowd of them leaves the database and the cores to others. */
  readonly turns: { readonly lookUp: TakeTurns; readonly judge: TakeTurns };
  readonly attempts: AttemptGuard;
  /** Keys hashes of recovery codes. */
  readonly pepper: Buffer;
  readonly site: PasskeySite;
  /** Where the pages are, such as `https://leads.example.com`. */
  readonly publicUrl: string;
  /** The id of a lead of a tenant by either of its ids; undefined where the tenant has none such. */
  readonly leadIdOf: (tenantId: string, ref: string) => Promise<string | undefined>;
  /** Drops what this process remembers of sessions, so that their end counts at once. */
  readonly forgetSessions: () => void;
  readonly forgetKeys: () => void;
  /** Hears of what failed after its answer was given, such as a mail. */
  readonly onProblem: (error: unknown) => void;
}
