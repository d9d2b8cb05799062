import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { App } from './app.ts';
import { nowhere } from './request-checks.ts';

export interface WebPages {
  /** The folder of a built bundle: `index.html`, and `assets/` with names that hold a hash of their content. */
  readonly directory: string;
  /** Addresses of pages, with Fastify's parameters (`/sign-in`, `/admin/*`), and the modules each needs at once. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

const YEAR = 'public, max-age=31536000, immutable';
const PACKED = /\.(br|gz)$/;
const NONCE = '<meta name="csp-nonce" content="" />';

/**
 * Nothing runs but our own script files, nothing is loaded from elsewhere. Styles are our files and what the page makes
 * itself under the nonce of this answer. Source: CSP level 3.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What the bundler tells of a module: its file, its styles, and the modules that it cannot do without. */
interface Bundled {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, Bundled>>;

/** The files of modules and of all that they import, as links by which the browser fetches them beside the first. */
function announce(modules: readonly string[], manifest: Manifest, html: string): string {
  const files = new Set<string>();
  const add = (module: string): void => {
    const entry = manifest[module];
    if (!entry) throw new Error(`the bundle has no module ${module}`);
    if (files.has(entry.file)) return;
    for (const file of [entry.file, ...(entry.css ?? [])]) files.add(file);
    entry.imports?.forEach(add);
  };
  modules.forEach(add);
  return [...files]
    .filter((file) => !html.includes(`"/${file}"`))
    .map((file) => `<link rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="/${file}">`)
    .join('');
}

/**
 * Serves the bundle: one page for all addresses, since the script decides what it shows, and the assets, compressed
 * before, to be kept for a year. The page holds no data and is never kept, as who sees it next may be somebody else.
 */
export async function registerWebPages(app: App, { directory, paths }: WebPages): Promise<void> {
  const html = await readFile(path.join(directory, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(path.join(directory, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const [before, after] = html.split(NONCE);
  if (before === undefined || after === undefined)
    throw new Error(`index.html in ${directory} has no place for a nonce`);
  const answer = async (reply: FastifyReply, links: string): Promise<FastifyReply> => {
    const nonce = randomBytes(18).toString('base64');
    return reply
      .header('content-security-policy', policy(nonce))
      .type('text/html; charset=utf-8')
      .send(`${before}${NONCE.replace('""', `"${nonce}"`)}${links}${after}`);
  };
  for (const [url, modules] of Object.entries(paths)) {
    const links = announce(modules, manifest, html);
    app.get(url, { schema: { hide: true } }, (_request, reply) => answer(reply, links));
  }
  await app.register((own) => serveAssets(own, path.join(directory, 'assets')));
}

/**
 * Serves the files that the folder holds now, by their very names, and nothing else: no folder, no link, no other
 * spelling, and no packed form by itself.
 */
async function serveAssets(app: FastifyInstance, root: string): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true });
  const urls = new Set(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !PACKED.test(entry.name))
      .map(({ name }) => `/assets/${name}`),
  );
  app.addHook('onRequest', async ({ url }) => {
    if (!urls.has(url)) throw nowhere();
  });
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    schemaHide: true,
    decorateReply: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    lastModified: false,
    setHeaders: (reply) => void reply.header('cache-control', YEAR),
  });
}
