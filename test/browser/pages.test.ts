import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { UserRole } from '../../src/core/access/index.ts';
import { openPortals, type Portals } from '../kit/portals.ts';
import { openEveryPage, readEveryPage } from '../kit/walk-pages.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

const PLACES: readonly (readonly [role: UserRole, portal: string])[] = [
  ['analyst', 'admin'],
  ['buyer', 'buyer'],
  ['partner', 'partner'],
  ['practice_owner', 'practice'],
  ['superadmin', 'installation'],
];

for (const [role, portal] of PLACES)
  test(`every page of ${portal} opens to ${role}, and all can read it, in every width and light`, () =>
    readEveryPage(portals, role, portal));

/** Roles whose pages are those of another role: looked at for what each is refused, not for their looks again. */
const OTHERS: readonly (readonly [role: UserRole, portal: string])[] = [
  ['admin', 'admin'],
  ['compliance', 'admin'],
  ['support', 'admin'],
  ['practice_admin', 'practice'],
  ['practice_member', 'practice'],
];

for (const [role, portal] of OTHERS)
  test(`every page of ${portal} that is open to ${role} asks for nothing that is refused`, () =>
    openEveryPage(portals, role, portal));
