import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { UserRole } from '../../src/core/access/index.ts';
import { LOOKS, overhang, seriousFaults, settle } from '../kit/look-over.ts';
import { openPortals, type Portals, type SignedVisit } from '../kit/portals.ts';
import { idOf } from '../kit/portal-ids.ts';
import { portalPages } from '../kit/portal-pages.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const PLACES: readonly (readonly [role: UserRole, portal: string])[] = [
  ['owner', 'admin'],
  ['analyst', 'admin'],
  ['buyer', 'buyer'],
  ['partner', 'partner'],
  ['practice_owner', 'practice'],
  ['superadmin', 'installation'],
];

/** Every address of a portal that the person may open, with real ids in it. */
async function addressesOf(visit: SignedVisit, portal: string): Promise<string[]> {
  const { permissions } = (await visit.client.get('/api/v1/auth')).json.data;
  const { base, pages } = await portalPages(portal);
  const open = pages.filter(({ permission }) => permission === undefined || permissions.includes(permission));
  // Of the installation's people the test knows but the visitor.
  const userId = portal === 'installation' ? visit.ownId : portals.userId;
  const idFor = (_: string, name: string): string => idOf({ ...portals, userId }, name);
  return open.map(({ path }) => `${base}/${path}`.replaceAll(/\$(\w+)/g, idFor).replace(/\/$/, ''));
}

const ALL_LOOKS = [
  ...LOOKS,
  // 1440 pixels at a zoom of 200 %.
  { width: 720, height: 450, scheme: 'light' },
] as const;

for (const [role, portal] of PLACES)
  test(`every page of ${portal} opens to ${role}, and all can read it, in every width and light`, async () => {
    const visit = await portals.visit(role);
    const addresses = await addressesOf(visit, portal);
    assert.ok(addresses.length > 0);
    const faults: string[] = [];
    for (const address of addresses) {
      for (const [index, { width, height, scheme }] of ALL_LOOKS.entries()) {
        await visit.page.setViewportSize({ width, height });
        await visit.page.emulateMedia({ colorScheme: scheme });
        if (index < 2) await visit.open(address);
        await settle(visit.page, scheme);
        const here = `${address} at ${width}, ${scheme}`;
        const isThere = new URL(visit.page.url()).pathname === address;
        if (!isThere) faults.push(`${here}: led to ${new URL(visit.page.url()).pathname}`);
        const wide = await overhang(visit.page);
        if (wide > 0) faults.push(`${here}: ${wide} pixels too wide`);
        if (index < 2) faults.push(...(await seriousFaults(visit.page)).map((fault) => `${here}: ${fault}`));
      }
      faults.push(...visit.faults.splice(0).map((fault) => `${address}: ${fault}`));
    }
    await visit.close();
    assert.deepEqual(faults, []);
  });

/** Roles whose pages are those of another role above: looked at for what each is refused, not for their looks again. */
const OTHERS: readonly (readonly [role: UserRole, portal: string])[] = [
  ['admin', 'admin'],
  ['compliance', 'admin'],
  ['support', 'admin'],
  ['practice_admin', 'practice'],
  ['practice_member', 'practice'],
];

for (const [role, portal] of OTHERS)
  test(`every page of ${portal} that is open to ${role} asks for nothing that is refused`, async () => {
    const visit = await portals.visit(role);
    const faults: string[] = [];
    for (const address of await addressesOf(visit, portal)) {
      await visit.open(address);
      const { pathname } = new URL(visit.page.url());
      if (pathname !== address) faults.push(`${address}: led to ${pathname}`);
      faults.push(...visit.faults.splice(0).map((fault) => `${address}: ${fault}`));
    }
    await visit.close();
    assert.deepEqual(faults, []);
  });
