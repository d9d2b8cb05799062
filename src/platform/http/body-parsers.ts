import type { FastifyRequest } from 'fastify';
import { invalid } from '../../kernel/app-error.ts';
import type { App } from './app.ts';
import { parseForm } from './form.ts';
import { malformed, unsupportedType } from './framework-errors.ts';
import { jsonError, parseJson } from './json.ts';
import { parseXml, xmlError } from './xml.ts';

/** Throws unless the content type names UTF-8 or no charset. */
function requireUtf8(request: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw unsupportedType();
}

function readJson(request: FastifyRequest, bytes: Buffer): unknown {
  requireUtf8(request);
  if (bytes.length === 0) return {};
  const parsed = parseJson(bytes);
  if (!parsed.ok) throw jsonError(parsed.error);
  return parsed.value;
}

function readForm(request: FastifyRequest, bytes: Buffer): unknown {
  requireUtf8(request);
  const parsed = parseForm(bytes);
  if (!parsed.ok) throw invalid(parsed.error);
  return parsed.value;
}

function readXml(request: FastifyRequest, bytes: Buffer): unknown {
  requireUtf8(request);
  if (bytes.length === 0) return {};
  const parsed = parseXml(bytes);
  if (!parsed.ok) throw xmlError(parsed.error);
  return parsed.value;
}

/** Of a type that nobody reads only the absence is welcome: `DELETE` with `text/plain` and no body is fine. */
function readNothing(request: FastifyRequest): unknown {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') return {};
  throw unsupportedType();
}

/**
 * Installs the only readers of bodies: strict JSON, forms and plain XML. An empty body of any type is `{}`, as public
 * clients send a JSON content type with nothing behind it, on POST and DELETE too; anything else is 415.
 */
export function installBodyParsers(app: App): void {
  app.removeAllContentTypeParsers();
  const readers = [
    ['application/json', readJson],
    [/^application\/[\w!#$&^.+-]+\+json(?:;|$)/, readJson],
    ['application/x-www-form-urlencoded', readForm],
    [/^(?:application|text)\/xml(?:\s*;|$)/i, readXml],
  ] as const;
  for (const [type, read] of readers) {
    app.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, (request, bytes, done) => {
      try {
        done(null, read(request, bytes));
      } catch (error) {
        done(error instanceof Error ? error : new TypeError('thrown value is no error'), undefined);
      }
    });
  }
  app.addContentTypeParser('*', (request, _stream, done) => done(null, readNothing(request)));
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.body === undefined && request.method !== 'GET' && request.method !== 'HEAD') request.body = {};
    done();
  });
}

/** Bodies that arrive compressed are not read: the limit on their size would mean nothing. */
export function requirePlainBody(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return;
  const remedy = 'Compressed bodies are not read. Send the body without Content-Encoding.';
  throw malformed(remedy, 'not_allowed', 'content-encoding');
}
