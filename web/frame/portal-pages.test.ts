import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adminPortal } from '../admin/pages.ts';
import { buyerPortal } from '../buyer/pages.ts';
import { installationPortal } from '../installation/pages.ts';
import { partnerPortal } from '../partner/pages.ts';
import { practicePortal } from '../practice/pages.ts';

for (const portal of [adminPortal, buyerPortal, partnerPortal, practicePortal, installationPortal])
  test(`no page of ${portal.base} is listed twice, since two routes of one path end every page`, () => {
    const paths = portal.jobs.flatMap(({ pages }) => pages.map(({ path }) => path));
    assert.deepEqual(
      paths.filter((path, index) => paths.indexOf(path) !== index),
      [],
    );
  });
