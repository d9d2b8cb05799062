import { randomUUID } from 'node:crypto';
import type { SessionStage, UserRole } from '../../src/core/access/index.ts';
import { systemContext } from '../../src/core/gate/index.ts';
import { hashToken, newToken } from '../../src/core/identity/secret-token.ts';
import { sessionInsert } from '../../src/core/identity/session-store.ts';
import { userInsert } from '../../src/core/identity/user-store.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from './app.ts';
import { freshAddress } from './browser-client.ts';
import { type Client, createClient } from './client.ts';

/** Somebody who has signed in, and calls as a browser on our own page does. */
export interface Person {
  readonly userId: string;
  readonly sessionId: string;
  readonly client: Client;
  /** As a Cookie header has it. */
  readonly cookie: string;
}

export interface PersonWish {
  readonly tenantId: string;
  readonly role: UserRole;
  /** Of a buyer's people. */
  readonly buyerId?: string;
  /** Of a partner's people. */
  readonly partnerId?: string;
  readonly readOnly?: boolean;
  /** True unless given; a role that never sees personal data does not see it by this either. */
  readonly piiAccess?: boolean;
  /** How far the sign-in has come; `full` unless given. */
  readonly stage?: SessionStage;
  /** When the second factor was last shown; just now unless given, undefined for never. */
  readonly steppedUpAt?: Date | undefined;
}

const HOUR_MS = 3_600_000;

/** Makes a person of a tenant with a session, past the sign-in. */
export async function personOf(
  app: Pick<TestApp, 'runtime' | 'baseUrl' | 'publicUrl' | 'certificate'>,
  wish: PersonWish,
): Promise<Person> {
  const { tenantId, role, stage = 'full' } = wish;
  const [userId, sessionId, token] = [newId(), newId(), newToken()];
  const now = app.runtime.clock.now();
  await app.runtime.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    await userInsert(tx, {
      id: userId,
      email: `${role}-${randomUUID()}@example.test`,
      role,
      buyerId: wish.buyerId,
      partnerId: wish.partnerId,
      status: 'active',
      readOnly: wish.readOnly,
      piiAccess: wish.piiAccess ?? true,
    });
    await sessionInsert(tx, {
      sessionId,
      userId,
      tokenHash: hashToken(token),
      stage,
      method: 'password+totp',
      now,
      expiresAt: new Date(now.getTime() + HOUR_MS),
      idleSeconds: HOUR_MS / 1000,
      steppedUpAt: 'steppedUpAt' in wish ? wish.steppedUpAt : now,
      address: '127.0.0.1',
      device: 'A test',
    });
  });
  const cookie = `__Host-lr_session=${token}`;
  const headers = {
    cookie,
    origin: app.publicUrl,
    'x-forwarded-for': freshAddress(),
  };
  return { userId, sessionId, cookie, client: createClient(app.baseUrl, app.certificate.caPem, undefined, headers) };
}

/** A client by which each call comes from another owner of the tenant, who has just shown a second factor. */
export function ownersOf(app: Parameters<typeof personOf>[0], tenantId: string): Client {
  const owner = async (): Promise<Client> => (await personOf(app, { tenantId, role: 'owner' })).client;
  return {
    get: async (...call) => (await owner()).get(...call),
    post: async (...call) => (await owner()).post(...call),
    put: async (...call) => (await owner()).put(...call),
    patch: async (...call) => (await owner()).patch(...call),
    delete: async (...call) => (await owner()).delete(...call),
    raw: async (...call) => (await owner()).raw(...call),
  };
}

/** The tenant that the installation itself is; made at the first call. */
export async function installationOf(app: Pick<TestApp, 'owner'>): Promise<string> {
  const [found] = await app.owner.query<{ id: string }>({
    text: `SELECT tenant_id AS id FROM tenants WHERE kind = 'installation'`,
  });
  if (found) return found.id;
  const tenantId = newId();
  await app.owner.query({
    text: `INSERT INTO tenants (tenant_id, slug, name, time_zone, kind)
      VALUES ($1, 'installation', 'Installation', 'UTC', 'installation')`,
    values: [tenantId],
  });
  return tenantId;
}

/** A superadmin of the installation. */
export async function superadminOf(app: TestApp, more: Partial<PersonWish> = {}): Promise<Person> {
  return personOf(app, { tenantId: await installationOf(app), role: 'superadmin', ...more });
}
