import assert from 'node:assert/strict';
import type { UserRole } from '../../src/core/access/index.ts';
import { LOOKS, overhang, seriousFaults, settle } from './look-over.ts';
import { idOf } from './portal-ids.ts';
import { portalPages } from './portal-pages.ts';
import type { Portals, SignedVisit } from './portals.ts';

const ALL_LOOKS = [
  ...LOOKS,
  // 1440 pixels at a zoom of 200 %.
  { width: 720, height: 450, scheme: 'light' },
] as const;

/** Opens every page of a portal as somebody of a role, in every width and light: all of it must be readable. */
export async function readEveryPage(portals: Portals, role: UserRole, portal: string): Promise<void> {
  await walk(portals, { role, portal }, async (visit, address) => {
    const faults: string[] = [];
    for (const [index, { width, height, scheme }] of ALL_LOOKS.entries()) {
      await visit.page.setViewportSize({ width, height });
      await visit.page.emulateMedia({ colorScheme: scheme });
      if (index < 2) await visit.open(address);
      await settle(visit.page, scheme);
      const here = `${address} at ${width}, ${scheme}`;
      faults.push(...ledElsewhere(visit, address).map((fault) => `${here}: ${fault}`));
      const wide = await overhang(visit.page);
      if (wide > 0) faults.push(`${here}: ${wide} pixels too wide`);
      if (index < 2) faults.push(...(await seriousFaults(visit.page)).map((fault) => `${here}: ${fault}`));
    }
    return faults;
  });
}

/** Opens every page of a portal as somebody of a role: none may lead elsewhere, or ask for what is refused. */
export async function openEveryPage(portals: Portals, role: UserRole, portal: string): Promise<void> {
  await walk(portals, { role, portal }, async (visit, address) => {
    await visit.open(address);
    return ledElsewhere(visit, address).map((fault) => `${address}: ${fault}`);
  });
}

async function walk(
  portals: Portals,
  { role, portal }: { readonly role: UserRole; readonly portal: string },
  faultsAt: (visit: SignedVisit, address: string) => Promise<string[]>,
): Promise<void> {
  const visit = await portals.visit(role);
  const addresses = await addressesOf(portals, visit, portal);
  assert.ok(addresses.length > 0);
  const faults: string[] = [];
  for (const address of addresses) {
    faults.push(...(await faultsAt(visit, address)));
    faults.push(...visit.faults.splice(0).map((fault) => `${address}: ${fault}`));
  }
  await visit.close();
  assert.deepEqual(faults, []);
}

/** Every address of a portal that the person may open, with real ids in it. */
async function addressesOf(portals: Portals, visit: SignedVisit, portal: string): Promise<string[]> {
  const { permissions } = (await visit.client.get('/api/v1/auth')).json.data;
  const { base, pages } = await portalPages(portal);
  const open = pages.filter(({ permission }) => permission === undefined || permissions.includes(permission));
  // Of the installation's people the test knows but the visitor.
  const userId = portal === 'installation' ? visit.ownId : portals.userId;
  const idFor = (_: string, name: string): string => idOf({ ...portals, userId }, name);
  return open.map(({ path }) => `${base}/${path}`.replaceAll(/\$(\w+)/g, idFor).replace(/\/$/, ''));
}

function ledElsewhere({ page }: SignedVisit, address: string): string[] {
  const { pathname } = new URL(page.url());
  return pathname === address ? [] : [`led to ${pathname}`];
}
