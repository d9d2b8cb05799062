import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPortals, type Portals } from '../kit/portals.ts';
import { readEveryPage } from '../kit/walk-pages.ts';

let portals: Portals;
before(async () => {
  portals = await openPortals();
});
after(async () => {
  await portals.stop();
  assert.deepEqual(portals.app.problems, []);
});

// A file of its own, and an early one: no walk takes longer, and others run beside it.
test('every page of admin opens to owner, and all can read it, in every width and light', () =>
  readEveryPage(portals, 'owner', 'admin'));
