import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INSTALLATION_SLUG, isReservedSlug } from './reserved-slugs.ts';

test('what the installation is called, and where it answers, is no slug of a customer', () => {
  for (const slug of [INSTALLATION_SLUG, 'api', 'setup', 'reset', 'healthz', 'readyz', 'metrics', 'admin', 'sign-in'])
    assert.equal(isReservedSlug(slug), true, slug);
});

test('a name that only holds such a word is free', () => {
  for (const slug of ['api-dental', 'installation-2', 'my-admin', 'resets', 'acme'])
    assert.equal(isReservedSlug(slug), false, slug);
});
