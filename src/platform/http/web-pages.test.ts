import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { envelope, startTestServer, type TestServer } from './server.fixture.ts';
import { registerWebPages } from './web-pages.ts';

let directory: string;
let server: TestServer;

before(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'careroute-pages-'));
  const assets = path.join(directory, 'assets');
  await mkdir(path.join(assets, 'folder'), { recursive: true });
  await mkdir(path.join(directory, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/main-a1.js' },
    'door.tsx': { file: 'assets/door-c3.js', css: ['assets/door-c3.css'], imports: ['index.html', '_shared.js'] },
    '_shared.js': { file: 'assets/shared-d4.js', imports: ['door.tsx'] },
  };
  const files = {
    'index.html': '<!doctype html><meta name="csp-nonce" content="" /><p src="/assets/main-a1.js">Hello</p>',
    '.vite/manifest.json': JSON.stringify(manifest),
    'stamp.txt': 'secret stamp',
    'assets/main-a1.js': 'run()',
    'assets/gone-b2.js': 'run()',
    'assets/.hidden': 'secret dot',
    'assets/folder/inner.js': 'run()',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(directory, name), text);
  await writeFile(path.join(assets, 'main-a1.js.br'), brotliCompressSync('run()'));
  await symlink(path.join(directory, 'stamp.txt'), path.join(assets, 'link.txt'));
  server = await startTestServer({
    routes: (app) => registerWebPages(app, { directory, paths: { '/': [], '/sign-in': ['door.tsx'], '/admin/*': [] } }),
  });
});
after(async () => {
  await server.stop();
  await rm(directory, { recursive: true });
});

test('a page runs our own files alone, its nonce is new each time, and nobody keeps it', async () => {
  const nonces = new Set<string>();
  for (const url of ['/', '/sign-in', '/admin/leads?x=%3Cscript%3E', '/admin//elsewhere.example']) {
    const { status, headers, body } = await server.send('GET', url);
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'no-store');
    const nonce = /<meta name="csp-nonce" content="([^"]{24})" \/>/.exec(body)?.[1] ?? '';
    nonces.add(nonce);
    const policy = String(headers['content-security-policy']).split('; ');
    assert.ok(policy.includes("default-src 'none'") && policy.includes("script-src 'self'"));
    assert.ok(policy.includes("frame-ancestors 'none'") && policy.includes(`style-src 'self' 'nonce-${nonce}'`));
    assert.doesNotMatch(body, /script|elsewhere/);
  }
  assert.equal(nonces.size, 4);
});

test('a page announces what its modules are made of, each file once, and not what it loads anyway', async () => {
  const door = await server.send('GET', '/sign-in');
  assert.deepEqual(
    [...door.body.matchAll(/<link rel="(\w+)" crossorigin href="([^"]+)">/g)].map((match) => match.slice(1)),
    [
      ['modulepreload', '/assets/door-c3.js'],
      ['stylesheet', '/assets/door-c3.css'],
      ['modulepreload', '/assets/shared-d4.js'],
    ],
  );
  assert.doesNotMatch((await server.send('GET', '/')).body, /<link/);
  await assert.rejects(
    startTestServer({ routes: (app) => registerWebPages(app, { directory, paths: { '/': ['none.tsx'] } }) }),
    /no module none\.tsx/,
  );
});

test('an asset is kept for a year, and comes packed to who can unpack it', async () => {
  const plain = await server.send('GET', '/assets/main-a1.js');
  assert.deepEqual([plain.status, plain.body], [200, 'run()']);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(String(plain.headers['content-type']), /javascript/);
  const packed = await server.send('GET', '/assets/main-a1.js', { headers: { 'accept-encoding': 'br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.match(String(packed.headers['content-type']), /javascript/);
  assert.equal(packed.headers['vary'], 'accept-encoding');
});

test('whatever is no asset is not there, in the one envelope, without an echo, and is no failure of ours', async () => {
  await unlink(path.join(directory, 'assets', 'gone-b2.js'));
  server.failures.length = 0;
  const paths = [
    '/assets/',
    '/assets/none.js',
    '/assets/gone-b2.js',
    '/assets/.hidden',
    '/assets/folder',
    '/assets/folder/inner.js',
    '/assets/link.txt',
    '/assets/../stamp.txt',
    '/assets/%2e%2e/stamp.txt',
    '/assets/..%2fstamp.txt',
    '/assets/..%5cstamp.txt',
    '/assets//main-a1.js',
    '/assets/./main-a1.js',
    '/assets/%00.js',
    '/assets/main-a1.js%00.png',
    '/assets/main-a1.js/',
  ];
  for (const url of paths)
    for (const method of ['GET', 'HEAD']) {
      const answer = await server.send(method, url);
      assert.equal(answer.status, 404, `${method} ${url}`);
      assert.equal(answer.headers['cache-control'], 'no-store', url);
      if (method === 'HEAD') continue;
      assert.equal(envelope(answer).code, 'NOT_FOUND', url);
      assert.doesNotMatch(answer.body, /secret|assets|\.js/, url);
    }
  assert.ok(server.failures.every(({ status }) => status === 404));
});
