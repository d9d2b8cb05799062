import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalPages } from '../test/kit/portal-pages.ts';

// Two routes of one path end the whole application before its first page.
for (const portal of ['admin', 'buyer', 'partner', 'practice', 'installation'])
  test(`the portal ${portal} lists each page once`, async () => {
    const paths = (await portalPages(portal)).pages.map(({ path }) => path);
    assert.ok(paths.includes(''), 'with a first page');
    assert.deepEqual(
      paths.filter((path, index) => paths.indexOf(path) !== index),
      [],
    );
  });
