import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { systemContext } from '../../src/core/gate/index.ts';
import {
  type ExpectedAnswer,
  type PasskeyAccount,
  type PasskeyOwner,
  type PasskeySite,
  type PasskeyVerdict,
  verifyPasskey,
  verifyPasskeyRegistration,
} from '../../src/core/passkeys/ceremony.ts';
import { offerPasskeyRegistration } from '../../src/core/passkeys/offers.ts';
import { passkeyInsert, passkeyList, type PasskeyListed } from '../../src/core/passkeys/store.ts';
import type { PasskeyAnswer, RegistrationOffer } from '../../src/core/passkeys/wire.ts';
import type { TenantWriter } from '../../src/core/tenancy/index.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { newId } from '../../src/kernel/ids.ts';
import { ensureLocalCertificate } from '../../src/platform/http/index.ts';
import { startBrowser } from './browser.ts';
import { freshDatabases, type TestDatabases } from './database.ts';
import { registerOn, servePasskeyPages } from './passkey-pages.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts';

/** A person before a page of ours, with an authenticator at hand. */
export interface PasskeyVisit extends PasskeyAccount {
  readonly page: Page;
  readonly authenticator: VirtualAuthenticator;
  /** Makes a passkey on the page and keeps it; throws if it is refused. */
  register(): Promise<PasskeyListed>;
  /** The person's passkeys. */
  passkeys(): Promise<PasskeyListed[]>;
}

/** A tenant, its database, a browser, and pages under two origins of one host. */
export interface PasskeyScene extends TestDatabases {
  readonly site: PasskeySite;
  /** The same page at another port, and at the address of the host. */
  readonly otherOrigins: { readonly port: string; readonly address: string };
  visit(): Promise<PasskeyVisit>;
  inTenant<T>(work: (tx: TenantWriter) => Promise<T>): Promise<T>;
  offerRegistration(account: PasskeyAccount): Promise<RegistrationOffer>;
  verify(answer: PasskeyAnswer, expected: ExpectedAnswer, now?: Date): Promise<PasskeyVerdict>;
  /** Passkeys that were told to be blocked, in order. */
  readonly blocked: PasskeyOwner[];
  close(): Promise<void>;
}

export async function openPasskeyScene(): Promise<PasskeyScene> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-passkeys-'));
  const hosts = ['localhost', '127.0.0.1'];
  const certificate = await ensureLocalCertificate({ dir: directory, hosts, now: new Date() });
  const [ours, theirs] = [await servePasskeyPages(certificate), await servePasskeyPages(certificate)];
  const chromium = await startBrowser({ trust: [certificate.certPem] });
  const databases = await freshDatabases();
  const { runtime } = databases;
  const settings = { slug: 'passkeys', name: 'Passkeys', timeZone: 'America/Chicago', isDemo: false };
  const { tenantId } = await foundTenant(runtime, settings);
  const site = { rpId: 'localhost', rpName: 'Careroute', origin: `https://localhost:${ours.port}` };
  const blocked: PasskeyOwner[] = [];
  const onBlocked = async (_tx: TenantWriter, passkey: PasskeyOwner): Promise<void> => void blocked.push(passkey);
  const { identity, identityTenancy } = runtime;
  const deps = { identity, identityTenancy, site, onBlocked };
  const scene: PasskeyScene = {
    ...databases,
    site,
    otherOrigins: { port: `https://localhost:${theirs.port}`, address: `https://127.0.0.1:${ours.port}` },
    blocked,
    inTenant: (work) => identityTenancy.withTenant(systemContext(tenantId), work),
    offerRegistration: ({ userId }) =>
      scene.inTenant((tx) =>
        offerPasskeyRegistration(tx, site, { userId, name: 'person', displayName: 'A person' }, { now: new Date() }),
      ),
    verify: (answer, expected, now = new Date()) => verifyPasskey(deps, answer, expected, now),
    async visit() {
      const page = await (await chromium.browser.newContext()).newPage();
      await page.goto(site.origin);
      const authenticator = await addVirtualAuthenticator(page);
      const userId = newId();
      await databases.owner.query({
        text: `INSERT INTO users (tenant_id, user_id, email, role, status) VALUES ($1, $2, $3, 'admin', 'active')`,
        values: [tenantId, userId, `${userId}@example.com`],
      });
      return visitOf(scene, { tenantId, userId, page, authenticator });
    },
    async close() {
      await Promise.all([chromium.close(), ours.close(), theirs.close(), databases.drop()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
  return scene;
}

function visitOf(
  scene: PasskeyScene,
  visitor: Pick<PasskeyVisit, 'tenantId' | 'userId' | 'page' | 'authenticator'>,
): PasskeyVisit {
  const { userId, page } = visitor;
  const passkeys = (): Promise<PasskeyListed[]> => scene.inTenant((tx) => passkeyList(tx, userId));
  return {
    ...visitor,
    passkeys,
    async register() {
      const answer = await registerOn(page, await scene.offerRegistration(visitor));
      const now = new Date();
      const deps = { identity: scene.runtime.identity, site: scene.site };
      const verdict = await verifyPasskeyRegistration(deps, answer, visitor, now);
      if (verdict.kind === 'refused') throw new Error(`the passkey was refused: ${verdict.reason}`);
      const passkey = { passkeyId: newId(), userId, name: 'My laptop', now, ...verdict.credential };
      const isKept = await scene.inTenant((tx) => passkeyInsert(tx, passkey));
      const kept = (await passkeys()).find(({ passkeyId }) => passkeyId === passkey.passkeyId);
      if (!isKept || !kept) throw new Error('the passkey was not kept');
      return kept;
    },
  };
}
