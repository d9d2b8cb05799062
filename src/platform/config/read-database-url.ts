import { ok } from '../../kernel/result.ts';
import { isLoopbackHost } from './read-networks.ts';
import { isDecodable } from './read-urls.ts';
import { type Secret, secretOf } from './secret.ts';
import { type Problem, type ReadContext, type Reader, refuse } from './setting.ts';

const FORM =
  'Give postgres://user:password@host:5432/database?sslmode=verify-full, or ?host=/socket/directory for a Unix socket.';

const NO_HOST = 'socket.invalid';

/** The parameters the check below knows about; with any other one the driver might connect elsewhere or unverified. */
const PARAMETERS = ['host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'port', 'connect_timeout'];

/**
 * The URL of a PostgreSQL database. A host that is neither a Unix socket nor loopback is reached only by verified TLS
 * with a client certificate: both ends prove who they are.
 */
export const databaseUrl: Reader<Secret> = (text, context) => {
  const url = parse(text);
  if (!url) return refuse('wrong_form', FORM);
  const problem = shapeProblem(url) ?? fileProblem(url, context) ?? networkProblem(url);
  return problem ? refuse(problem.rule, problem.message) : ok(secretOf(text));
};

/** Server and database that a checked URL names, as one comparable text. */
export function databasePlace(url: Secret): string {
  const parsed = parse(url.reveal());
  if (!parsed) throw new TypeError('databasePlace takes a database address that was read by databaseUrl');
  const port = parsed.searchParams.get('port') || parsed.port || '5432';
  return `${hostOf(parsed).toLowerCase()}:${port}${decodeURIComponent(parsed.pathname)}`;
}

/** `user@/database?host=/directory`, the usual spelling for a socket, is no URL for the platform: a host stands in. */
function parse(text: string): URL | undefined {
  if (!/^postgres(?:ql)?:\/\/[^\s\p{Cc}]+$/u.test(text)) return undefined;
  const filled = text.replace(/^([a-z]+:\/\/[^/?#@]*@)(?=\/)/, `$1${NO_HOST}`);
  return URL.canParse(filled) ? new URL(filled) : undefined;
}

function shapeProblem(url: URL): Problem | undefined {
  const names = [...url.searchParams.keys()];
  if (names.some((name) => !PARAMETERS.includes(name)))
    return { rule: 'unsafe', message: `Use no parameters but ${PARAMETERS.join(', ')}.` };
  if (names.includes('port') && !url.searchParams.get('host')?.startsWith('/'))
    return { rule: 'unsafe', message: 'Give the port behind the host; the parameter port is for Unix sockets.' };
  if (new Set(names).size < names.length) return { rule: 'wrong_form', message: 'Give each parameter once.' };
  if (![url.username, url.password, url.pathname, url.hostname].every(isDecodable))
    return { rule: 'wrong_form', message: 'Write a % in user, password or database as %25.' };
  if (url.username === '') return { rule: 'wrong_form', message: `Name the user. ${FORM}` };
  if (url.pathname.length < 2) return { rule: 'wrong_form', message: `Name the database. ${FORM}` };
  if ((url.hostname === '' || url.hostname === NO_HOST) === !url.searchParams.get('host'))
    return { rule: 'wrong_form', message: `Name the host once: in its place, or as the parameter host. ${FORM}` };
  return undefined;
}

function fileProblem(url: URL, context: ReadContext): Problem | undefined {
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = url.searchParams.get(name);
    if (file === null) continue;
    if (!file.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(file))
      return { rule: 'wrong_form', message: `Give the full path in ${name}.` };
    if (context.readFile(file) === undefined)
      return { rule: 'unreadable_file', message: `The file of ${name} cannot be read. Check path and permissions.` };
  }
  return undefined;
}

function networkProblem(url: URL): Problem | undefined {
  const host = hostOf(url);
  if (host.startsWith('/') || isLoopbackHost(host)) return undefined;
  if (url.searchParams.get('sslmode') !== 'verify-full')
    return { rule: 'unsafe', message: 'A database over a network needs sslmode=verify-full in its address.' };
  const certificate = url.searchParams.has('sslcert') && url.searchParams.has('sslkey');
  return certificate
    ? undefined
    : {
        rule: 'unsafe',
        message: 'A database over a network needs a client certificate: sslcert and sslkey in its address.',
      };
}

function hostOf(url: URL): string {
  return url.searchParams.get('host') || decodeURIComponent(url.hostname);
}
