import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HttpServer } from '../../platform/http/index.ts';

const FILE = path.join(import.meta.dirname, 'account.html');

const hashesOf = (html: string, tag: string): string =>
  [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))]
    .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join(' ');

/**
 * The page behind mailed and printed links: it takes an invitation up, with its second factor, or sets a new password.
 * It holds no data; what it shows and does goes through the API. Nothing runs in it but its own script and style.
 */
export async function registerAccountPages(app: HttpServer['app']): Promise<void> {
  const html = await readFile(FILE, 'utf8');
  const policy =
    `default-src 'none'; script-src ${hashesOf(html, 'script')}; style-src ${hashesOf(html, 'style')}; ` +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  for (const url of ['/setup/:token', '/reset/:token'])
    app.get(url, { schema: { hide: true } }, (_request, reply) =>
      reply.headers({ 'content-security-policy': policy }).type('text/html; charset=utf-8').send(html),
    );
}
