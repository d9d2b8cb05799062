import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeBack } from './safe-back.ts';

const OURS = 'https://leads.example.com';

test('the way back leads to the page that somebody came from', () => {
  for (const page of ['/admin/leads?status=sold', '/buyer', '/', '/admin/leads/L-1001'])
    assert.equal(safeBack(page, OURS), OURS + page);
});

test('no way back leads to another host, to the API, or to the door again', () => {
  for (const back of [
    undefined,
    '',
    'admin',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/..//elsewhere.example',
    '/admin/..//elsewhere.example/admin',
    '/%2e//elsewhere.example',
    '/.\\/elsewhere.example',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '/api/v1/auth/sign-out',
    '/./api/v1/auth',
    '/sign-in?back=/sign-in',
  ])
    assert.equal(safeBack(back, OURS), `${OURS}/`, String(back));
});
